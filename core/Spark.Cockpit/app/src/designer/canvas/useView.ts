import { type ReactFlowInstance, useStore } from "@xyflow/react";
import { useCallback, useEffect, useRef } from "react";
import type { DialogNode } from "../model";
import type { FlowNode } from "./DialogCard";
import { heightOf, nodeWidth, type Spot } from "./layout";
import type { Chosen } from "./types";

interface Seen {
  flow: ReactFlowInstance<FlowNode>;
  nodes: DialogNode[];
  /** Where the layout has put dialogs. */
  spots: ReadonlyMap<string, Spot>;
  /** Where people have put dialogs. */
  moved: ReadonlyMap<string, Spot>;
  chosen: Chosen | null;
  /** How much of the canvas's right is covered by a form, in pixels. */
  covered: number;
}

interface View {
  /** Brings a dialog into view; one that has no place yet, once it has. */
  bring: (node: string, isAtOnce?: boolean) => void;
  /** Says that a hand has moved the canvas: whatever was on its way into view is no longer wanted. */
  release: () => void;
}

const belowSearch = 84;
const besideTools = 150;

/** What part of the canvas is seen. The dialog that one works on stays where it is on the screen when all are laid out anew. */
export function useView({ flow, nodes, spots, moved, chosen, covered }: Seen): View {
  const height = useStore((state) => state.height);
  // The dialog that is on its way into view, also when it has no place yet.
  const awaited = useRef<string>(null);
  const bring = useCallback(
    (id: string, isAtOnce = false) => {
      const node = nodes.find((one) => one.id === id);
      const spot = moved.get(id) ?? spots.get(id);
      awaited.current = node ? id : null;
      if (node && spot) {
        const duration = isAtOnce || matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 200;
        // In the middle of what neither the tools nor a form cover. Of one that is taller than the canvas, the beginning is seen, below the search.
        const middle = Math.min(spot.y + heightOf(node) / 2, spot.y - belowSearch + height / 2);
        void flow.setCenter(spot.x + nodeWidth / 2 + (covered - besideTools) / 2, middle, { zoom: 1, duration }).then((isThere) => {
          if (isThere && awaited.current === id) {
            awaited.current = null;
          }
        });
      }
    },
    [nodes, moved, spots, flow, height, covered],
  );
  const release = useCallback(() => {
    awaited.current = null;
  }, []);

  const laidOut = useRef(spots);
  useEffect(() => {
    const before = laidOut.current;
    laidOut.current = spots;
    if (awaited.current) {
      bring(awaited.current);
    } else if (chosen && !moved.has(chosen.node)) {
      stay(flow, before.get(chosen.node), spots.get(chosen.node));
    }
    // Only a layout moves dialogs that nobody holds.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [spots]);

  return { bring, release };
}

/** Moves the canvas so that what lay at a spot is still seen where it was. */
function stay(flow: ReactFlowInstance<FlowNode>, before: Spot | undefined, after: Spot | undefined): void {
  if (before && after) {
    const { x, y, zoom } = flow.getViewport();
    void flow.setViewport({ x: x + (before.x - after.x) * zoom, y: y + (before.y - after.y) * zoom, zoom });
  }
}
