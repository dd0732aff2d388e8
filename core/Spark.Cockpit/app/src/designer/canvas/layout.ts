import type { ElkNode } from "elkjs/lib/elk-api";
import ELK from "elkjs/lib/elk-api";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";
import type { DialogNode } from "../model";

/** In a worker of its own: a large bot takes a second, and the page goes on. */
const elk = new ELK({ workerUrl });

export const nodeWidth = 264;
const headHeight = 46;
const rowHeight = 26;
const smallestTarget = 24;

/** True when a step, drawn at this size, is large enough to be pressed. */
export const isPressable = (zoom: number) => zoom * rowHeight >= smallestTarget;

export const heightOf = (node: DialogNode) => headHeight + (node.intents.length + node.events.length > 0 ? 26 : 0) + Math.max(1, node.rows.length) * rowHeight + 10;

export interface Spot {
  x: number;
  y: number;
}

export async function layOut(nodes: DialogNode[]): Promise<Map<string, Spot>> {
  const known = new Set(nodes.map((node) => node.id));
  const graph: ElkNode = {
    id: "bot",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.spacing.nodeNode": "36",
      "elk.layered.spacing.nodeNodeBetweenLayers": "90",
      "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
      "elk.layered.cycleBreaking.strategy": "DEPTH_FIRST",
    },
    children: nodes.map((node) => ({ id: node.id, width: nodeWidth, height: heightOf(node) })),
    edges: nodes.flatMap((node) =>
      node.rows.flatMap((row) =>
        row.targets
          .filter((target) => known.has(target.id) && target.id !== node.id)
          .map((target, index) => ({ id: `${node.id} ${row.path} ${index}`, sources: [node.id], targets: [target.id] })),
      ),
    ),
  };
  const done = await elk.layout(graph);
  return new Map((done.children ?? []).map((child) => [child.id, { x: child.x ?? 0, y: child.y ?? 0 }]));
}

/** What all dialogs take together. */
export function boundsOf(nodes: DialogNode[], spotOf: (id: string) => Spot | undefined) {
  const corners = nodes.flatMap((node) => {
    const spot = spotOf(node.id);
    return spot ? [spot, { x: spot.x + nodeWidth, y: spot.y + heightOf(node) }] : [];
  });
  const x = corners.map((corner) => corner.x);
  const y = corners.map((corner) => corner.y);
  const [left, top] = [Math.min(0, ...x), Math.min(0, ...y)];
  return { x: left, y: top, width: Math.max(nodeWidth, ...x) - left, height: Math.max(rowHeight, ...y) - top };
}
