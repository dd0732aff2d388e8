import { writeKey, writeScalar } from "./scalar";

const longestFlow = 72;

type Values = Record<string, unknown>;

export const isMapValue = (value: unknown): value is Values => typeof value === "object" && value !== null && !Array.isArray(value);
export const isCollection = (value: unknown): value is Values | unknown[] => typeof value === "object" && value !== null;

const entriesOf = (map: Values) => Object.entries(map).filter(([, value]) => value !== undefined);

/** A value on one line. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(flow).join(", ")}]`;
  }

  if (isMapValue(value)) {
    const entries = entriesOf(value).map(([key, inner]) => `${writeKey(key, true)}: ${flow(inner)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }

  return writeScalar(value, { isInFlow: true, indent: null, ending: "\n" });
}

// What fits a line and holds no further lists and maps is written on one.
function fits(value: Values | unknown[]): boolean {
  const inner = Array.isArray(value) ? value : entriesOf(value).map(([, one]) => one);
  return inner.length === 0 || (inner.every((one) => !isCollection(one) && !(typeof one === "string" && one.includes("\n"))) && flow(value).length <= longestFlow);
}

/** What stands behind a key's colon, with the space or the line break that comes first. */
export function behindColon(value: unknown, column: number, ending: string): string {
  if (!isCollection(value)) {
    return ` ${writeScalar(value, { isInFlow: false, indent: column + 2, ending })}`;
  }

  if (fits(value)) {
    return ` ${flow(value)}`;
  }

  const pad = `${ending}${" ".repeat(column + 2)}`;
  return pad + (Array.isArray(value) ? value.map((item) => `- ${behindDash(item, column + 2, ending)}`) : entryTexts(value, column + 2, ending)).join(pad);
}

/** What stands behind the dash of a list's item: the dash stands in a column, and what follows two columns on. */
export function behindDash(value: unknown, column: number, ending: string): string {
  if (isMapValue(value) && entriesOf(value).length > 0) {
    return entryTexts(value, column + 2, ending).join(`${ending}${" ".repeat(column + 2)}`);
  }

  return isCollection(value) ? flow(value) : writeScalar(value, { isInFlow: false, indent: column + 2, ending });
}

/** An entry of a map. */
export const entryText = (key: string, value: unknown, column: number, ending: string): string => `${writeKey(key, false)}:${behindColon(value, column, ending)}`;

const entryTexts = (map: Values, column: number, ending: string) => entriesOf(map).map(([key, value]) => entryText(key, value, column, ending));

/** The lines of a step, its dash at the margin. */
export const stepLines = (step: Values): string[] => `- ${behindDash(step, 0, "\n")}`.split("\n");
