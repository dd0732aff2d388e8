import { useEffect, useMemo, useRef } from "react";
import type { CanvasEdits, Chosen, Drop } from "./types";
import { addStep, atEnd, before, behind, carryStep, dropStep, newStep, withFile } from "./edits";
import { exitsOf, leadTo } from "../exits";
import type { DialogNode, Files, StepRow } from "../model";
import { layOutAnew, putDown } from "./positions";
import type { Way } from "./WhichWay";
import { toPath, toText } from "../yaml/place";
import type { StepPlace } from "../yaml/steps";

interface Given {
  files: Files | undefined;
  nodes: DialogNode[];
  edit: (edit: (files: Files) => Files) => void;
  choose: (chosen: Chosen | null) => void;
  /** Asks which way out is meant. */
  ask: (way: Way) => void;
  isAllowed: boolean;
}

/** What can be done on the canvas, each over the files as they are then; null when nothing may be. */
export function useCanvasEdits(given: Given): CanvasEdits | null {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  return useMemo(() => (given.isAllowed ? editsOver(() => latest.current) : null), [given.isAllowed]);
}

function editsOver(now: () => Given): CanvasEdits {
  const find = ({ node, path }: { node: string; path: string | null }): { node: DialogNode; row: StepRow | undefined } | null => {
    const found = now().nodes.find((one) => one.id === node);
    return found ? { node: found, row: found.rows.find((one) => one.path === path) } : null;
  };
  const placeOf = (drop: Drop): StepPlace | null => {
    const at = find(drop);
    const text = at ? now().files?.[at.node.file] : undefined;
    return !at || text === undefined ? null : at.row ? (drop.isBefore ? before(at.row) : behind(at.row)) : atEnd(text);
  };
  const isSame = (one: DialogNode, other: DialogNode) => one.isAction === other.isAction;
  return {
    put: (node, spot) => now().edit((files) => putDown(files, node, spot)),
    layOut: () => now().edit(layOutAnew),
    add: (verb, isAction, drop) => {
      const at = find(drop);
      const place = placeOf(drop);
      const { files, nodes } = now();
      if (at && place && files && at.node.isAction === isAction) {
        now().edit((current) => addStep(current, at.node, place, newStep(verb, at.node, files, nodes)));
        now().choose({ node: at.node.id, path: toText([...place.list, place.index]) });
      }
    },
    carry: (from, drop) => {
      const source = find(from);
      const target = find(drop);
      const place = placeOf(drop);
      if (source?.row && target && place && isSame(source.node, target.node)) {
        const { row } = source;
        now().edit((files) => carryStep(files, source.node, row, target.node, place));
        now().choose({ node: target.node.id, path: null });
      }
    },
    connect: (from, to) => {
      const source = find(from);
      const target = find({ node: to, path: null });
      const { files } = now();
      if (!source?.row || !target || !files) {
        return;
      }

      const text = files[source.node.file] ?? "";
      const exits = exitsOf(source.row, source.node, text, files).filter((exit) => exit.isAction === target.node.isAction);
      if (exits.length === 1) {
        now().edit((current) => withFile(current, source.node.file, leadTo(current[source.node.file] ?? "", exits[0]!, target.node.name)));
      } else if (exits.length > 1) {
        now().ask({ file: source.node.file, exits, to: target.node.name });
      }
    },
    remove: (step) => {
      const found = find(step);
      if (found?.row) {
        const { row } = found;
        now().edit((files) => dropStep(files, found.node, row));
        now().choose({ node: found.node.id, path: null });
      }
    },
    shift: (step, by) => {
      const found = find(step);
      const path = found?.row ? toPath(found.row.path) : [];
      const index = path.at(-1);
      const list = path.slice(0, -1);
      if (found?.row && typeof index === "number" && found.node.rows.some((row) => row.path === toText([...list, index + by]))) {
        const { row } = found;
        now().edit((files) => carryStep(files, found.node, row, found.node, { list, index: index + (by > 0 ? 2 : -1) }));
        now().choose({ node: found.node.id, path: toText([...list, index + by]) });
      }
    },
  };
}
