import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

/** JSONata, as far as colours go. */
export const expression = StreamLanguage.define({
  token(stream) {
    if (stream.eatSpace()) {
      return null;
    }

    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'(?:[^'\\]|\\.)*'?/)) {
      return "string";
    }

    if (stream.match(/^\/\*.*?(?:\*\/|$)/)) {
      return "comment";
    }

    if (stream.match(/^\d+(?:\.\d+)?/) || stream.match(/^(?:true|false|null)\b/)) {
      return "number";
    }

    if (stream.match(/^(?:and|or|in|function)\b/)) {
      return "keyword";
    }

    if (stream.match(/^\$\w*/)) {
      return "variableName";
    }

    return stream.match(/^[\w.]+/) ? "propertyName" : (stream.next(), null);
  },
});

/** The colours of the page's own theme. */
export const codeColours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.variableName], color: "var(--code-key)" },
    { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
    { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
    { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: "var(--code-number)" },
  ]),
);
