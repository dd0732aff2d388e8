import { parseDocument } from "yaml";
import { isSame, setValue } from "../src/designer/yaml/edit";
import type { Path } from "../src/designer/yaml/place";
import { isMapValue, stepLines } from "../src/designer/yaml/render";
import { insertStep, moveStep, removeStep } from "../src/designer/yaml/steps";
import type { Chance } from "./chance";

type Values = Record<string, unknown>;

/** Steps in every form that the format takes: on one line, alone below a branch, in a list on one line, the name of a dialog. */
const forms = [
  `dialog: here
steps:
  - when: sys.misses < 2     # why
    then: { set: { account: sys.user.email } }
    otherwise: menu
  - { id: one, say: "On one line, {x}", end: resolved }   # kept
  # about the run
  - run: escalate
    with: { problem: problem, urgency: urgency }
    then:
      queued: { end: escalated }           # from here on an agent holds it
      closed:
        - run: when-open
          then:
            known: { id: closed, say: "Closed: {opens}." }
            unknown: { id: closed-now, say: Closed. }
        - clear: [problem, urgency]        # the next problem is another one
      ticketed:
        id: opened
        say: |
          I opened {ticket.number}.

          It is yours.
        buttons:
          view: { title: View, link: "{ticket.url}" }
      failed: ticket
  - id: last
    say: Bye
`,
  `dialog: there
steps:
- when: a = 1
  then: [{ id: a, say: A }, { id: b, say: "B, b" }]
  otherwise: [ { goto: menu } ]
-
  id: own-line
  say: 'It''s'

- id: keeps
  say: |+
    kept

- { run: x, then: { queued: { end: escalated }, failed: [{ goto: menu }] } }
- id: last
  ask: >-
    folded
    text
  into: x
  otherwise:
    id: alone   # alone
    say: here
    # inside
    goto: menu
`,
];

interface Spot {
  path: Path;
  step: Values;
}

interface Branch {
  path: Path;
  count: number;
}

function walk(steps: unknown, path: Path, spots: Spot[], branches: Branch[]): void {
  const list = Array.isArray(steps) ? steps : [steps];
  branches.push({ path, count: isMapValue(steps) ? 1 : Array.isArray(steps) ? list.length : 0 });
  for (const [index, step] of list.entries()) {
    if (!isMapValue(step)) {
      continue;
    }

    const place = Array.isArray(steps) ? [...path, index] : path;
    spots.push({ path: place, step });
    for (const key of ["then", "otherwise"]) {
      const branch = step[key];
      if (key === "then" && "run" in step && isMapValue(branch)) {
        for (const [outcome, inner] of Object.entries(branch)) {
          walk(inner, [...place, key, outcome], spots, branches);
        }
      } else if (branch !== undefined) {
        walk(branch, [...place, key], spots, branches);
      }
    }
  }
}

export const read = (text: string): Values => parseDocument(text).toJS() as Values;
export const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown>)[part], value);
export const write = (value: unknown, path: Path, next: unknown): void => {
  (at(value, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1)!] = next;
};

/** The same edit on plain values. */
export function insertInto(value: unknown, list: Path, index: number, step: Values): void {
  const before = at(value, list);
  const steps = Array.isArray(before) ? before : isMapValue(before) ? [before] : [];
  write(value, list, [...steps.slice(0, index), step, ...steps.slice(index)]);
}

export function removeFrom(value: unknown, path: Path): void {
  const list = path.slice(0, -1);
  const steps = at(value, list);
  if (!Array.isArray(steps)) {
    write(value, path, "next");
  } else if (steps.length === 1) {
    write(value, list, list.length > 1 ? "next" : []);
  } else {
    steps.splice(path.at(-1) as number, 1);
  }
}

export function moveIn(value: Values, from: Path, list: Path, index: number): void {
  const find = (key: string) => {
    const all: Spot[] = [];
    walk(value["steps"], ["steps"], all, []);
    return all.find((one) => key in one.step)!;
  };
  (at(value, from) as Values)["is-old"] = true;
  insertInto(value, list, index, { "is-new": true });
  const old = find("is-old");
  const { "is-old": _, ...moved } = structuredClone(old.step);
  removeFrom(value, old.path);
  write(value, find("is-new").path, moved);
}

export const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : isMapValue(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
      : value;

interface Edited {
  after: string | null;
  expected: Values;
  /** The steps at the top whose lines it may write. */
  touched: unknown[];
}

function edit(kind: string, text: string, chance: Chance): Edited {
  const expected = read(text);
  const spots: Spot[] = [];
  const branches: Branch[] = [];
  walk(expected["steps"], ["steps"], spots, branches);
  const spot = chance.pick(spots);
  const branch = chance.pick(branches);
  const index = chance.below(branch.count + 1);
  const set = (key: string, next: unknown): Edited => {
    write(expected, [...spot.path, key], next);
    return { after: setValue(text, [...spot.path, key], next), expected, touched: [spot.path[1]] };
  };
  switch (kind) {
    case "inserts": {
      const step = { id: "new", say: chance.pick(["New: {x}", "Neu", "two\nlines\n", "with \"quotes\" and 'these'", "\u2028 odd"]), buttons: { one: { title: "One", goto: "menu" } } };
      insertInto(expected, branch.path, index, step);
      return { after: insertStep(text, { list: branch.path, index }, stepLines(step)), expected, touched: [branch.path[1]] };
    }
    case "removes":
      removeFrom(expected, spot.path);
      return { after: removeStep(text, spot.path), expected, touched: [spot.path[1]] };
    case "moves":
      if (spot.path.every((part, depth) => branch.path[depth] === part)) {
        return { after: text, expected, touched: [] };
      }

      moveIn(expected, spot.path, branch.path, index);
      return { after: moveStep(text, spot.path, { list: branch.path, index }), expected, touched: [spot.path[1], branch.path[1]] };
    case "sets":
      return set(Object.keys(spot.step)[0]!, chance.pick(["plain", "with: colon", "[list", "two\nlines", "", " padded", "5", "it's", 'say "x"', "{a}", "#"]));
    case "removes a field of": {
      const keys = Object.keys(spot.step);
      const key = chance.pick(keys);
      if (keys.length > 1) {
        delete (at(expected, spot.path) as Values)[key];
      }

      return { after: keys.length > 1 ? setValue(text, [...spot.path, key], undefined) : text, expected, touched: [spot.path[1]] };
    }
    default:
      return set("with", { ...(spot.step["with"] as Values | undefined), [chance.pick(["a", "b-c", "12"])]: chance.pick<unknown>(["x", ["a", { b: 1 }], { deep: { er: "c, d" } }]) });
  }
}

const kinds = ["inserts", "removes", "moves", "sets", "removes a field of", "lengthens"];

/** One edit on a dialog in one of these forms; throws when it is not what the edit of the values gives, or when lines that it is not about differ. */
export function editForm(chance: Chance): string {
  const ending = chance.is(0.3) ? "\r\n" : "\n";
  const text = chance.pick(forms).replaceAll("\n", ending);
  const kind = chance.pick(kinds);
  const { after, expected, touched } = edit(kind, text, chance);
  const fail = (why: string) => {
    throw new Error(`${kind} a step: ${why}, ${touched.map(String).join()}\n--- before\n${text}\n--- after\n${after}\n--- expected\n${JSON.stringify(expected)}`.replaceAll("\r", "␍"));
  };
  if (after === null || !isSame(sorted(read(after)), sorted(expected))) {
    fail("the result differs from the same edit of the values");
  } else if (ending === "\r\n" && /(^|[^\r])\n/.test(after)) {
    fail("a line ends otherwise than the file's");
  } else {
    for (const [place, lines] of topSteps(text).entries()) {
      if (!touched.includes(place) && !after.includes(lines)) {
        fail(`the lines of step ${place} differ`);
      }
    }
  }

  return kind;
}

/** The lines of each step at the top, with what stands between. */
const topSteps = (text: string): string[] => text.slice(text.indexOf("steps:")).split(/^(?= {0,2}-(?: |\r?\n))/m).slice(1).map((lines) => lines.replace(/( *#.*|\s)*$/, ""));
