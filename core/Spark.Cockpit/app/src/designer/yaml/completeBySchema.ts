import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { BotNames } from "../forms/Names";
import { nameOf, type Schema } from "../forms/schema";
import { around } from "./complete";

/** What can stand where the cursor is in a file that has a plain schema: its keys, the values of what is one of a few, a dialog's id, a variable in an example. */
export function completeBySchema(context: CompletionContext, root: Schema, names: BotNames): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  if (before.trimStart().startsWith("#")) {
    return null;
  }

  const lines = context.state.doc.toString().split("\n");
  const brace = /\{(\w*)$/.exec(before);
  if (brace) {
    return { from: context.pos - brace[1]!.length, options: names.variables.map((label): Completion => ({ label, type: "variable" })), validFor: /^\w*$/ };
  }

  const open = /^(\s*(?:- +)*)([\w-]*)$/.exec(before);
  if (open) {
    const word = open[2]!;
    const here = around(lines, line.number - 1, open[1]!.length);
    const found = word === "" && !context.explicit ? [] : Object.keys(at(root, root, here.above).properties ?? {}).filter((name) => !here.siblings.includes(name));
    return found.length > 0 ? { from: context.pos - word.length, options: found.map((name): Completion => ({ label: name, apply: `${name}: `, type: "property" })), validFor: /^[\w-]*$/ } : null;
  }

  const value = /^(\s*(?:- +)*)([\w-]+):\s+([\w.-]*)$/.exec(before);
  if (!value) {
    return null;
  }

  const here = around(lines, line.number - 1, value[1]!.length);
  const options = valuesOf(at(root, root, [value[2]!, ...here.above], true), root, names);
  return options.length > 0 ? { from: context.pos - value[3]!.length, options: options.map((label): Completion => ({ label, type: "constant" })), validFor: /^[\w.-]*$/ } : null;
}

/** The schema below some keys, the nearest first; what it refers to is followed, but for the last one when its name says what it is. */
function at(schema: Schema, root: Schema, above: readonly string[], keepsName = false): Schema {
  return [...above].reverse().reduce((found, key, index) => {
    const outer = whole(found, root);
    const next = outer.properties?.[key] ?? (typeof outer.additionalProperties === "object" ? outer.additionalProperties : {});
    return keepsName && index === above.length - 1 ? next : whole(next, root);
  }, whole(schema, root));
}

/** A schema with what it refers to, the fields of all its forms, and those of a list's items, as a list's keys stand where its own would. */
function whole(schema: Schema, root: Schema): Schema {
  const referred = schema.$ref ? (root.$defs?.[nameOf(schema)] ?? {}) : schema;
  const parts = [referred, ...(referred.anyOf ?? []).map((one) => whole(one, root)), ...(referred.items ? [whole(referred.items, root)] : [])];
  const open = parts.find((one) => typeof one.additionalProperties === "object");
  return { ...referred, properties: Object.assign({}, ...parts.map((one) => one.properties ?? {})) as Record<string, Schema>, ...(open ? { additionalProperties: open.additionalProperties! } : {}) };
}

function valuesOf(schema: Schema, root: Schema, names: BotNames): string[] {
  if (nameOf(schema) === "id") {
    return names.dialogs;
  }

  const plain = whole(schema, root);
  const forms = [plain, ...(plain.anyOf ?? []).map((one) => whole(one, root))];
  return [...new Set(forms.flatMap((one) => [...(one.enum ?? []), ...(one.const === undefined ? [] : [one.const]), ...(one.type === "boolean" ? [true, false] : [])].map(String)))];
}
