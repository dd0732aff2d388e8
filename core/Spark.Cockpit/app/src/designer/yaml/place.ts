import { type Document, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";

/** Where something stands in a file: keys and indexes from its top. */
export type Path = readonly (string | number)[];

/** The path that a step has on the canvas, `steps[2].then[0]`, in parts. */
export const toPath = (text: string): Path => (text.match(/[^.[\]]+/g) ?? []).map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** A path as a step has it on the canvas. */
export const toText = (path: Path): string => path.reduce<string>((text, part) => (typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${part}` : part), "");

export type Entry = Pair<Node, Node | null>;

export interface Place {
  node: Node;
  /** The entry whose value the node is; null for an item of a list and for the top. */
  entry: Entry | null;
  isInFlow: boolean;
}

export const keyOf = (pair: unknown): string => (isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : "");

export const entryOf = (map: YAMLMap, key: string): Entry | undefined => map.items.find((pair) => keyOf(pair) === key) as Entry | undefined;

export const isFlow = (node: unknown): boolean => (isMap(node) || isSeq(node)) && node.flow === true;

/** Finds what stands at a path; null where nothing does. */
export function placeIn(document: Document, path: Path): Place | null {
  let place: Place | null = document.contents ? { node: document.contents as Node, entry: null, isInFlow: false } : null;
  for (const part of path) {
    const node: Node | undefined = place?.node;
    const isInFlow: boolean = place?.isInFlow === true || isFlow(node);
    if (isSeq(node) && typeof part === "number") {
      const item = node.items[part] as Node | undefined;
      place = item?.range ? { node: item, entry: null, isInFlow } : null;
    } else if (isMap(node)) {
      const entry = entryOf(node, String(part));
      place = entry?.value?.range ? { node: entry.value, entry, isInFlow } : null;
    } else {
      return null;
    }
  }

  return place;
}

export const findPlace = (text: string, path: Path): Place | null => placeIn(parseDocument(text), path);

/** What stands at a path, as plain values. */
export function valueAt(text: string, path: Path): unknown {
  const document = parseDocument(text);
  return placeIn(document, path)?.node.toJS(document) as unknown;
}

/** The text with another piece between two places. */
export const put = (text: string, start: number, end: number, written: string): string => text.slice(0, start) + written + text.slice(end);

/** How a file ends its lines. */
export const endingOf = (text: string): string => (/\r?\n/.exec(text)?.[0] ?? "\n");

export const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

/** Behind the break of the line that a place is on. */
export function lineEnd(text: string, at: number): number {
  const stop = text.indexOf("\n", at);
  return stop < 0 ? text.length : stop + 1;
}

export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** Behind the last character of what a node says: comments and blank lines that follow are not its own. */
export function contentEnd(text: string, node: Node): number {
  const last = (isMap(node) || isSeq(node)) && !isFlow(node) ? (node as YAMLMap | YAMLSeq).items.at(-1) : undefined;
  if (last !== undefined) {
    const inner = isPair(last) ? (((last.value as Node | null)?.range ? last.value : last.key) as Node) : (last as Node);
    return contentEnd(text, inner);
  }

  const end = node.range![1];
  if (isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED")) {
    // A block that keeps its last breaks has blank lines of its own.
    const head = text.slice(node.range![0], lineEnd(text, node.range![0]));
    return /^[|>]\d?\+|^[|>]\+/.test(head) ? (text[end - 1] === "\n" ? end - 1 : end) : text.slice(0, end).trimEnd().length;
  }

  return end;
}
