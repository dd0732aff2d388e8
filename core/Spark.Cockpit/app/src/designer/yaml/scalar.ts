import { parseDocument, type Scalar } from "yaml";

export interface ScalarPlace {
  isInFlow: boolean;
  /** How many spaces the lines of a block stand from the margin; null where no block may stand. */
  indent: number | null;
  ending: string;
  /** How the text that is replaced was written: the new one is written likewise where it can be. */
  like?: Scalar.Type | null;
}

// Older tools read these words as something else than texts.
const traps = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+]?[\d.][\d_.:eE+-]*)$/i;

// Characters that some readers take for line breaks, or do not take at all.
const escaped = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

const double = (text: string) => JSON.stringify(text).replace(escaped, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
const single = (text: string) => `'${text.replaceAll("'", "''")}'`;

function isPlain(text: string, isInFlow: boolean): boolean {
  return (
    text.length > 0 &&
    text.trim() === text &&
    !/[\n\r\t]/.test(text) &&
    text.search(escaped) < 0 &&
    !/^(?:[-?:](?: |$)|[,[\]{}#&*!|>%@`"']|---|\.\.\.|<<$)/.test(text) &&
    !/: |:$| #/.test(text) &&
    !(isInFlow && /[,[\]{}]|:[,[\]{}"']/.test(text)) &&
    !traps.test(text) &&
    typeof parseDocument(text).toJS() === "string"
  );
}

/** A text over several lines as a block; null when a block cannot say it. */
function block(text: string, indent: number, ending: string): string | null {
  const isWhole = text.endsWith("\n");
  const body = isWhole ? text.slice(0, -1) : text;
  if (body.trim() === "" || body.startsWith(" ") || body.startsWith("\n") || body.endsWith("\n") || /[\r\t]/.test(body) || body.search(escaped) >= 0) {
    return null;
  }

  const lines = body.split("\n").map((line) => (line === "" ? "" : " ".repeat(indent) + line));
  return [isWhole ? "|" : "|-", ...lines].join(ending);
}

/** A value that is no list and no map, as YAML: plain where that reads back as the same, in quotes or as a block elsewhere. */
export function writeScalar(value: unknown, place: ScalarPlace): string {
  if (typeof value !== "string") {
    return value === undefined || value === null ? "null" : String(value);
  }

  if (value.includes("\n")) {
    return (place.indent === null || place.isInFlow ? null : block(value, place.indent, place.ending)) ?? double(value);
  }

  const canBeSingle = !/[\r\t]/.test(value) && value.search(escaped) < 0;
  if (place.like === "QUOTE_DOUBLE" && !value.includes('"')) {
    return double(value);
  }

  if (place.like === "QUOTE_SINGLE" && canBeSingle) {
    return single(value);
  }

  if (isPlain(value, place.isInFlow)) {
    return value;
  }

  return canBeSingle && /["\\]/.test(value) ? single(value) : double(value);
}

/** A name before a colon. */
export const writeKey = (key: string, isInFlow: boolean): string => writeScalar(key, { isInFlow, indent: null, ending: "\n" });
