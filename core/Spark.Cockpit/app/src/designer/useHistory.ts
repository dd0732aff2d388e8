import { useCallback, useState } from "react";
import type { Files } from "./model";

interface State {
  past: Files[];
  now: Files | undefined;
  future: Files[];
  /** What the last change was about, and when: typing on in one file is one change. */
  last: { about: string; at: number } | null;
}

const most = 200;
const together = 1000;

export interface History {
  files: Files | undefined;
  canUndo: boolean;
  canRedo: boolean;
  /** Begins anew: what was before cannot be come back to. */
  begin: (files: Files) => void;
  /** @param about what is being typed in; without it each change stands alone. */
  change: (edit: (files: Files) => Files, about?: string) => void;
  undo: () => void;
  redo: () => void;
}

/** The files as they are now, with the way back: one for the canvas, the forms and the text alike. */
export function useHistory(): History {
  const [state, setState] = useState<State>({ past: [], now: undefined, future: [], last: null });
  const begin = useCallback((files: Files) => setState({ past: [], now: files, future: [], last: null }), []);
  const change = useCallback((edit: (files: Files) => Files, about?: string) => {
    const at = Date.now();
    setState((before) => {
      const next = before.now ? edit(before.now) : before.now;
      if (!before.now || !next || next === before.now) {
        return before;
      }

      const isMore = about !== undefined && before.last?.about === about && at - before.last.at < together && before.future.length === 0;
      return { past: isMore ? before.past : [...before.past, before.now].slice(-most), now: next, future: [], last: about === undefined ? null : { about, at } };
    });
  }, []);
  const undo = useCallback(
    () => setState((before) => (before.now && before.past.length > 0 ? { past: before.past.slice(0, -1), now: before.past.at(-1), future: [before.now, ...before.future], last: null } : before)),
    [],
  );
  const redo = useCallback(
    () => setState((before) => (before.now && before.future.length > 0 ? { past: [...before.past, before.now], now: before.future[0], future: before.future.slice(1), last: null } : before)),
    [],
  );
  return { files: state.now, canUndo: state.past.length > 0, canRedo: state.future.length > 0, begin, change, undo, redo };
}
