import type { Spot } from "./layout";

/** A dialog on the canvas, or one of its steps. */
export interface Chosen {
  node: string;
  path: string | null;
}

/** Where something was let go: before or behind a step, or at the end of a dialog. */
export interface Drop {
  node: string;
  path: string | null;
  isBefore: boolean;
}

export interface CanvasEdits {
  put: (node: string, spot: Spot) => void;
  layOut: () => void;
  add: (verb: string, isAction: boolean, drop: Drop) => void;
  carry: (from: Chosen, drop: Drop) => void;
  connect: (from: Chosen, to: string) => void;
  remove: (step: Chosen) => void;
  shift: (step: Chosen, by: number) => void;
}
