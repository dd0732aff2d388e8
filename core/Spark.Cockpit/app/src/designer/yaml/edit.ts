import { isMap, isSeq } from "yaml";
import { addEntry, addItem, insertItem } from "./add";
import { entryOf, findPlace, isFlow, type Path, put, valueAt } from "./place";
import { removePart } from "./remove";
import { isCollection, isMapValue } from "./render";
import { replace } from "./replace";
import { writeKey } from "./scalar";

/**
 * Changes of a file that come from forms and from the canvas. A value is brought to another one by the smallest changes that do it, each of
 * which writes only the lines of what it is about: comments, order, quotes and line breaks of all the rest stay as their author wrote them.
 */

export const isSame = (one: unknown, other: unknown): boolean => one === other || (isCollection(one) && isCollection(other) && JSON.stringify(one) === JSON.stringify(other));

/** Makes what stands at a path so; `undefined` takes it out. What is above must be there. */
export function setValue(text: string, path: Path, next: unknown): string {
  const last = path.at(-1);
  const parent = findPlace(text, path.slice(0, -1));
  if (last === undefined || !parent) {
    return text;
  }

  const place = findPlace(text, path);
  if (next === undefined) {
    return place ? removePart(text, parent, last) : text;
  }

  if (!place) {
    return isMap(parent.node) ? addEntry(text, parent, parent.node, String(last), next) : isSeq(parent.node) ? addItem(text, parent, parent.node, next) : text;
  }

  const before = valueAt(text, path);
  if (isSame(before, next)) {
    return text;
  }

  if (isMapValue(before) && isMapValue(next) && isMap(place.node) && Object.keys(next).length > 0) {
    return setEntries(text, path, before, next);
  }

  return Array.isArray(before) && Array.isArray(next) && isSeq(place.node) && next.length > 0 && before.length > 0 ? setItems(text, path, before, next) : replace(text, place, next);
}

function setEntries(text: string, path: Path, before: Record<string, unknown>, next: Record<string, unknown>): string {
  const gone = Object.keys(before).filter((key) => next[key] === undefined);
  const come = Object.keys(next).filter((key) => next[key] !== undefined && !(key in before));
  let result = text;
  // A name that changes at its place is a new name for what stands there.
  if (gone.length === 1 && come.length === 1 && Object.keys(before).indexOf(gone[0]!) === Object.keys(next).indexOf(come[0]!)) {
    result = setValue(renameKey(result, path, gone[0]!, come[0]!), [...path, come[0]!], next[come[0]!]);
  } else {
    // First what comes, so that no map is empty between.
    for (const key of come) {
      result = setValue(result, [...path, key], next[key]);
    }

    for (const key of gone) {
      result = setValue(result, [...path, key], undefined);
    }
  }

  for (const key of Object.keys(next).filter((one) => one in before && next[one] !== undefined)) {
    result = setValue(result, [...path, key], next[key]);
  }

  return result;
}

function setItems(text: string, path: Path, before: unknown[], next: unknown[]): string {
  const most = Math.min(before.length, next.length);
  let start = 0;
  while (start < most && isSame(before[start], next[start])) {
    start++;
  }

  let end = 0;
  while (end < most - start && isSame(before[before.length - 1 - end], next[next.length - 1 - end])) {
    end++;
  }

  const paired = Math.min(before.length, next.length) - end;
  let result = text;
  for (let index = start; index < paired; index++) {
    result = setValue(result, [...path, index], next[index]);
  }

  for (let index = before.length - end - 1; index >= paired; index--) {
    result = setValue(result, [...path, index], undefined);
  }

  for (let index = paired; index < next.length - end; index++) {
    result = insertItem(result, path, index, next[index]);
  }

  return result;
}

/** Gives an entry another name. */
export function renameKey(text: string, path: Path, from: string, to: string): string {
  const place = findPlace(text, path);
  const key = place && isMap(place.node) ? entryOf(place.node, from)?.key : undefined;
  return place && key?.range ? put(text, key.range[0], key.range[1], writeKey(to, place.isInFlow || isFlow(place.node))) : text;
}
