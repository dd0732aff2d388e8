import { type DialogNode, type Files, type StepRow } from "../model";
import { outcomesOf } from "../exits";
import { renameKey } from "../yaml/edit";
import { type Path, toPath, valueAt } from "../yaml/place";
import { isMapValue, stepLines } from "../yaml/render";
import { insertStep, moveStep, removeStep, type StepPlace, takeStep } from "../yaml/steps";

/** What the canvas does to a bot's files. Each gives the files anew, with no line written but those that it is about. */

export const withFile = (files: Files, path: string, text: string): Files => (files[path] === text ? files : { ...files, [path]: text });

/** Behind a step. */
export function behind(row: StepRow): StepPlace {
  const path = toPath(row.path);
  const last = path.at(-1)!;
  return typeof last === "number" ? { list: path.slice(0, -1), index: last + 1 } : { list: path, index: 1 };
}

export function before(row: StepRow): StepPlace {
  const { list, index } = behind(row);
  return { list, index: index - 1 };
}

/** At the end of a dialog. */
export function atEnd(text: string): StepPlace {
  const steps = valueAt(text, ["steps"]);
  return { list: ["steps"], index: Array.isArray(steps) ? steps.length : 0 };
}

function freeId(text: string): string {
  const known = new Set([...text.matchAll(/\bid: *([\w-]+)/g)].map((match) => match[1]));
  for (let number = 1; ; number++) {
    if (!known.has(`step-${number}`)) {
      return `step-${number}`;
    }
  }
}

/** A new step: what a verb needs, so that only what its author has to say is missing. */
export function newStep(verb: string, node: DialogNode, files: Files, nodes: DialogNode[]): Record<string, unknown> {
  const text = files[node.file] ?? "";
  const dialog = nodes.find((one) => !one.isAction && one.name !== node.name)?.name ?? node.name;
  const action = nodes.find((one) => one.isAction)?.name ?? "action";
  const connections = valueAt(files["bot.yaml"] ?? "", ["connections"]);
  const connection = Object.keys(isMapValue(connections) ? connections : {})[0] ?? "desk";
  const variables = valueAt(files["bot.yaml"] ?? "", ["variables"]);
  const variable = Object.keys(isMapValue(variables) ? variables : {})[0] ?? "answer";
  const id = freeId(text);
  switch (verb) {
    case "say":
      return { id, say: "…" };
    case "ask":
      return { id, ask: "…?", into: variable };
    case "confirm":
      return { id, confirm: "…?", otherwise: dialog };
    case "when":
      return node.isAction ? { when: true, then: "done" } : { when: true, then: dialog };
    case "goto":
    case "visit":
      return { [verb]: dialog };
    case "run": {
      const outcomes = outcomesOf(files[`actions/${action}.yaml`] ?? "");
      return { run: action, ...(outcomes.length > 1 ? { then: Object.fromEntries(outcomes.map((outcome) => [outcome, "next"])) } : {}) };
    }
    case "set":
      return { set: { [variable]: '""' } };
    case "clear":
      return { clear: [variable] };
    case "end":
      return { end: "resolved" };
    case "offload":
      return { offload: connection, outcomes: { queued: 'result = "accepted"' }, otherwise: "failed" };
    case "finish":
      return { finish: "done" };
    default:
      return { [verb]: "…" };
  }
}

export function addStep(files: Files, node: DialogNode, place: StepPlace, step: Record<string, unknown>): Files {
  return withFile(files, node.file, insertStep(files[node.file] ?? "", place, stepLines(step)));
}

export const dropStep = (files: Files, node: DialogNode, row: StepRow): Files => withFile(files, node.file, removeStep(files[node.file] ?? "", toPath(row.path)));

/** Moves a step, within its dialog or to another one: then its translations go along. */
export function carryStep(files: Files, from: DialogNode, row: StepRow, to: DialogNode, place: StepPlace): Files {
  const text = files[from.file] ?? "";
  const path = toPath(row.path);
  if (from.id === to.id) {
    return withFile(files, from.file, moveStep(text, path, place) ?? text);
  }

  const ids = idsIn(valueAt(text, path));
  const moved = insertStep(files[to.file] ?? "", place, takeStep(text, path));
  return moved === files[to.file] ? files : carryTexts({ ...files, [from.file]: removeStep(text, path), [to.file]: moved }, from, to, ids);
}

function idsIn(step: unknown): string[] {
  return Array.isArray(step) ? step.flatMap(idsIn) : isMapValue(step) ? [...(typeof step["id"] === "string" ? [step["id"]] : []), ...Object.values(step).flatMap(idsIn)] : [];
}

// The keys of texts begin with the dialog; the lock file has them below each language.
function carryTexts(files: Files, from: DialogNode, to: DialogNode, ids: string[]): Files {
  const result = { ...files };
  for (const path of Object.keys(files).filter((one) => /^locales\/(.+\.yaml|\.lock)$/.test(one))) {
    const value = valueAt(files[path]!, []);
    const maps: [Path, unknown][] = path.endsWith(".lock") ? Object.entries(isMapValue(value) ? value : {}).map(([language, texts]) => [[language], texts]) : [[[], value]];
    for (const [at, texts] of maps) {
      for (const key of Object.keys(isMapValue(texts) ? texts : {})) {
        if (ids.some((id) => key === `${from.name}.${id}` || key.startsWith(`${from.name}.${id}.`))) {
          result[path] = renameKey(result[path]!, at, key, to.name + key.slice(from.name.length));
        }
      }
    }
  }

  return result;
}
