import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";

export type Files = Record<string, string>;

/** Tests and coordinates are no part of a version: they stay with the draft. */
export const isPublished = (path: string): boolean => !/^(tests|canvas)\//.test(path);

export type StepKind = "say" | "ask" | "goto" | "act" | "other";

/** Where a step leads to: a dialog, or an action dialog. */
export interface Target {
  label: string;
  id: string;
}

/** A step as the canvas shows it, and where it stands in its file. */
export interface StepRow {
  /** Its place in the file, which is its name on the canvas: `then` and `otherwise` give it depth. */
  path: string;
  kind: StepKind;
  verb: string;
  summary: string;
  depth: number;
  /** From 1. */
  line: number;
  lastLine: number;
  targets: Target[];
}

export interface DialogNode {
  id: string;
  file: string;
  name: string;
  isAction: boolean;
  intents: string[];
  rows: StepRow[];
  /** The events of the bot that lead here. */
  events: string[];
}

export const nodeId = (isAction: boolean, name: string) => `${isAction ? "action" : "dialog"}:${name}`;

const verbs: Record<string, StepKind> = {
  say: "say",
  ask: "ask",
  confirm: "ask",
  goto: "goto",
  when: "goto",
  visit: "goto",
  end: "goto",
  finish: "goto",
  run: "act",
  offload: "act",
  set: "other",
  clear: "other",
};

/** The colour of a step on the canvas. */
export const kindOf = (verb: string, isAction: boolean): StepKind => verbs[verb] ?? (isAction ? "act" : "other");

// What a message can show without a text.
const shown = new Set(["card", "media", "carousel", "list", "items", "image", "video", "file"]);

const decorations = new Set(["id", "into", "then", "otherwise", "with", "save", "outcomes", "buttons", "choices", "interrupt", "tries", "check", "invalid"]);

/** The dialogs and action dialogs of a bot. A file that cannot be read gives a node without rows; the checker says why. */
export function readNodes(files: Files): DialogNode[] {
  const nodes: DialogNode[] = [];
  for (const [file, text] of Object.entries(files)) {
    const match = /^(dialogs|actions)\/([^/]+)\.ya?ml$/.exec(file);
    if (match) {
      nodes.push(readNode(file, match[2]!, match[1] === "actions", text));
    }
  }

  const events = readEvents(files["bot.yaml"] ?? "");
  for (const node of nodes) {
    node.events = node.isAction ? [] : events.filter(([, dialog]) => dialog === node.name).map(([event]) => event);
  }

  return nodes;
}

function readEvents(text: string): [string, string][] {
  const root = parseDocument(text).contents;
  const events = isMap(root) ? root.get("events", true) : undefined;
  return isMap(events)
    ? events.items.flatMap((pair): [string, string][] => (isScalar(pair.key) && isScalar(pair.value) ? [[String(pair.key.value), String(pair.value.value)]] : []))
    : [];
}

function readNode(file: string, name: string, isAction: boolean, text: string): DialogNode {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: false });
  const node: DialogNode = { id: nodeId(isAction, name), file, name, isAction, intents: [], rows: [], events: [] };
  if (!isMap(document.contents)) {
    return node;
  }

  const trigger = document.contents.get("trigger", true);
  const intents = isMap(trigger) ? trigger.get("intents", true) : undefined;
  node.intents = isSeq(intents) ? intents.items.map((item) => (isScalar(item) ? String(item.value) : "")).filter(Boolean) : [];
  const steps = document.contents.get("steps", true);
  if (isSeq(steps)) {
    readSteps(steps, "steps", 0, lines, node.rows, isAction);
  }

  return node;
}

function readSteps(steps: YAMLSeq, path: string, depth: number, lines: LineCounter, rows: StepRow[], isAction: boolean): void {
  for (const [index, item] of steps.items.entries()) {
    if (isMap(item) && item.range) {
      readStep(item, `${path}[${index}]`, depth, lines, rows, isAction);
    }
  }
}

function readStep(step: YAMLMap, path: string, depth: number, lines: LineCounter, rows: StepRow[], isAction: boolean): void {
  const keys = step.items.map((pair) => (isScalar(pair.key) ? String(pair.key.value) : ""));
  // 'goto' and 'end' are verbs of their own and companions of 'say'.
  const own = keys.find((key) => key in verbs && key !== "goto" && key !== "end") ?? (isAction ? undefined : (keys.find((key) => shown.has(key)) ?? keys.find((key) => key in verbs)));
  const found = own ?? keys.find((key) => key && !decorations.has(key)) ?? keys[0] ?? "";
  const verb = !isAction && shown.has(found) ? "say" : found;
  const kind = kindOf(verb, isAction);
  const value = scalarOf(step, verb);
  const last = lines.linePos(Math.max(step.range![0], step.range![1] - 1));
  const row: StepRow = {
    path,
    kind,
    verb,
    summary: summaryOf(step, verb, value),
    depth,
    line: lines.linePos(step.range![0]).line,
    lastLine: last.line,
    targets: [],
  };
  rows.push(row);
  if ((verb === "goto" || verb === "visit") && value) {
    row.targets.push({ label: verb, id: nodeId(false, value) });
  } else if (verb === "run" && value) {
    row.targets.push({ label: verb, id: nodeId(true, value) });
  }

  const on = verb === "goto" ? null : scalarOf(step, "goto");
  if (on) {
    row.targets.push({ label: "goto", id: nodeId(false, on) });
  }

  const buttons = step.get("buttons", true);
  if (isMap(buttons)) {
    for (const pair of buttons.items) {
      const to = isMap(pair.value) ? scalarOf(pair.value, "goto") : null;
      if (to) {
        row.targets.push({ label: (isMap(pair.value) ? scalarOf(pair.value, "title") : null) ?? keyOf(pair), id: nodeId(false, to) });
      }
    }
  }

  for (const branch of ["then", "otherwise", "outcomes"] as const) {
    readBranch(step.get(branch, true), branch, row, path, depth, lines, rows, isAction);
  }
}

function readBranch(branch: unknown, name: string, row: StepRow, path: string, depth: number, lines: LineCounter, rows: StepRow[], isAction: boolean): void {
  if (isSeq(branch)) {
    readSteps(branch, `${path}.${name}`, depth + 1, lines, rows, isAction);
  } else if (isScalar(branch) && typeof branch.value === "string" && name !== "outcomes" && !isAction) {
    row.targets.push({ label: name, id: nodeId(false, branch.value) });
  } else if (isMap(branch) && name !== "outcomes") {
    const isStep = branch.items.some((pair) => keyOf(pair) in verbs || keyOf(pair) === "id");
    if (isStep && branch.range) {
      readStep(branch, `${path}.${name}`, depth + 1, lines, rows, isAction);
      return;
    }

    for (const pair of branch.items) {
      readBranch(pair.value, `${name}.${keyOf(pair)}`, row, path, depth, lines, rows, isAction);
    }
  }
}

const keyOf = (pair: Pair | unknown): string => (isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : "");

function scalarOf(map: YAMLMap, key: string): string | null {
  const node = map.get(key, true) as Node | undefined;
  return isScalar(node) && node.value !== null ? String(node.value) : null;
}

function summaryOf(step: YAMLMap, verb: string, value: string | null): string {
  if (value !== null) {
    return value;
  }

  const node = step.get(verb, true);
  if (isSeq(node)) {
    return node.items.map((item) => (isScalar(item) ? String(item.value) : "…")).join(" · ");
  }

  return isMap(node) ? node.items.map(keyOf).join(", ") : "";
}
