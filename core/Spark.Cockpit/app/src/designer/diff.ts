export interface DiffLine {
  kind: "same" | "added" | "removed" | "gap";
  text: string;
}

const around = 2;

/** Lines that differ, with a few around them: the longest common subsequence of what lies between the common beginning and end. */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before.split("\n");
  const now = after.split("\n");
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) {
    start++;
  }

  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) {
    end++;
  }

  const middle = compare(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const whole: DiffLine[] = [
    ...old.slice(0, start).map((text): DiffLine => ({ kind: "same", text })),
    ...middle,
    ...old.slice(old.length - end).map((text): DiffLine => ({ kind: "same", text })),
  ];
  const isNear = (index: number) => whole.slice(Math.max(0, index - around), index + around + 1).some((line) => line.kind !== "same");
  const shown: DiffLine[] = [];
  for (const [index, line] of whole.entries()) {
    if (isNear(index)) {
      shown.push(line);
    } else if (shown.at(-1)?.kind !== "gap") {
      shown.push({ kind: "gap", text: "…" });
    }
  }

  return shown;
}

function compare(old: string[], now: string[]): DiffLine[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i]![j] = old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }

  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push({ kind: "same", text: old[i]! });
      i++;
      j++;
    } else if (i < old.length && (j === now.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      lines.push({ kind: "removed", text: old[i++]! });
    } else {
      lines.push({ kind: "added", text: now[j++]! });
    }
  }

  return lines;
}
