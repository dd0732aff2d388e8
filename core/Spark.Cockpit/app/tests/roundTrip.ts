import { parseDocument } from "yaml";
import { setValue } from "../src/designer/yaml/edit";
import { type Path, valueAt } from "../src/designer/yaml/place";
import { insertStep, moveStep, removeStep, takeStep } from "../src/designer/yaml/steps";
import { Chance } from "./chance";
import { editForm } from "./manyForms";
import { editBot } from "./wholeBots";
import { beginIds, type Dialog, type Field, type List, name, plainText, randomDialog, type Step, stepsOf, textOf } from "./randomDialog";

interface Spot {
  list: List;
  path: Path;
}

interface StepSpot {
  step: Step;
  list: List;
  path: Path;
}

function listsOf(list: List, path: Path): Spot[] {
  return [{ list, path }, ...stepsOf(list).flatMap((step, index) => step.fields.flatMap((field) => (field.branch ? listsOf(field.branch, [...path, index, field.key]) : [])))];
}

const stepSpots = (dialog: Dialog): StepSpot[] => listsOf(dialog.steps, ["steps"]).flatMap(({ list, path }) => stepsOf(list).map((step, index) => ({ step, list, path: [...path, index] })));

const put = (list: List, index: number, step: Step) => {
  const behind = stepsOf(list)[index];
  list.items.splice(behind ? list.items.indexOf(behind) : list.items.indexOf(stepsOf(list).at(-1)!) + 1, 0, step);
};

const take = (list: List, step: Step) => list.items.splice(list.items.indexOf(step), 1);

const field = (key: string, written: string): Field => ({ key, written, below: [], comment: "", above: [], branch: null });

/** An edit on the canvas, and the same one made by its author in the text. Null where the bot has no place for it. */
type Edit = (dialog: Dialog, text: string, chance: Chance) => string | null;

const edits: Record<string, Edit> = {
  changesAText(dialog, text, chance) {
    const { step, path } = chance.pick(stepSpots(dialog));
    const said = step.fields[1]!;
    const next = plainText(chance);
    const result = setValue(text, [...path, said.key], next);
    said.written = said.written.startsWith("'") ? `'${next}'` : said.written.startsWith("\"") ? `"${next}"` : next;
    said.below = [];
    return result;
  },
  changesAnExit(dialog, text, chance) {
    const { step, path } = chance.pick(stepSpots(dialog));
    const exit = step.fields.find((one) => one.key === "otherwise");
    const next = `${name(chance)}-2`;
    const result = setValue(text, [...path, "otherwise"], next);
    if (exit) {
      exit.written = next;
    } else {
      step.fields.push(field("otherwise", next));
    }

    return result;
  },
  addsAField(dialog, text, chance) {
    const { step, path } = chance.pick(stepSpots(dialog));
    const result = setValue(text, [...path, "delay"], "2s");
    step.fields.push(field("delay", "2s"));
    return result;
  },
  removesAField(dialog, text, chance) {
    const { step, path } = chance.pick(stepSpots(dialog));
    const gone = 1 + chance.below(step.fields.length - 1);
    const { key, above } = step.fields[gone]!;
    const result = setValue(text, [...path, key], undefined);
    step.fields.splice(gone, 1);
    // A comment above it is not its own line.
    if (step.fields[gone]) {
      step.fields[gone]!.above.unshift(...above);
    } else if (above.length > 0) {
      return null;
    }

    return result;
  },
  lengthensAList(dialog, text, chance) {
    const spot = stepSpots(dialog).find(({ step }) => step.fields.some((one) => one.key === "interrupt"));
    const list = spot?.step.fields.find((one) => one.key === "interrupt");
    if (!spot || !list) {
      return null;
    }

    const path = [...spot.path, "interrupt"];
    const result = setValue(text, path, [...(valueAt(text, path) as string[]), "wifi-2"]);
    list.written = list.written.replace(/( ?)\]$/, ", wifi-2$1]");
    return chance.is(1) ? result : null;
  },
  changesAButton(dialog, text, chance) {
    const spot = stepSpots(dialog).find(({ step }) => step.fields.some((one) => one.key === "buttons"));
    const buttons = spot?.step.fields.find((one) => one.key === "buttons");
    if (!spot || !buttons) {
      return null;
    }

    const title = plainText(chance).replaceAll(/[,?]/g, "");
    const path = [...spot.path, "buttons"];
    const value = valueAt(text, path) as Record<string, Record<string, unknown>>;
    buttons.below = [`  one:   { title: ${title}, goto: menu }   # first`, "  # between", "  three: { title: 'It''s two', goto: menu }"];
    return setValue(text, path, { one: { ...value["one"], title }, three: value["two"] });
  },
  insertsAStep(dialog, text, chance) {
    const { list, path } = chance.pick(listsOf(dialog.steps, ["steps"]));
    const index = chance.below(stepsOf(list).length + 1);
    const step: Step = { comments: [], fields: [field("id", "new-step"), field("say", "Neu: 世界")] };
    const written = dialog.dash === "- " ? ["- id: new-step", '  say: "Neu: 世界"'] : ["-   id: new-step", '    say: "Neu: 世界"'];
    step.fields[1]!.written = '"Neu: 世界"';
    put(list, index, step);
    return insertStep(text, { list: path, index }, written);
  },
  removesAStep(dialog, text, chance) {
    const { step, list, path } = chance.pick(stepSpots(dialog));
    if (stepsOf(list).length === 1) {
      return null;
    }

    take(list, step);
    return removeStep(text, path);
  },
  movesAStep(dialog, text, chance) {
    const { step, list, path } = chance.pick(stepSpots(dialog));
    const to = chance.pick(listsOf(dialog.steps, ["steps"]));
    const index = chance.below(stepsOf(to.list).length + 1);
    if (stepsOf(list).length === 1 || path.every((part, at) => to.path[at] === part)) {
      return null;
    }

    const result = moveStep(text, path, { list: to.path, index });
    const mark: Step = { comments: [], fields: [] };
    put(to.list, index, mark);
    take(list, step);
    to.list.items[to.list.items.indexOf(mark)] = step;
    return result ?? "nothing moved";
  },
  movesAStepToAnotherDialog(dialog, text, chance) {
    const { step, list, path } = chance.pick(stepSpots(dialog));
    const other = { ...randomDialog(chance), offset: dialog.offset, dash: dialog.dash };
    const to = chance.pick(listsOf(other.steps, ["steps"]));
    const index = chance.below(stepsOf(to.list).length + 1);
    if (stepsOf(list).length === 1) {
      return null;
    }

    const moved = insertStep(textOf(other), { list: to.path, index }, takeStep(text, path));
    const result = removeStep(text, path);
    take(list, step);
    put(to.list, index, step);
    expectSame(moved, textOf(other), "the dialog that it was moved to");
    return result;
  },
};

class Difference extends Error {}

// A file that ends without a break gets one where its last line is written.
const trimmed = (text: string) => text.replace(/(\r?\n)+$/, "");

function expectSame(actual: string, expected: string, what: string): void {
  if (trimmed(actual) !== trimmed(expected)) {
    throw new Difference(`${what}\n--- expected\n${show(expected)}\n--- actual\n${show(actual)}`);
  }

  const problems = parseDocument(actual).errors;
  if (problems.length > 0) {
    throw new Difference(`${what}: ${problems.join()}\n${show(actual)}`);
  }
}

const show = (text: string) => text.replaceAll("\r", "␍");

/** Plays each kind of edit on random dialogs. What it returns counts them; a difference is thrown, with its seed. */
export function run(seed: number, cases: number): string {
  const counts: Record<string, number> = {};
  for (const [index, [kind, edit]] of Object.entries(edits).entries()) {
    counts[kind] = 0;
    for (let number = 0; number < cases; number++) {
      const own = seed + number * 1009 + index * 1_000_003;
      const chance = new Chance(own);
      beginIds();
      const dialog = randomDialog(chance);
      const before = textOf(dialog);
      try {
        const after = edit(dialog, before, chance);
        if (after !== null) {
          expectSame(after, textOf(dialog), kind);
          counts[kind]++;
        }
      } catch (problem) {
        throw new Error(`${kind}, seed ${own}:\n${problem instanceof Difference ? `--- before\n${show(before)}\n${problem.message}` : (problem as Error).stack}`);
      }
    }
  }

  for (let number = 0; number < cases * 2; number++) {
    try {
      const kind = `form: ${editForm(new Chance(seed + number))}`;
      counts[kind] = (counts[kind] ?? 0) + 1;
    } catch (problem) {
      throw new Error(`seed ${seed + number}: ${(problem as Error).message}`);
    }
  }

  for (let number = 0; number < cases; number++) {
    try {
      for (const kind of editBot(new Chance(seed + number))) {
        counts[`bot: ${kind}`] = (counts[`bot: ${kind}`] ?? 0) + 1;
      }
    } catch (problem) {
      throw new Error(`seed ${seed + number}: ${(problem as Error).message}`);
    }
  }

  return Object.entries(counts).map(([kind, count]) => `${kind} ${count}`).join("\n");
}
