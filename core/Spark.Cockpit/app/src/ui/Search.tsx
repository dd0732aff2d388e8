import { SearchBox } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";

/** A text that is looked for once its author pauses. */
export function Search({ value, onSearch, placeholder }: { value: string; onSearch: (text: string) => void; placeholder: string }) {
  const [text, setText] = useState(value);
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  // A view or a link brings a text of its own.
  useEffect(() => setText((before) => (before.trim() === value ? before : value)), [value]);
  useEffect(() => {
    if (text.trim() === value) {
      return;
    }

    const timer = setTimeout(() => latest.current(text.trim()), 300);
    return () => clearTimeout(timer);
  }, [text, value]);
  return <SearchBox size="small" value={text} onChange={(_, data) => setText(data.value)} placeholder={placeholder} />;
}
