import { setValue } from "./yaml/edit";
import { type Path, toPath, valueAt } from "./yaml/place";
import { isMapValue } from "./yaml/render";
import type { DialogNode, Files, StepRow } from "./model";

/** A way out of a step: where in the file it says so, and what it says. */
export interface Exit {
  /** What the way is called: `otherwise`, `then.failed`, a button's name. */
  label: string;
  path: Path;
  /** The dialog or action dialog that it leads to; null for none, or for steps of its own. */
  to: string | null;
  isAction: boolean;
  /** How many steps of its own it has. */
  steps: number;
}

/** The outcomes in which an action dialog can end, as its file says them. */
export function outcomesOf(text: string): string[] {
  const found = new Set<string>();
  const walk = (step: unknown): void => {
    if (Array.isArray(step)) {
      step.forEach(walk);
    } else if (isMapValue(step)) {
      Object.keys(isMapValue(step["outcomes"]) ? step["outcomes"] : {}).forEach((name) => found.add(name));
      for (const key of ["finish", "otherwise", "then"]) {
        const branch = step[key];
        if (typeof branch === "string") {
          found.add(branch);
        } else {
          walk(branch);
        }
      }
    }
  };
  walk(valueAt(text, ["steps"]));
  found.delete("next");
  return [...found];
}

/** The ways out of a step that can be led to another dialog. */
export function exitsOf(row: StepRow, node: DialogNode, text: string, files: Files): Exit[] {
  const path = toPath(row.path);
  const step = valueAt(text, path);
  if (node.isAction || !isMapValue(step)) {
    return [];
  }

  const exit = (label: string, inner: Path, value: unknown, isAction = false): Exit => ({
    label,
    path: [...path, ...inner],
    to: typeof value === "string" && value !== "next" ? value : null,
    isAction,
    steps: Array.isArray(value) ? value.length : isMapValue(value) ? 1 : 0,
  });
  switch (row.verb) {
    case "goto":
    case "visit":
      return [exit(row.verb, [row.verb], step[row.verb])];
    case "when":
      return [exit("then", ["then"], step["then"]), exit("otherwise", ["otherwise"], step["otherwise"])];
    case "ask":
    case "confirm":
      return [exit("otherwise", ["otherwise"], step["otherwise"]), exit("unanswered", ["unanswered"], step["unanswered"])];
    case "run": {
      const then = isMapValue(step["then"]) ? step["then"] : {};
      const action = typeof step["run"] === "string" ? step["run"] : "";
      const outcomes = [...new Set([...outcomesOf(files[`actions/${action}.yaml`] ?? ""), ...Object.keys(then)])];
      return [exit("run", ["run"], step["run"], true), ...outcomes.map((outcome) => exit(`then.${outcome}`, ["then", outcome], then[outcome]))];
    }
    default: {
      const buttons = ["buttons", "replies"].flatMap((key) => Object.entries(isMapValue(step[key]) ? step[key] : {}).map(([name, button]): Exit => exit(`${key}.${name}`, [key, name, "goto"], isMapValue(button) ? button["goto"] : null)));
      return row.kind === "say" ? [...("end" in step ? [] : [exit("goto", ["goto"], step["goto"])]), ...buttons] : [];
    }
  }
}

/** Leads a way out to a dialog; null takes it away. */
export function leadTo(text: string, exit: Exit, to: string | null): string {
  const parent = exit.path.slice(0, -1);
  // The first answer to an outcome makes the map of them.
  return exit.path.at(-2) === "then" && !isMapValue(valueAt(text, parent)) ? (to === null ? text : setValue(text, parent, { [String(exit.path.at(-1))]: to })) : setValue(text, exit.path, to ?? undefined);
}
