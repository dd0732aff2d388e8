import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";

/**
 * Changes of a file that come from the canvas. Each replaces the characters of what it changes and nothing else: comments, order and blank
 * lines stay as their author wrote them.
 */

interface Found {
  step: YAMLMap;
  isInFlow: boolean;
}

/** Finds a step by its path on the canvas: `steps[2].then[0]`. */
function find(text: string, path: string): Found | null {
  let node: Node | null = parseDocument(text).contents as Node | null;
  let isInFlow = false;
  for (const part of path.match(/[^.[\]]+/g) ?? []) {
    if (isSeq(node)) {
      isInFlow ||= node.flow === true;
      node = (node.items[Number(part)] as Node | undefined) ?? null;
    } else if (isMap(node)) {
      isInFlow ||= node.flow === true;
      node = (node.get(part, true) as Node | undefined) ?? null;
    } else {
      return null;
    }
  }

  return isMap(node) ? { step: node, isInFlow: isInFlow || node.flow === true } : null;
}

/** A text as YAML: plain where that reads back as the same text, in quotes elsewhere. */
export function quote(text: string, isInFlow = false): string {
  const isPlain =
    text.trim() === text &&
    text.length > 0 &&
    !/[\n\r\t"'\\]/.test(text) &&
    !/^[-?:,[\]{}#&*!|>%@`]/.test(text) &&
    !/: |:$| #/.test(text) &&
    !(isInFlow && /[,[\]{}]/.test(text)) &&
    typeof parseDocument(text).toJS() === "string";
  return isPlain ? text : JSON.stringify(text);
}

/** Replaces the text of a step. */
export function replaceText(text: string, path: string, key: string, value: string): string {
  const found = find(text, path);
  const node = found?.step.get(key, true) as Node | undefined;
  if (!found || !isScalar(node) || !node.range) {
    return text;
  }

  const [start, end] = node.range;
  const isBlock = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
  const written = quote(value, found.isInFlow) + (isBlock && text[end - 1] === "\n" ? "\n" : "");
  return text.slice(0, start) + written + text.slice(end);
}

/** Which lines of a file a step takes, from its dash on; null when it shares a line with others. */
function linesOf(text: string, path: string): { first: number; behind: number; indent: string } | null {
  const found = find(text, path);
  if (!found?.step.range || !/\]$/.test(path)) {
    return null;
  }

  const [start, end] = found.step.range;
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(first, start);
  if (!/^\s*- +$/.test(before) && !/^\s*-$/.test(before)) {
    return null;
  }

  // The node's end lies behind its last line's break when it ends with a block.
  const last = text[end - 1] === "\n" ? end - 1 : end;
  const stop = text.indexOf("\n", last);
  return { first, behind: stop < 0 ? text.length : stop + 1, indent: before.slice(0, before.indexOf("-")) };
}

/** True when a step can be taken out, or get one behind it, without touching another one's line. */
export const canEditLines = (text: string, path: string) => linesOf(text, path) !== null;

/** Puts lines behind a step, at its depth. */
export function insertBehind(text: string, path: string, lines: string[]): string {
  const place = linesOf(text, path);
  if (!place) {
    return text;
  }

  const [head, ...rest] = lines;
  const block = [`${place.indent}- ${head}`, ...rest.map((line) => `${place.indent}  ${line}`)].join("\n") + "\n";
  const before = text.slice(0, place.behind);
  return (before.endsWith("\n") ? before : `${before}\n`) + block + text.slice(place.behind);
}

/** Takes a step out with its lines. */
export function removeStep(text: string, path: string): string {
  const place = linesOf(text, path);
  return place ? text.slice(0, place.first) + text.slice(place.behind) : text;
}

