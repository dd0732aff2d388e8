import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";

/** What an expression can begin with: variables, values of the host, functions with their `$`. */
export type ExpressionNames = readonly string[];

const optionOf = (name: string): Completion => (name.startsWith("$") ? { label: name, apply: `${name}(`, type: "function" } : { label: name, type: "variable" });

/** Offers what may stand where the cursor is in an expression; nothing within a text. */
export function completeExpression(context: CompletionContext, names: ExpressionNames, before: string): CompletionResult | null {
  const word = /[$A-Za-z_][\w.]*$/.exec(before)?.[0] ?? "";
  if ((word === "" && !context.explicit) || isInText(before)) {
    return null;
  }

  return { from: context.pos - word.length, options: names.map(optionOf), validFor: /^[$\w.]*$/ };
}

function isInText(before: string): boolean {
  let quote = "";
  for (let at = 0; at < before.length; at++) {
    const letter = before[at]!;
    if (quote === "") {
      quote = letter === '"' || letter === "'" ? letter : "";
    } else if (letter === "\\") {
      at++;
    } else if (letter === quote) {
      quote = "";
    }
  }

  return quote !== "";
}
