import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";

const words: Completion[] = ["true", "false", "null"].map((label) => ({ label, type: "constant" }));

/** Offers the names within `{{`, and elsewhere, when somebody asks or types a word outside a text of JSON, its words and the names with their braces. */
export function completeTemplate(context: CompletionContext, names: readonly string[]): CompletionResult | null {
  const open = context.matchBefore(/\{\{\s*\w*/);
  if (open) {
    const word = /\w*$/.exec(open.text)![0];
    const isClosed = /^\s*\}\}/.test(context.state.sliceDoc(context.pos, context.pos + 4));
    return { from: context.pos - word.length, options: names.map((name): Completion => ({ label: name, apply: isClosed ? name : `${name}}}`, type: "variable" })), validFor: /^\w*$/ };
  }

  const word = context.matchBefore(/\w*/);
  const isInText = (context.state.sliceDoc(0, context.pos).replace(/\\./g, "").match(/"/g)?.length ?? 0) % 2 === 1;
  if (!word || (word.text === "" && !context.explicit) || (isInText && !context.explicit)) {
    return null;
  }

  const braced = names.map((name): Completion => ({ label: `{{${name}}}`, type: "variable" }));
  return { from: word.from, options: isInText ? braced : [...braced, ...words], filter: false, validFor: /^$/ };
}
