import { type Edge, MarkerType } from "@xyflow/react";
import type { DialogNode } from "../model";
import type { FlowNode } from "./DialogCard";
import { heightOf, nodeWidth, type Spot } from "./layout";
import type { Chosen } from "./types";

/** The dialogs as the canvas draws them. */
export const cardsOf = (nodes: DialogNode[], spotOf: (node: string) => Spot | undefined, chosen: Chosen | null): FlowNode[] =>
  nodes.map((dialog) => ({
    id: dialog.id,
    type: "dialog",
    position: spotOf(dialog.id) ?? { x: 0, y: 0 },
    data: { dialog },
    width: nodeWidth,
    height: heightOf(dialog),
    selected: chosen?.node === dialog.id,
    ariaLabel: dialog.name,
  }));

/** Where steps lead to, as the canvas draws it: only the chosen step's ways say what they are called. */
export function edgesOf(nodes: DialogNode[], chosen: Chosen | null): Edge[] {
  const known = new Set(nodes.map((node) => node.id));
  return nodes.flatMap((node) =>
    node.rows.flatMap((row) =>
      row.targets
        .filter((target) => known.has(target.id))
        .map((target, index) => ({
          id: `${node.id} ${row.path} ${index}`,
          source: node.id,
          sourceHandle: row.path,
          target: target.id,
          className: `edge-${row.kind}`,
          ...(chosen?.node === node.id && chosen.path === row.path ? { label: target.label } : {}),
          markerEnd: { type: MarkerType.ArrowClosed },
          focusable: false,
        })),
    ),
  );
}
