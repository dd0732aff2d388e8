import { Field, Input, Textarea } from "@fluentui/react-components";
import { useContext, useId } from "react";
import { parseDocument } from "yaml";
import { CodeField } from "../../ui/CodeField";
import { NamesContext, useNamesFor } from "./Names";
import type { Widget } from "./schema";
import { useTyped } from "./useTyped";
import type { ValueFieldProps } from "./ValueField";

interface TextFieldProps extends Pick<ValueFieldProps, "name" | "schema" | "value" | "isAction" | "onChange"> {
  field: string;
  hint: string;
  widget: Widget;
  isRequired: boolean;
  isBare?: boolean;
}

/** A text, written when it is left or Enter is pressed: a bot that is half typed is not checked. */
export function TextField({ name, field, hint, widget, schema, value, isRequired, isAction, onChange, isBare = false }: TextFieldProps) {
  const list = useId();
  const names = useNamesFor(field, isAction);
  const { expression } = useContext(NamesContext);
  const shown = value === undefined || value === null ? "" : String(value);
  const give = (next: string) => {
    if (next !== "" || !isRequired) {
      onChange(next === "" ? undefined : readAs(next, widget, value));
    }
  };
  const typed = useTyped(shown, give);
  const isLong = widget === "text" && (shown.length > 40 || shown.includes("\n") || ["say", "ask", "confirm"].includes(field));
  const input = widget === "expression" ? (
    <CodeField label={name} value={shown} names={expression} placeholder={schema.default === undefined ? "" : String(schema.default)} onCommit={give} />
  ) : isLong ? (
    <Textarea resize="vertical" aria-label={name} {...typed} />
  ) : (
    <Input
      type={widget === "number" ? "number" : "text"}
      aria-label={name}
      autoComplete="off"
      spellCheck={widget === "text"}
      placeholder={schema.default === undefined ? "" : String(schema.default)}
      {...(names.length > 0 ? { list } : {})}
      {...(widget === "number" && schema.minimum !== undefined ? { min: schema.minimum } : {})}
      {...(widget === "number" && schema.maximum !== undefined ? { max: schema.maximum } : {})}
      {...typed}
    />
  );
  const options =
    names.length > 0 ? (
      <datalist id={list}>
        {names.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    ) : null;
  return isBare ? (
    <>
      {input}
      {options}
    </>
  ) : (
    <>
      <Field label={name} hint={hint} required={isRequired}>
        {input}
      </Field>
      {options}
    </>
  );
}

// A number stays a number, and what was true stays true: of another text the file would say something else.
function readAs(text: string, widget: Widget, before: unknown): unknown {
  if (widget === "number") {
    return Number(text);
  }

  const read: unknown = widget === "expression" || typeof before === "number" || typeof before === "boolean" ? parseDocument(text).toJS() : text;
  return typeof read === "number" || typeof read === "boolean" ? read : text;
}
