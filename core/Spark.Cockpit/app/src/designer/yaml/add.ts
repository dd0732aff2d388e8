import { isPair, isSeq, type Node, type YAMLMap, type YAMLSeq } from "yaml";
import { columnOf, contentEnd, endingOf, entryOf, findPlace, isFlow, lineEnd, lineStart, type Path, type Place, put } from "./place";
import { behindColon, behindDash, entryText, flow } from "./render";
import { writeKey } from "./scalar";

/** Adds an entry to a map, behind its last one. */
export function addEntry(text: string, parent: Place, map: YAMLMap, key: string, value: unknown): string {
  // A name without a value: what it gets stands behind its colon.
  const known = entryOf(map, key);
  if (known) {
    const colon = text.indexOf(":", known.key.range![1]) + 1;
    return put(text, colon, colon, isFlow(map) ? ` ${flow(value)}` : behindColon(value, columnOf(text, known.key.range![0]), endingOf(text)));
  }

  const last = map.items.at(-1);
  if (isFlow(map) || !last) {
    return addInFlow(text, map, `${writeKey(key, true)}: ${flow(value)}`, " ");
  }

  const column = columnOf(text, (map.items[0]!.key as Node).range![0]);
  return addLine(text, contentEnd(text, parent.node), column, entryText(key, value, column, endingOf(text)));
}

/** Adds an item to a list, behind its last one. */
export function addItem(text: string, parent: Place, list: YAMLSeq, value: unknown): string {
  if (isFlow(list) || list.items.length === 0) {
    return addInFlow(text, list, flow(value), "");
  }

  const column = dashColumn(text, list);
  return addLine(text, contentEnd(text, parent.node), column, `- ${behindDash(value, column, endingOf(text))}`);
}

const dashColumn = (text: string, list: YAMLSeq): number => columnOf(text, text.lastIndexOf("-", (list.items[0] as Node).range![0] - 1));

function addInFlow(text: string, node: YAMLMap | YAMLSeq, written: string, pad: string): string {
  const last = node.items.at(-1);
  if (!last) {
    return put(text, node.range![0] + 1, node.range![1] - 1, pad + written + pad);
  }

  const inner = isPair(last) ? (((last.value as Node | null)?.range ? last.value : last.key) as Node) : (last as Node);
  const end = inner.range![1];
  return put(text, end, end, `, ${written}`);
}

function addLine(text: string, behind: number, column: number, written: string): string {
  const ending = endingOf(text);
  const stop = lineEnd(text, behind);
  const before = text.slice(0, stop);
  return (before.endsWith("\n") ? before : before + ending) + " ".repeat(column) + written + ending + text.slice(stop);
}

/** Adds an item to the list at a path, before the one that has its index now. */
export function insertItem(text: string, path: Path, index: number, value: unknown): string {
  const place = findPlace(text, path);
  const list = place?.node;
  if (!place || !isSeq(list)) {
    return text;
  }

  const next = list.items[index] as Node | undefined;
  if (!next) {
    return addItem(text, place, list, value);
  }

  const start = next.range![0];
  if (isFlow(list)) {
    return put(text, start, start, `${flow(value)}, `);
  }

  const column = dashColumn(text, list);
  const line = lineStart(text, text.lastIndexOf("-", start - 1));
  return put(text, line, line, " ".repeat(column) + `- ${behindDash(value, column, endingOf(text))}` + endingOf(text));
}
