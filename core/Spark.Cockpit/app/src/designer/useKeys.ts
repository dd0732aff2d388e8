import { useEffect, useRef } from "react";
import type { Draft } from "./useDraft";

/** Goes a step back or forth. What was being typed in a field is written first, so that it can be taken back. */
export function step(go: () => void): void {
  leaveField();
  go();
}

/** Ctrl+S keeps the draft; Ctrl+Z and Ctrl+Y go back and forth. */
export function useKeys(draft: Draft, mayEdit: boolean): void {
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : "";
      if (key === "s") {
        event.preventDefault();
        if (mayEdit) {
          leaveField();
          setTimeout(() => void latest.current.save());
        }
      } else if ((key === "z" || key === "y") && mayEdit && !isTyping(event.target)) {
        event.preventDefault();
        const { undo, redo } = latest.current.history;
        (key === "y" || event.shiftKey ? redo : undo)();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [mayEdit]);
}

// A field is written when it is left.
const leaveField = () => (document.activeElement as HTMLElement | null)?.blur();

/** A field keeps its own way back, until it is left; the editor of texts has none of its own. */
const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target.closest(".cm-editor") !== null);
