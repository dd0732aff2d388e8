import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { completeExpression } from "../../ui/code/completeExpression";
import { type BotNames, kindOfName } from "../forms/Names";
import { completeBySchema } from "./completeBySchema";
import { type Forms, type Schema, waysOf } from "../forms/schema";

/** A key of a file's text, and the column in which it stands. */
export interface Key {
  name: string;
  column: number;
  hasValue: boolean;
}

export const keyOn = (line: string): Key | null => {
  const found = /^(\s*(?:- +)*)([\w-]+):(\s+\S.*)?\s*$/.exec(line);
  return found ? { name: found[2]!, column: found[1]!.length, hasValue: found[3] !== undefined && !/^\s+#/.test(found[3]) } : null;
};

/** What stands beside a place, and the keys above it, the nearest first. */
export interface Around {
  siblings: string[];
  above: string[];
}

/** Found by columns, as a file that is being typed is seldom well formed. */
export function around(lines: readonly string[], at: number, column: number): Around {
  const siblings: string[] = [];
  const above: string[] = [];
  let within = column;
  for (let line = at - 1; line >= 0; line--) {
    const key = keyOn(lines[line]!);
    if (key && key.column === column && above.length === 0 && !lines.slice(line + 1, at + 1).some((one) => isItem(one, column))) {
      siblings.push(key.name);
    } else if (key && key.column < within && !key.hasValue) {
      above.push(key.name);
      within = key.column;
    } else if (key && key.column < within && /^\s*- /.test(lines[line]!)) {
      within = key.column;
    }
  }

  for (let line = at + 1; line < lines.length; line++) {
    const key = keyOn(lines[line]!);
    if (isItem(lines[line]!, column) || (key && key.column < column)) {
      break;
    }

    if (key?.column === column) {
      siblings.push(key.name);
    }
  }

  return { siblings, above };
}

/** True for a line on which a list's next item begins, whose keys stand in this column. */
const isItem = (line: string, column: number): boolean => /^\s*(?:- +)+/.exec(line)?.[0].length === column;

const branches = new Set(["steps", "then", "otherwise"]);

/** What can stand where the cursor is in a dialog's or an action dialog's text: keys out of the schemas, names that the bot has, and what an expression can name. */
export function completeYaml(context: CompletionContext, file: string, forms: Forms, names: BotNames): CompletionResult | null {
  const other = forms.other(file);
  if (other) {
    return completeBySchema(context, other, names);
  }

  const kind = /^(dialogs|actions)\//.exec(file)?.[1];
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const isAction = kind === "actions";
  const lines = context.state.doc.toString().split("\n");
  const open = /^(\s*(?:- +)*)([\w-]*)$/.exec(before);
  if (!kind || before.trimStart().startsWith("#")) {
    return null;
  }

  if (open) {
    const word = open[2]!;
    const fields = word === "" && !context.explicit ? [] : keysAt(around(lines, line.number - 1, open[1]!.length), open[1]!.length, isAction, forms);
    return fields.length > 0 ? { from: context.pos - word.length, options: fields.map((name): Completion => ({ label: name, apply: `${name}: `, type: "property" })), validFor: /^[\w-]*$/ } : null;
  }

  const brace = /\{([^{}]*)$/.exec(before);
  const value = /^(\s*(?:- +)*)([\w-]+):\s+(.*)$/.exec(before);
  if (!value) {
    return brace ? completeExpression(context, names.expression, brace[1]!) : null;
  }

  const [, indent, key, text] = value as unknown as [string, string, string, string];
  const here = around(lines, line.number - 1, indent.length);
  const schema = schemaOf(key, here, isAction, forms);
  if (isWorkedOut(schema)) {
    return completeExpression(context, names.expression, text);
  }

  if (brace && !/^\s*\{/.test(text)) {
    return completeExpression(context, names.expression, brace[1]!);
  }

  const word = /[\w.-]*$/.exec(text)![0];
  const options = valuesOf(key, schema, isAction, names);
  return options.length > 0 && (/^[[,\s\w.-]*$/.test(text) || text === "") ? { from: context.pos - word.length, options: options.map((name): Completion => ({ label: name, type: "constant" })), validFor: /^[\w.-]*$/ } : null;
}

function keysAt({ siblings, above }: Around, column: number, isAction: boolean, forms: Forms): string[] {
  const free = (known: Iterable<string>) => [...known].filter((name) => !siblings.includes(name));
  if (column === 0) {
    return free([isAction ? "action" : "dialog", ...Object.keys(forms.file(isAction).properties ?? {}), "steps"]);
  }

  const fields = stepOf(siblings, isAction, forms)?.properties;
  if (fields) {
    return free(Object.keys(fields));
  }

  const inner = above[0] === undefined ? undefined : forms.file(isAction).properties?.[above[0]];
  return branches.has(above[0] ?? "") || above[1] === "then" ? free(["id", ...forms.verbs(isAction)]) : free(Object.keys(inner?.properties ?? {}));
}

/** The fields of a step, by the verb among its keys. */
function stepOf(keys: string[], isAction: boolean, forms: Forms): Schema | null {
  const verbs = forms.verbs(isAction);
  const verb = verbs.filter((one) => keys.includes(one)).sort((one, other) => Number(one === "goto" || one === "end") - Number(other === "goto" || other === "end"))[0];
  return verb === undefined ? null : forms.step(isAction, verb);
}

function schemaOf(key: string, { siblings, above }: Around, isAction: boolean, forms: Forms): Schema | undefined {
  const own = stepOf([key, ...siblings], isAction, forms)?.properties?.[key];
  if (own || above[0] === undefined) {
    return own ?? forms.file(isAction).properties?.[key];
  }

  // An entry of a map, such as `set`, whose names are its author's.
  const outer = stepOf([above[0]], isAction, forms)?.properties?.[above[0]];
  return typeof outer?.additionalProperties === "object" ? outer.additionalProperties : undefined;
}

const isWorkedOut = (schema: Schema | undefined): boolean => schema !== undefined && waysOf(schema).some((way) => way.widget === "expression");

function valuesOf(key: string, schema: Schema | undefined, isAction: boolean, names: BotNames): string[] {
  const ways = schema ? waysOf(schema) : [];
  const known = kindOfName(key, isAction);
  const choices = ways.flatMap((way) => (way.widget === "choice" ? (way.schema.enum ?? [way.schema.const]).map(String) : way.widget === "boolean" ? ["true", "false"] : []));
  return [...new Set([...(ways.some((way) => way.widget === "branch") ? ["next"] : []), ...(known ? names[known] : []), ...choices])];
}
