import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { useContext } from "react";
import { useWords } from "../../words";
import type { DialogNode } from "../model";
import { CanvasContext } from "./CanvasContext";
import { StepLine } from "./StepLine";
import { useDrop } from "./useDrop";

/** A dialog as the canvas keeps it. */
export type FlowNode = Node<{ dialog: DialogNode }, "dialog">;

/** A dialog with its steps. */
export function DialogCard({ data: { dialog } }: NodeProps<FlowNode>) {
  const words = useWords();
  const { chosen, edits } = useContext(CanvasContext);
  const { drop, handlers } = useDrop(dialog, edits);
  return (
    <div
      className={`node ${dialog.isAction ? "node-act" : "node-talk"} ${dialog.rows.length === 0 ? "node-empty" : ""} ${chosen?.node === dialog.id ? "node-chosen" : ""} ${drop && drop.path === null ? "node-drop" : ""}`}
      {...handlers}
    >
      <Handle type="target" position={Position.Left} className="handle" />
      <div className="node-head">{dialog.name}</div>
      {dialog.intents.length + dialog.events.length > 0 ? (
        <div className="node-marks">
          {dialog.events.map((event) => (
            <span key={event} className="mark mark-event">
              {event}
            </span>
          ))}
          {dialog.intents.map((intent) => (
            <span key={intent} className="mark">
              #{intent}
            </span>
          ))}
        </div>
      ) : null}
      {dialog.rows.length === 0 ? <div className="row">{words.designer.empty}</div> : dialog.rows.map((row) => <StepLine key={row.path} dialog={dialog} row={row} drop={drop?.path === row.path ? drop : null} />)}
    </div>
  );
}
