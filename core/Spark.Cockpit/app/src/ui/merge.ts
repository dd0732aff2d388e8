/** A field that two people changed, each to something else. */
export interface Clash {
  /** The names that lead to it; of a list whose items have names, the item's. */
  path: string[];
  mine: unknown;
  theirs: unknown;
}

export interface Merged<T> {
  /** What both come to; where they clash, mine. */
  value: T;
  clashes: Clash[];
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** Equal, where a field that is missing, null or undefined says the same: answers leave out what is null. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right || (left ?? null) === (right ?? null)) {
    return true;
  }

  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  }

  return isObject(left) && isObject(right) && [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) => isSame(left[name], right[name]));
}

/** What two changes of one thing come to: both, where they touch different fields. */
export function merge<T>(base: T, mine: T, theirs: T): Merged<T> {
  const clashes: Clash[] = [];
  return { value: both(base, mine, theirs, [], clashes) as T, clashes };
}

/** The same with another value at a place. */
export function setAt(value: unknown, [name, ...rest]: string[], next: unknown): unknown {
  if (name === undefined) {
    return next;
  }

  if (Array.isArray(value)) {
    const known = value.some((item) => (item as Fields).name === name);
    const items = known ? value : [...(value as unknown[]), undefined];
    return items
      .map((item, index) => ((known ? (item as Fields).name === name : index === items.length - 1) ? setAt(item, rest, next) : item))
      .filter((item) => item !== undefined && item !== null);
  }

  return { ...(value as Fields), [name]: setAt((value as Fields)[name], rest, next) };
}

function both(base: unknown, mine: unknown, theirs: unknown, path: string[], clashes: Clash[]): unknown {
  if (isSame(mine, theirs) || isSame(base, theirs)) {
    return mine;
  }

  if (isSame(base, mine)) {
    return theirs;
  }

  if (isObject(base) && isObject(mine) && isObject(theirs)) {
    const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
    return Object.fromEntries([...names].map((name) => [name, both(base[name], mine[name], theirs[name], [...path, name], clashes)]));
  }

  const [was, my, their] = [byName(base), byName(mine), byName(theirs)];
  if (was && my && their) {
    const names = new Set([...my.keys(), ...their.keys()]);
    return [...names].map((name) => both(was.get(name), my.get(name), their.get(name), [...path, name], clashes)).filter((item) => item !== undefined && item !== null);
  }

  clashes.push({ path, mine, theirs });
  return mine;
}

/** The items of a list by their names; none when they have no names of their own. */
function byName(value: unknown): Map<string, unknown> | undefined {
  if (!Array.isArray(value) || !value.every((item) => isObject(item) && typeof item.name === "string" && item.name !== "")) {
    return undefined;
  }

  const items = new Map((value as Fields[]).map((item) => [item.name as string, item]));
  return items.size === value.length ? items : undefined;
}
