import { isSeq, type Node } from "yaml";
import { addStep, atEnd, before, behind, carryStep, dropStep, newStep, withFile } from "../src/designer/canvas/edits";
import { putDown } from "../src/designer/canvas/positions";
import { exitsOf, leadTo } from "../src/designer/exits";
import { type DialogNode, type Files, readNodes, type StepRow } from "../src/designer/model";
import { isSame, setValue } from "../src/designer/yaml/edit";
import { contentEnd, findPlace, lineStart, toPath } from "../src/designer/yaml/place";
import { isMapValue } from "../src/designer/yaml/render";
import type { StepPlace } from "../src/designer/yaml/steps";
import type { Chance } from "./chance";
import { at, insertInto, moveIn, read, removeFrom, sorted, write } from "./manyForms";
import { beginIds, randomDialog, textOf } from "./randomDialog";

type Values = Record<string, unknown>;

/** An edit of a bot: its files afterwards, and the values that they must hold then, by file. A file that is not named stays as it is. */
interface Edited {
  files: Files;
  expected: Record<string, Values>;
  /** The steps at the top, by file, whose lines may be written. */
  touched: Record<string, unknown[]>;
}

/** Where a step of a dialog goes. */
interface Place {
  node: DialogNode;
  place: StepPlace;
}

const fileNames = ["here", "there", "far-away"];

function randomBot(chance: Chance): Files {
  const files: Files = {
    "bot.yaml": "spark: 1\nbot: here\nlanguages: [en, nl]   # two\nvariables:\n  account: { type: email }\nconnections: { desk: { plugin: x } }\n",
    "actions/escalate.yaml": "action: escalate\nsteps:\n  - offload: desk   # whoever is free\n    outcomes: { queued: result = \"accepted\" }\n    otherwise: failed\n",
  };
  for (const name of fileNames) {
    files[`dialogs/${name}.yaml`] = textOf(randomDialog(chance));
  }

  const ids = readNodes(files).flatMap((node) => [...files[node.file]!.matchAll(/\bid: (step-\d+)/g)].map((match) => `${node.name}.${match[1]}`));
  const ending = chance.is(0.3) ? "\r\n" : "\n";
  const lines = ids.filter(() => chance.is(0.6)).flatMap((key) => [...(chance.is(0.3) ? ["# about a text"] : []), `${key}: 'Hallo: jij'   # short`, ...(chance.is(0.3) ? [`${key}.buttons.one: Grootte`] : [])]);
  files["locales/nl.yaml"] = ["# Dutch", ...lines, "nobody.knows: x", ""].join(ending);
  files["locales/.lock"] = ["nl:", ...ids.slice(0, 3).map((key) => `  ${key}: 0123 4567`), "  nobody.knows: 1 2", ""].join("\n");
  return files;
}

/** A random place in a bot, of the kind that a hand or a form gives. */
function randomPlace(chance: Chance, files: Files, nodes: DialogNode[]): Place {
  const node = chance.pick(nodes.filter((one) => !one.isAction && one.rows.length > 0));
  const row = chance.pick(node.rows);
  return { node, place: chance.is(0.2) ? atEnd(files[node.file]!) : chance.is(0.5) ? before(row) : behind(row) };
}

const edits: Record<string, (files: Files, nodes: DialogNode[], chance: Chance) => Edited | null> = {
  "adds a step"(files, nodes, chance) {
    const { node, place } = randomPlace(chance, files, nodes);
    const step = newStep(chance.pick(["say", "ask", "confirm", "when", "goto", "visit", "run", "set", "clear", "end"]), node, files, nodes);
    const expected = read(files[node.file]!);
    insertInto(expected, place.list, place.index, step);
    return { files: addStep(files, node, place, step), expected: { [node.file]: expected }, touched: { [node.file]: [place.list[1]] } };
  },
  "takes a step out"(files, nodes, chance) {
    const { node, row } = randomRow(chance, nodes);
    const expected = read(files[node.file]!);
    removeFrom(expected, toPath(row.path));
    return { files: dropStep(files, node, row), expected: { [node.file]: expected }, touched: { [node.file]: [toPath(row.path)[1]] } };
  },
  "moves a step"(files, nodes, chance) {
    const { node, row } = randomRow(chance, nodes);
    const target = randomPlace(chance, files, nodes);
    const path = toPath(row.path);
    if (node.id === target.node.id) {
      if (path.every((part, depth) => target.place.list[depth] === part)) {
        return null;
      }

      const expected = read(files[node.file]!);
      moveIn(expected, path, target.place.list, target.place.index);
      return { files: carryStep(files, node, row, node, target.place), expected: { [node.file]: expected }, touched: { [node.file]: [path[1], target.place.list[1]] } };
    }

    const from = read(files[node.file]!);
    const to = read(files[target.node.file]!);
    const step = structuredClone(at(from, path)) as Values;
    removeFrom(from, path);
    insertInto(to, target.place.list, target.place.index, step);
    const ids = new Set(JSON.stringify(step).match(/step-\d+/g) ?? []);
    const renamed = (texts: Values): Values => Object.fromEntries(Object.entries(texts).map(([key, text]) => [ids.has(key.split(".")[1] ?? "") && key.startsWith(`${node.name}.`) ? target.node.name + key.slice(node.name.length) : key, text]));
    const lock = read(files["locales/.lock"]!);
    return {
      files: carryStep(files, node, row, target.node, target.place),
      expected: {
        [node.file]: from,
        [target.node.file]: to,
        "locales/nl.yaml": renamed(read(files["locales/nl.yaml"]!)),
        "locales/.lock": { nl: renamed(lock["nl"] as Values) },
      },
      touched: { [node.file]: [path[1]], [target.node.file]: [target.place.list[1]] },
    };
  },
  "leads a step elsewhere"(files, nodes, chance) {
    const { node, row } = randomRow(chance, nodes);
    const text = files[node.file]!;
    const exits = exitsOf(row, node, text, files).filter((exit) => !exit.isAction);
    if (exits.length === 0) {
      return null;
    }

    const exit = chance.pick(exits);
    const to = chance.pick(fileNames);
    const expected = read(text);
    const parent = exit.path.slice(0, -1);
    if (exit.path.at(-2) === "then" && !isMapValue(at(expected, parent))) {
      write(expected, parent, {});
    }

    write(expected, exit.path, to);
    return { files: withFile(files, node.file, leadTo(text, exit, to)), expected: { [node.file]: expected }, touched: { [node.file]: [exit.path[1]] } };
  },
  "changes a list"(files, nodes, chance) {
    const { node, row } = randomRow(chance, nodes);
    const path = [...toPath(row.path), "interrupt"];
    const expected = read(files[node.file]!);
    const next = ["human", "problem", "wifi", "it's", "a: b"].filter(() => chance.is(0.5));
    if (next.length === 0 || chance.is(0.2)) {
      delete (at(expected, path.slice(0, -1)) as Values)["interrupt"];
      return Object.keys(at(expected, path.slice(0, -1)) as Values).length === 0 ? null : { files: withFile(files, node.file, setValue(files[node.file]!, path, undefined)), expected: { [node.file]: expected }, touched: { [node.file]: [path[1]] } };
    }

    write(expected, path, chance.is(0.5) ? next : next.reverse());
    return { files: withFile(files, node.file, setValue(files[node.file]!, path, at(expected, path))), expected: { [node.file]: expected }, touched: { [node.file]: [path[1]] } };
  },
  "puts a dialog down"(files, nodes, chance) {
    const node = chance.pick(nodes);
    const file = node.isAction ? "canvas/actions.yaml" : "canvas/dialogs.yaml";
    const spot = { x: chance.below(4000) - 2000, y: chance.below(4000) - 2000 };
    return { files: putDown(files, node.id, { x: spot.x + 0.3, y: spot.y }), expected: { [file]: { ...(files[file] ? read(files[file]) : {}), [node.name]: spot } }, touched: {} };
  },
};

function randomRow(chance: Chance, nodes: DialogNode[]): { node: DialogNode; row: StepRow } {
  const node = chance.pick(nodes.filter((one) => !one.isAction && one.rows.length > 0));
  return { node, row: chance.pick(node.rows) };
}

/** Several edits in a row on a random bot; throws when one gives other values than the same edit of the values, or writes a line that it is not about. */
export function editBot(chance: Chance): string[] {
  beginIds();
  let files = randomBot(chance);
  const played: string[] = [];
  for (let number = 0; number < 5; number++) {
    const kind = chance.pick(Object.keys(edits));
    const nodes = readNodes(files);
    const edited = nodes.some((node) => !node.isAction && node.rows.length > 0) ? edits[kind]!(files, nodes, chance) : null;
    if (edited) {
      compare(kind, files, edited);
      played.push(kind);
      files = edited.files;
    }
  }

  return played;
}

function compare(kind: string, files: Files, { files: after, expected, touched }: Edited): void {
  for (const path of new Set([...Object.keys(files), ...Object.keys(after)])) {
    const text = after[path] ?? "";
    const fail = (why: string) => {
      throw new Error(`${kind}: ${path}: ${why}\n--- before\n${files[path]}\n--- after\n${text}\n--- expected\n${JSON.stringify(expected[path])}`.replaceAll("\r", "␍"));
    };
    if (!(path in expected)) {
      if (files[path] !== text) {
        fail("it is not about this file");
      }
    } else if (!isSame(sorted(read(text)), sorted(expected[path]))) {
      fail("the result differs from the same edit of the values");
    } else if (path.startsWith("dialogs/")) {
      for (const [place, lines] of topSteps(files[path]!).entries()) {
        if (!touched[path]!.includes(place) && !text.includes(lines)) {
          fail(`the lines of step ${place} differ`);
        }
      }
    } else if (path.startsWith("locales/") && rests(text) !== rests(files[path]!)) {
      fail("something else than names differs");
    }
  }
}

/** The lines of each step at the top. */
function topSteps(text: string): string[] {
  const list = findPlace(text, ["steps"])?.node;
  return isSeq(list) ? list.items.map((item) => text.slice(lineStart(text, (item as Node).range![0]), contentEnd(text, item as Node))) : [];
}

// What a line says besides the name of its text.
const rests = (text: string): string => text.replaceAll(/^( *)(here|there|far-away)\./gm, "$1");
