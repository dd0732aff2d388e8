import { isMap, isScalar, isSeq, type Node, type YAMLSeq } from "yaml";
import { setValue } from "./edit";
import { columnOf, contentEnd, endingOf, findPlace, isFlow, lineEnd, lineStart, type Path, valueAt } from "./place";
import { behindDash, isCollection, isMapValue, stepLines } from "./render";

/** Where a step goes: before the item of a list that has this index, or behind the last one. */
export interface StepPlace {
  list: Path;
  index: number;
}

/** What a branch says that has no steps of its own: the dialog goes on. */
const goOn = "next";

interface Lines {
  start: number;
  end: number;
  column: number;
}

const startsWith = (path: Path, head: Path) => head.every((part, at) => path[at] === part);

/** The lines of a step in a list of its own lines, with the comments directly above it. */
function linesOf(text: string, list: YAMLSeq, index: number): Lines {
  const item = list.items[index] as Node;
  const dash = text.lastIndexOf("-", item.range![0] - 1);
  const column = columnOf(text, dash);
  let start = lineStart(text, dash);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start);
    if (line.length - line.trimStart().length !== column || line.trimStart()[0] !== "#") {
      break;
    }

    start = above;
  }

  return { start, end: lineEnd(text, contentEnd(text, item)), column };
}

const unindent = (text: string, column: number): string[] =>
  text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => line.slice(Math.min(column, line.length - line.trimStart().length)));

const indent = (lines: string[], column: number, ending: string): string => lines.map((line) => (line.trim() === "" ? line : " ".repeat(column) + line) + ending).join("");

/** A step with its comments, as lines from the margin on. */
export function takeStep(text: string, path: Path): string[] {
  const list = findPlace(text, path.slice(0, -1))?.node;
  const index = path.at(-1);
  if (isSeq(list) && !isFlow(list) && typeof index === "number" && list.items[index]) {
    const lines = linesOf(text, list, index);
    return unindent(text.slice(lines.start, lines.end), lines.column);
  }

  const place = findPlace(text, path);
  if (place && isMap(place.node) && !isFlow(place.node) && !place.isInFlow) {
    const start = place.node.range![0];
    const column = columnOf(text, start);
    return unindent(text.slice(lineStart(text, start), lineEnd(text, contentEnd(text, place.node))), column).map((line, at) => (line.trim() === "" ? line : (at === 0 ? "- " : "  ") + line));
  }

  const value = valueAt(text, path);
  return isMapValue(value) ? stepLines(value) : [];
}

/** Puts the lines of a step into a list, a branch that has one step, or one that has none yet. */
export function insertStep(text: string, place: StepPlace, lines: string[]): string {
  const found = findPlace(text, place.list);
  const ending = endingOf(text);
  if (!found) {
    return addBranch(text, place.list, lines);
  }

  if (isSeq(found.node) && !isFlow(found.node) && !found.isInFlow) {
    const list = found.node;
    const { start, end, column } = linesOf(text, list, Math.min(place.index, list.items.length - 1));
    const at = place.index < list.items.length ? start : end;
    const before = text.slice(0, at);
    return (before === "" || before.endsWith("\n") ? before : before + ending) + indent(lines, column, ending) + text.slice(at);
  }

  // A branch with one step, a list on a line, or the name of a dialog: it becomes a list of lines.
  const steps = isSeq(found.node) ? found.node.items.map((_, at) => takeStep(text, [...place.list, at])) : isMap(found.node) ? [takeStep(text, place.list)] : [];
  return writeBranch(text, place.list, [...steps.slice(0, place.index), lines, ...steps.slice(place.index)]);
}

function addBranch(text: string, list: Path, lines: string[]): string {
  const named = setValue(text, list, goOn);
  return named === text ? text : writeBranch(named, list, [lines]);
}

function writeBranch(text: string, list: Path, steps: string[][]): string {
  const place = findPlace(text, list);
  if (!place?.entry || place.isInFlow) {
    // On a line with others there is no room for lines.
    const wider = spread(text, list.slice(0, -1));
    return wider === text ? text : writeBranch(wider, list, steps);
  }

  const key = place.entry.key.range!;
  const ending = endingOf(text);
  const colon = text.indexOf(":", key[1]) + 1;
  const start = place.node.range![0];
  const end = contentEnd(text, place.node);
  const isBelow = text.slice(colon, start).includes("\n");
  const without = isBelow ? text.slice(0, lineStart(text, start)) + text.slice(lineEnd(text, end)) : text.slice(0, colon) + text.slice(end);
  const stop = lineEnd(without, colon);
  const head = without.slice(0, stop).trimEnd();
  return head + ending + steps.map((lines) => indent(lines, columnOf(text, key[0]) + 2, ending)).join("") + without.slice(stop);
}

/** Gives the outermost map or list on the way that stands on one line lines of its own. */
function spread(text: string, path: Path): string {
  const at = path.findIndex((_, depth) => isFlow(findPlace(text, path.slice(0, depth + 1))?.node));
  const place = at < 0 ? null : findPlace(text, path.slice(0, at + 1));
  const value = at < 0 ? null : valueAt(text, path.slice(0, at + 1));
  if (!place || !isCollection(value)) {
    return text;
  }

  const lines = Array.isArray(value) ? value.flatMap((item) => `- ${behindDash(item, 0, "\n")}`.split("\n")) : stepLines(value).map((line) => line.slice(2));
  const start = place.node.range![0];
  const end = contentEnd(text, place.node);
  const ending = endingOf(text);
  if (!place.entry) {
    return text.slice(0, start) + indent(lines, columnOf(text, start), ending).trim() + text.slice(end);
  }

  const below = ending + indent(lines, columnOf(text, place.entry.key.range![0]) + 2, ending).trimEnd();
  return text.slice(0, text.indexOf(":", place.entry.key.range![1]) + 1) + below + text.slice(end);
}

/** Takes a step out with its lines; a branch that would be left empty goes on. */
export function removeStep(text: string, path: Path): string {
  const list = findPlace(text, path.slice(0, -1));
  const index = path.at(-1);
  if (typeof index !== "number" || !list || !isSeq(list.node)) {
    return setValue(text, path, goOn);
  }

  if (list.node.items.length === 1) {
    return path.length > 2 ? setValue(text, path.slice(0, -1), goOn) : setValue(text, path.slice(0, -1), []);
  }

  if (isFlow(list.node) || list.isInFlow) {
    return setValue(text, path, undefined);
  }

  const { start, end } = linesOf(text, list.node, index);
  return text.slice(0, start) + text.slice(end);
}

/** Where a step is after another one was put in. */
function shifted(text: string, path: Path, place: StepPlace): Path {
  const depth = place.list.length;
  if (!startsWith(path, place.list)) {
    return path;
  }

  const before = findPlace(text, place.list)?.node;
  if (isSeq(before)) {
    const at = path[depth] as number;
    return at >= place.index ? [...place.list, at + 1, ...path.slice(depth + 1)] : path;
  }

  return isScalar(before) ? path : [...place.list, place.index > 0 ? 0 : 1, ...path.slice(depth)];
}

/** Moves a step within a file; null when it would go into itself. */
export function moveStep(text: string, from: Path, place: StepPlace): string | null {
  if (startsWith(place.list, from)) {
    return null;
  }

  const inserted = insertStep(text, place, takeStep(text, from));
  return inserted === text ? null : removeStep(inserted, shifted(text, from, place));
}

