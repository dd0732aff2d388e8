import type { Chance } from "./chance";

/** A field as its author wrote it: what stands behind the colon, further lines below it, a comment at the end. */
export interface Field {
  key: string;
  written: string;
  /** Lines below the key, from the column of the key on. */
  below: string[];
  comment: string;
  /** Comments and blank lines of the step itself, above the field. */
  above: string[];
  /** Steps below the key. */
  branch: List | null;
}

export interface Step {
  comments: string[];
  fields: Field[];
}

/** What stands between steps and belongs to none. */
export type Item = Step | { gap: string[] };

export interface List {
  items: Item[];
}

export interface Dialog {
  head: string[];
  steps: List;
  ending: "\n" | "\r\n";
  /** Columns from a key to the dash below it. */
  offset: number;
  dash: string;
  endsWithBreak: boolean;
}

export const isStep = (item: Item): item is Step => "fields" in item;
export const stepsOf = (list: List): Step[] => list.items.filter(isStep);

const texts = ["Hello there.", "Grüße, 世界 👋", "ça va? – Ωμέγα", "It costs 3 euros", "{problem} is noted", "a: b", "# no comment", "It's done", 'say "hi"', " padded ", "yes", "12", "- dash", "trailing:", "null"];
const names = ["menu", "hand-over", "goodbye", "ticket", "welcome-back"];
const plainTexts = ["Hello there.", "Grüße, 世界 👋", "ça va? – Ωμέγα", "It costs 3 euros"];

export const plainText = (chance: Chance): string => chance.pick(plainTexts) + chance.below(100);
export const name = (chance: Chance): string => chance.pick(names);

const comment = (chance: Chance): string => (chance.is(0.3) ? `${" ".repeat(1 + chance.below(4))}# ${chance.pick(["why", "été – 2", "says: {x} [y]", "'quoted\" #twice"])}` : "");

function textField(chance: Chance, key: string): Field {
  const text = chance.pick(texts);
  const style = chance.below(5);
  const base = { key, comment: "", above: [], branch: null };
  if (style === 0) {
    return { ...base, written: chance.pick(["|", "|-", ">", ">-"]), below: ["  First line: {x}", "", "    deeper # no comment", "  世界"] };
  }

  return style === 1
    ? { ...base, written: `'${text.replaceAll("'", "''")}'`, below: [], comment: comment(chance) }
    : style === 2
      ? { ...base, written: JSON.stringify(text), below: [], comment: comment(chance) }
      : { ...base, written: plainText(chance), below: [], comment: comment(chance) };
}

const plain = (chance: Chance, key: string, written: string): Field => ({ key, written, below: [], comment: comment(chance), above: chance.is(0.15) ? [`# about ${key}`] : chance.is(0.1) ? [""] : [], branch: null });

let count = 0;

/** Begins a case: its ids come again with its seed. */
export const beginIds = () => {
  count = 0;
};

export function randomStep(chance: Chance, depth: number): Step {
  const fields: Field[] = [plain(chance, "id", `step-${count++}`), textField(chance, chance.pick(["say", "ask", "confirm"]))];
  fields[0]!.above = [];
  if (chance.is(0.4)) {
    fields.push(plain(chance, "tries", String(chance.below(9))));
  }

  if (chance.is(0.3)) {
    fields.push(plain(chance, "interrupt", chance.pick(["[human, problem]", "[ human ]", "[human,problem, wifi]"])));
  }

  if (chance.is(0.3)) {
    fields.push({ ...plain(chance, "buttons", ""), below: ["  one:   { title: Größe, goto: menu }   # first", "  # between", "  two: { title: 'It''s two', goto: menu }"] });
  }

  if (chance.is(0.3)) {
    fields.push(plain(chance, "set", "{ a: '\"b\"',  c: 1 }"));
  }

  if (depth < 3 && chance.is(0.45)) {
    fields.push({ ...plain(chance, "then", ""), branch: randomList(chance, depth + 1) });
  }

  if (chance.is(0.5)) {
    fields.push(plain(chance, "otherwise", name(chance)));
  }

  return { comments: chance.is(0.25) ? [`# about the step ${count}`, ...(chance.is(0.3) ? ["# in two lines: ü"] : [])] : [], fields };
}

function randomList(chance: Chance, depth: number): List {
  const items: Item[] = [];
  const length = 1 + chance.below(depth === 0 ? 5 : 3);
  for (let index = 0; index < length; index++) {
    if (chance.is(0.25)) {
      items.push({ gap: chance.is(0.5) ? [""] : ["", "# a heading of nobody", ""] });
    }

    items.push(randomStep(chance, depth));
  }

  return { items };
}

export function randomDialog(chance: Chance): Dialog {
  return {
    head: [...(chance.is(0.5) ? ["# Über this dialog: {it} 'talks'", ""] : []), "dialog: here   # its name", ...(chance.is(0.5) ? ["trigger: { intents: [problem,  human] }"] : [])],
    steps: randomList(chance, 0),
    ending: chance.is(0.3) ? "\r\n" : "\n",
    offset: chance.pick([0, 2, 2, 4]),
    dash: chance.pick(["- ", "- ", "-   "]),
    endsWithBreak: chance.is(0.85),
  };
}

const pad = (line: string, column: number) => (line === "" ? "" : " ".repeat(column) + line);

function stepText(dialog: Dialog, step: Step, column: number): string[] {
  const inner = column + dialog.dash.length;
  const lines = step.fields.flatMap((field) => [
    ...field.above.map((line) => pad(line, inner)),
    pad(`${field.key}:${field.written === "" ? "" : ` ${field.written}`}${field.comment}`, inner),
    ...field.below.map((line) => pad(line, inner)),
    ...(field.branch ? listText(dialog, field.branch, inner + dialog.offset) : []),
  ]);
  lines[0] = " ".repeat(column) + dialog.dash + lines[0]!.slice(inner);
  return [...step.comments.map((line) => pad(line, column)), ...lines];
}

const listText = (dialog: Dialog, list: List, column: number): string[] => list.items.flatMap((item) => (isStep(item) ? stepText(dialog, item, column) : item.gap.map((line) => pad(line, column))));

/** The file as its author would write it. */
export function textOf(dialog: Dialog): string {
  const lines = [...dialog.head, "steps:", ...listText(dialog, dialog.steps, dialog.offset)];
  return lines.join(dialog.ending) + (dialog.endsWithBreak ? dialog.ending : "");
}
