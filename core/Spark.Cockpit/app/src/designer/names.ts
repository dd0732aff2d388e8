import { outcomesOf } from "./exits";
import type { BotNames } from "./forms/Names";
import type { DialogNode, Files } from "./model";
import { valueAt } from "./yaml/place";
import { isMapValue } from "./yaml/render";

const keysOf = (value: unknown): string[] => (isMapValue(value) ? Object.keys(value) : []);

/**
 * What a bot has names for.
 * @param known what every expression can name.
 */
export function readNames(files: Files, nodes: DialogNode[], known: readonly string[]): BotNames {
  const value = valueAt(files["bot.yaml"] ?? "", []);
  const bot = isMapValue(value) ? value : {};
  const variables = keysOf(bot["variables"]);
  const inFolder = Object.keys(files).flatMap((path) => /^intents\/(.+)\.yaml$/.exec(path)?.[1] ?? []);
  return {
    dialogs: nodes.filter((node) => !node.isAction).map((node) => node.name),
    actions: nodes.filter((node) => node.isAction).map((node) => node.name),
    connections: keysOf(bot["connections"]),
    intents: [...keysOf(valueAt(files["intents.yaml"] ?? "", [])), ...inFolder],
    variables,
    languages: Array.isArray(bot["languages"]) ? bot["languages"].map(String) : [],
    outcomes: Object.fromEntries(nodes.filter((node) => node.isAction).map((node) => [node.name, outcomesOf(files[node.file] ?? "")])),
    expression: [...variables, ...known],
  };
}
