import { isMap, isPair, isSeq, type Node } from "yaml";
import { contentEnd, isFlow, keyOf, lineEnd, lineStart, type Place, put } from "./place";
import { replace } from "./replace";

/** Takes an entry out of a map, or an item out of a list. */
export function removePart(text: string, parent: Place, part: string | number): string {
  const { node } = parent;
  const items = isMap(node) || isSeq(node) ? (node.items as unknown[]) : [];
  const index = typeof part === "number" && isSeq(node) ? part : items.findIndex((item) => keyOf(item) === String(part));
  const item = items[index];
  if (item === undefined) {
    return text;
  }

  const [start, end] = rangeOf(text, item);
  if (isFlow(node)) {
    const following = items[index + 1];
    const before = items[index - 1];
    return following !== undefined
      ? put(text, start, rangeOf(text, following)[0], "")
      : before !== undefined
        ? put(text, rangeOf(text, before)[1], end, "")
        : put(text, node.range![0] + 1, node.range![1] - 1, "");
  }

  if (items.length === 1) {
    return replace(text, parent, isSeq(node) ? [] : {});
  }

  const first = isSeq(node) ? text.lastIndexOf("-", start - 1) : start;
  const line = lineStart(text, first);
  if (text.slice(line, first).trim() === "") {
    return put(text, line, lineEnd(text, end), "");
  }

  // It shares its line with a dash, which stays: what comes next moves up to it.
  const rest = text.slice(lineEnd(text, end));
  return put(text, first, text.length - rest.trimStart().length, "");
}

function rangeOf(text: string, item: unknown): [number, number] {
  if (!isPair(item)) {
    return [(item as Node).range![0], contentEnd(text, item as Node)];
  }

  const key = item.key as Node;
  const value = item.value as Node | null;
  return [key.range![0], value?.range ? contentEnd(text, value) : key.range![1]];
}
