/** The paths of an answer that an expression can name; none when it is no JSON. A list is gone through as its items are. */
export function pathsOf(body: string | undefined): string[] {
  try {
    return [...new Set(walk(JSON.parse(body ?? "null"), "", 4))];
  } catch {
    return [];
  }
}

const plain = /^[A-Za-z_]\w*$/;

function walk(value: unknown, path: string, depth: number): string[] {
  if (Array.isArray(value)) {
    return value.slice(0, 5).flatMap((item) => walk(item, path, depth));
  }

  return typeof value === "object" && value !== null && depth > 0
    ? Object.entries(value).flatMap(([key, inner]) => (plain.test(key) ? [path + key, ...walk(inner, `${path}${key}.`, depth - 1)] : []))
    : [];
}
