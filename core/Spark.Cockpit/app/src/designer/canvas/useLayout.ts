import { useEffect, useState } from "react";
import type { DialogNode } from "../model";
import { layOut, type Spot } from "./layout";

/** Where the dialogs lie; undefined until it is known for the first time. What it says may be older than the dialogs. */
export function useLayout(nodes: DialogNode[]): Map<string, Spot> | undefined {
  const [spots, setSpots] = useState<Map<string, Spot>>();
  const shape = nodes.map((node) => `${node.id} ${node.rows.length} ${node.rows.flatMap((row) => row.targets.map((target) => target.id)).join()}`).join("\n");

  useEffect(() => {
    let isCurrent = true;
    void layOut(nodes).then((found) => (isCurrent ? setSpots(found) : undefined));
    return () => {
      isCurrent = false;
    };
    // The text of a step moves nothing: only what dialogs there are, and where they lead.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shape]);

  return spots;
}
