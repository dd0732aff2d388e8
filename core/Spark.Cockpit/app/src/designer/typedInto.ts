import type { ChangeSet, Text } from "@codemirror/state";
import { endingOf } from "./yaml/place";

/** What was typed in the editor, in the file's own text: the editor knows one line break, and the file keeps each of its own. */
export function typedInto(text: string, before: Text, changes: ChangeSet): string {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    starts.push(match.index + match[0].length);
  }

  const placeOf = (at: number) => {
    const line = before.lineAt(at);
    return (starts[line.number - 1] ?? text.length) + at - line.from;
  };
  const ending = endingOf(text);
  let result = "";
  let done = 0;
  changes.iterChanges((from, to, _, __, inserted) => {
    result += text.slice(done, placeOf(from)) + inserted.toString().replaceAll("\n", ending);
    done = placeOf(to);
  });
  return result + text.slice(done);
}
