import { Handle, Position, type ReactFlowState, useStore } from "@xyflow/react";
import { type KeyboardEvent, useContext, useEffect, useRef } from "react";
import type { DialogNode, StepRow } from "../model";
import { CanvasContext } from "./CanvasContext";
import { isPressable } from "./layout";
import type { Drop } from "./types";
import { stepType } from "./useDrop";

/** True when steps are drawn large enough to be pressed one by one; from further away only dialogs are. */
const isNear = (state: ReactFlowState) => isPressable(state.transform[2]);

const leading = new Set(["say", "ask", "confirm", "when", "goto", "visit", "run"]);

/** A step of a dialog: pressed, its form opens; dragged, it goes elsewhere. */
export function StepLine({ dialog, row, drop }: { dialog: DialogNode; row: StepRow; drop: Drop | null }) {
  const { chosen, onChoose, visited, troubled, edits } = useContext(CanvasContext);
  const place = `${dialog.file}:${row.line}`;
  const isChosen = chosen?.node === dialog.id && chosen.path === row.path;
  const self = { node: dialog.id, path: row.path };
  const look = {
    className: `row row-${row.kind} ${isChosen ? "row-chosen" : ""} ${visited ? (visited.has(place) ? "row-visited" : "row-missed") : ""} ${troubled.has(place) ? "row-troubled" : ""} ${drop ? (drop.isBefore ? "row-drop-before" : "row-drop-behind") : ""}`,
    style: { paddingInlineStart: 10 + row.depth * 12 },
    title: row.summary,
    "data-path": row.path,
  };
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (edits && event.altKey && by !== 0) {
      event.preventDefault();
      event.stopPropagation();
      edits.shift(self, by);
    } else if (edits && event.key === "Delete") {
      event.stopPropagation();
      edits.remove(self);
    }
  };
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A step that is moved by keys keeps them.
    if (isChosen && document.activeElement?.closest("[data-path]")) {
      button.current?.focus({ preventScroll: true });
    }
  }, [isChosen]);
  const canLead = edits !== null && !dialog.isAction && leading.has(row.verb);
  const handle = row.targets.length > 0 || canLead ? <Handle type="source" position={Position.Right} id={row.path} className={`handle handle-${row.kind} ${row.targets.length === 0 ? "handle-free" : ""}`} isConnectable={canLead} /> : null;
  const content = (
    <>
      <span className="row-verb">{row.verb}</span>
      <span className="row-text">{row.summary}</span>
    </>
  );
  return useStore(isNear) ? (
    <div className="row-frame">
      <button
        ref={button}
        type="button"
        {...look}
        className={`${look.className} nodrag`}
        draggable={edits !== null}
        onDragStart={(event) => {
          event.dataTransfer.setData(stepType, JSON.stringify(self));
          event.dataTransfer.effectAllowed = "move";
        }}
        onKeyDown={onKey}
        onClick={(event) => {
          event.stopPropagation();
          onChoose(self);
        }}
      >
        {content}
      </button>
      {handle}
    </div>
  ) : (
    <div {...look}>
      {content}
      {handle}
    </div>
  );
}
