import { type DragEvent, useState } from "react";
import type { DialogNode } from "../model";
import { verbType } from "./Palette";
import type { CanvasEdits, Chosen, Drop } from "./types";

/** What a step is while it is dragged. */
export const stepType = "application/x-spark-step";

/** Where something that is dragged over a dialog would be let go. */
export function useDrop(dialog: DialogNode, edits: CanvasEdits | null) {
  const [drop, setDrop] = useState<Drop | null>(null);
  if (!edits) {
    return { drop: null, handlers: {} };
  }

  const placeOf = (event: DragEvent): Drop => {
    const row = (event.target as Element).closest<HTMLElement>("[data-path]");
    const box = row?.getBoundingClientRect();
    return { node: dialog.id, path: row?.dataset["path"] ?? null, isBefore: box !== undefined && event.clientY < box.top + box.height / 2 };
  };
  const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(verbType) || event.dataTransfer.types.includes(stepType);
  return {
    drop,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (isOurs(event)) {
          event.preventDefault();
          const next = placeOf(event);
          setDrop((before) => (before && before.path === next.path && before.isBefore === next.isBefore ? before : next));
        }
      },
      onDragLeave: () => setDrop(null),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setDrop(null);
        const [kind, verb] = event.dataTransfer.getData(verbType).split(":");
        const step = event.dataTransfer.getData(stepType);
        if (verb) {
          edits.add(verb, kind === "action", placeOf(event));
        } else if (step) {
          edits.carry(JSON.parse(step) as Chosen, placeOf(event));
        }
      },
    },
  };
}
