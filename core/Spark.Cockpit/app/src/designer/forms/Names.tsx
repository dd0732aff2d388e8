import { createContext, useContext } from "react";

/** What a bot has names for: offered where a form asks for one. */
export interface BotNames {
  dialogs: string[];
  actions: string[];
  connections: string[];
  intents: string[];
  variables: string[];
  languages: string[];
  /** The outcomes of each action dialog. */
  outcomes: Record<string, string[]>;
  /** What an expression can name. */
  expression: readonly string[];
}

export const noNames: BotNames = { dialogs: [], actions: [], connections: [], intents: [], variables: [], languages: [], outcomes: {}, expression: [] };

export const NamesContext = createContext<BotNames>(noNames);

const kinds: Record<string, keyof Omit<BotNames, "outcomes" | "expression">> = {
  goto: "dialogs",
  visit: "dialogs",
  otherwise: "dialogs",
  unanswered: "dialogs",
  run: "actions",
  offload: "connections",
  call: "connections",
  interrupt: "intents",
  leave: "intents",
  intents: "intents",
  understand: "intents",
  into: "variables",
  clear: "variables",
  discloses: "variables",
  variables: "variables",
  set: "variables",
  save: "variables",
  plugin: "connections",
};

/** Of what kind the names are that may stand in a field; undefined when any text may. */
export const kindOfName = (field: string, isAction: boolean) => {
  const kind = kinds[field];
  return isAction && kind === "dialogs" ? undefined : kind;
};

/** The names that may stand in a field. */
export function useNamesFor(field: string, isAction: boolean): string[] {
  const names = useContext(NamesContext);
  const kind = kindOfName(field, isAction);
  return kind ? names[kind] : [];
}
