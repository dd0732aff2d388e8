import { createContext } from "react";
import type { CanvasEdits, Chosen } from "./types";

/** What every card on the canvas has to know. */
export interface Canvasing {
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
  /** The places that a test has passed: `dialogs/menu.yaml:4`. */
  visited: ReadonlySet<string> | null;
  /** The places that have problems. */
  troubled: ReadonlySet<string>;
  /** What can be changed here; null when it may only be looked at. */
  edits: CanvasEdits | null;
}

export const CanvasContext = createContext<Canvasing>({ edits: null, chosen: null, onChoose: () => {}, visited: null, troubled: new Set() });
