import { StreamLanguage } from "@codemirror/language";

/** A text with `{{names}}` in it, mostly JSON, as far as colours go. */
export const template = StreamLanguage.define<{ isInText: boolean }>({
  startState: () => ({ isInText: false }),
  token(stream, state) {
    if (stream.match(/^\{\{\s*\w*\s*(?:\}\})?/)) {
      return "variableName";
    }

    if (stream.match(/^\\./)) {
      return state.isInText ? "string" : null;
    }

    if (stream.eat('"')) {
      state.isInText = !state.isInText;
      return "string";
    }

    if (state.isInText) {
      stream.eatWhile((letter: string) => letter !== '"' && letter !== "\\" && letter !== "{");
      return stream.current() === "" ? (stream.next(), "string") : "string";
    }

    if (stream.match(/^-?\d+(?:\.\d+)?/) || stream.match(/^(?:true|false|null)\b/)) {
      return "number";
    }

    stream.next();
    return null;
  },
});
