import type { Files } from "../model";
import { setValue } from "../yaml/edit";
import { findPlace, valueAt } from "../yaml/place";
import { isMapValue } from "../yaml/render";
import type { Spot } from "./layout";

const fileOf = (node: string) => (node.startsWith("action:") ? "canvas/actions.yaml" : "canvas/dialogs.yaml");
const nameOf = (node: string) => node.slice(node.indexOf(":") + 1);

/** Where people have put dialogs on the canvas. */
export function readPositions(files: Files): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  for (const kind of ["dialog", "action"]) {
    const value = valueAt(files[fileOf(`${kind}:`)] ?? "", []);
    for (const [name, spot] of Object.entries(isMapValue(value) ? value : {})) {
      if (isMapValue(spot) && typeof spot["x"] === "number" && typeof spot["y"] === "number") {
        spots.set(`${kind}:${name}`, { x: spot["x"], y: spot["y"] });
      }
    }
  }

  return spots;
}

/** Puts a dialog down: a line of its own, so that two people's moves merge. */
export function putDown(files: Files, node: string, spot: Spot): Files {
  const path = fileOf(node);
  const text = files[path] ?? "";
  const rounded = { x: Math.round(spot.x), y: Math.round(spot.y) };
  const begun = findPlace(text, []) ? text : `${text}# Where the canvas shows what; without this file it is laid out by itself.\n${nameOf(node)}: {}\n`;
  return { ...files, [path]: setValue(begun, [nameOf(node)], rounded) };
}

/** Leaves all places to the layout. */
export const layOutAnew = (files: Files): Files => Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith("canvas/")));
