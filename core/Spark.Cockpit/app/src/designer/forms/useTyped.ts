import { type KeyboardEvent, useEffect, useState } from "react";

interface Typed {
  value: string;
  onChange: (event: unknown, change: { value: string }) => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** What is being typed: given on when the field is left, or with Enter on a line; Escape takes it back. */
export function useTyped(value: string, commit: (next: string) => void): Typed {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const give = () => {
    if (text !== value) {
      commit(text);
    }
  };
  return {
    value: text,
    onChange: (_, change) => setText(change.value),
    onBlur: give,
    onKeyDown: (event) => {
      if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
        event.preventDefault();
        give();
      } else if (event.key === "Escape" && text !== value) {
        event.stopPropagation();
        setText(value);
      }
    },
  };
}
