import { isMapValue } from "../yaml/render";

/** The parts of JSON Schema that `spark schema` writes. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  title?: string;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  examples?: string[];
}

/** How a value is shown in a form. */
export type Widget = "text" | "expression" | "name" | "number" | "boolean" | "choice" | "list" | "map" | "fields" | "branch" | "yaml";

/** One way in which a value can be written: `anyOf` gives several. */
export interface Way {
  widget: Widget;
  schema: Schema;
}

const named: Record<string, Widget> = { text: "text", expression: "expression", id: "name", variable: "name", language: "name", duration: "name", go: "branch", deedGo: "branch", step: "yaml", deed: "yaml" };

export const nameOf = (schema: Schema | undefined): string => schema?.$ref?.split("/").at(-1) ?? "";

const typeOf = (schema: Schema): string => (Array.isArray(schema.type) ? schema.type.find((type) => type !== "null") : schema.type) ?? "";

/** A text in which something is worked out, beside the form that the value has otherwise. */
const isTemplate = (schema: Schema) => schema.type === "string" && schema.pattern === "\\{";

function widgetOf(schema: Schema): Widget {
  const known = named[nameOf(schema)];
  if (known) {
    return known;
  }

  if (schema.enum || schema.const !== undefined) {
    return "choice";
  }

  switch (typeOf(schema)) {
    case "string":
      return "text";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "array":
      return "list";
    case "object":
      return schema.properties && Object.keys(schema.properties).length > 0 && schema.additionalProperties !== true ? "fields" : isMapValue(schema.additionalProperties) ? "map" : "yaml";
    default:
      return "yaml";
  }
}

/** The ways in which a value can be written, the plainest first. */
export function waysOf(schema: Schema): Way[] {
  if (!schema.anyOf) {
    return [{ widget: widgetOf(schema), schema }];
  }

  const ways = schema.anyOf.filter((one) => !isTemplate(one)).flatMap(waysOf);
  return schema.anyOf.some(isTemplate) && !ways.some((way) => way.widget === "text") ? [...ways, { widget: "expression", schema: { type: "string" } }] : ways;
}

function fits(value: unknown, { widget, schema }: Way): boolean {
  switch (widget) {
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "choice":
      return schema.const !== undefined ? schema.const === value : schema.enum!.includes(value);
    case "list":
      return Array.isArray(value);
    case "map":
    case "fields":
      return isMapValue(value);
    case "yaml":
    case "branch":
      return true;
    default:
      return typeof value !== "object";
  }
}

/** The way in which a value is written, or would be. */
export const wayOf = (ways: Way[], value: unknown): number => Math.max(0, value === undefined || value === null ? 0 : ways.findIndex((way) => fits(value, way)));

/** What a new entry holds until its author says more: something that a file can hold, and that the checker speaks of. */
export function starting({ widget, schema }: Way): unknown {
  switch (widget) {
    case "fields":
      return Object.fromEntries((schema.required ?? ["title"]).map((key) => [key, "…"]));
    case "expression":
      return true;
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return true;
    case "choice":
      return schema.const ?? schema.enum?.[0];
    case "list":
      return [];
    case "map":
    case "yaml":
      return {};
    default:
      return "…";
  }
}

export interface Forms {
  /** The verbs of dialogs or of action dialogs, in the order in which they are offered. */
  verbs(isAction: boolean): string[];
  /** The fields of a verb; null when no schema knows it. */
  step(isAction: boolean, verb: string): Schema | null;
  /** The fields at the top of a file, without its steps. */
  file(isAction: boolean): Schema;
  /** The schema of a file that is neither dialog nor action dialog; null when there is none. */
  other(path: string): Schema | null;
  /** What an expression can name besides a bot's own variables: values of the host, and functions with their `$`. */
  expression: readonly string[];
}

const order = ["say", "ask", "confirm", "when", "goto", "run", "visit", "set", "clear", "end", "offload", "call", "api-call"];
const place = (verb: string) => (order.indexOf(verb) + 1 || order.length + 1);

/** @param others By a pattern of their paths. */
export function readForms(dialog: Schema, action: Schema, others: readonly (readonly [RegExp, Schema])[] = []): Forms {
  const of = (isAction: boolean) => ({ schema: isAction ? action : dialog, prefix: isAction ? "deed-" : "step-" });
  return {
    verbs(isAction) {
      const { schema, prefix } = of(isAction);
      const verbs = Object.keys(schema.$defs ?? {}).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
      return verbs.sort((one, other) => place(one) - place(other) || one.localeCompare(other));
    },
    step(isAction, verb) {
      const { schema, prefix } = of(isAction);
      return schema.$defs?.[prefix + verb] ?? null;
    },
    file(isAction) {
      const { steps: _, dialog: __, action: ___, ...properties } = of(isAction).schema.properties ?? {};
      return { type: "object", properties };
    },
    other: (path) => others.find(([pattern]) => pattern.test(path))?.[1] ?? null,
    expression: dialog.$defs?.["expression"]?.examples ?? [],
  };
}
