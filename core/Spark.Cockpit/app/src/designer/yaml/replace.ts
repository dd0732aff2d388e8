import { isScalar, type Scalar } from "yaml";
import { columnOf, contentEnd, endingOf, lineEnd, lineStart, type Place, put } from "./place";
import { behindColon, behindDash, flow, isCollection } from "./render";
import { writeScalar } from "./scalar";

/** Writes another value where one stands: in its form where it has one, with the comment behind it. */
export function replace(text: string, place: Place, next: unknown): string {
  const { node, entry, isInFlow } = place;
  const start = node.range![0];
  const end = contentEnd(text, node);
  const ending = endingOf(text);
  if (isInFlow) {
    const like = isScalar(node) ? (node.type as Scalar.Type) : null;
    const written = isCollection(next) ? flow(next) : writeScalar(next, { isInFlow, indent: null, ending, like });
    return put(text, start, end, (entry && text[start - 1] === ":" ? " " : "") + written);
  }

  if (!entry) {
    return putLines(text, start, end, behindDash(next, columnOf(text, start) - 2, ending));
  }

  const column = columnOf(text, entry.key.range![0]);
  if (!isCollection(next) && isScalar(node) && end > start) {
    return putLines(text, start, end, writeScalar(next, { isInFlow, indent: column + 2, ending, like: node.type as Scalar.Type }));
  }

  const colon = text.indexOf(":", entry.key.range![1]) + 1;
  const written = behindColon(next, column, ending);
  const below = text.slice(colon, start).includes("\n");
  // What stands below its key goes with its lines; a comment behind the colon stays there.
  const without = below ? put(text, lineStart(text, start), lineEnd(text, end), "") : put(text, start > colon ? colon : start, end, "");
  return written.startsWith(" ") ? putLines(without, colon, colon, written) : putBelow(without, colon, written);
}

// A comment behind the old value stays behind the first line of the new one.
function putLines(text: string, start: number, end: number, written: string): string {
  const rest = /^.*/.exec(text.slice(end))![0].trimEnd();
  const first = /^.*/.exec(written)![0].trimEnd();
  return put(text, start, end + rest.length, written === first || rest === "" ? written + rest : first + rest + written.slice(first.length));
}

// Behind the line's own break, so that its comment stays on it.
function putBelow(text: string, at: number, written: string): string {
  const stop = lineEnd(text, at);
  const rest = text.slice(at, stop).trim();
  const lines = written.replace(/^\r?\n/, "") + endingOf(text);
  const whole = text.slice(0, stop).endsWith("\n") ? text.slice(0, stop) : text.slice(0, stop) + endingOf(text);
  return (rest === "" ? text.slice(0, at) + endingOf(text) : whole) + lines + text.slice(stop);
}
