import { Button } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useWords } from "../../words";
import { isMapValue } from "../yaml/render";
import { ItemField } from "./ItemField";
import { type Schema, starting, waysOf } from "./schema";
import { TextField } from "./TextField";
import type { ValueFieldProps } from "./ValueField";

/** Values by names that their author gives. */
export function MapField({ name, schema, value, isAction, onChange }: ValueFieldProps) {
  const words = useWords();
  const map = isMapValue(value) ? value : {};
  const entries = Object.entries(map);
  const [isAdding, setAdding] = useState(false);
  const ways = waysOf(isMapValue(schema.additionalProperties) ? (schema.additionalProperties as Schema) : {});
  const isFlat = ways.every((way) => way.widget === "expression" || way.widget === "text" || way.widget === "name") || (ways[0]!.widget === "text" && entries.every(([, one]) => typeof one !== "object"));
  const write = (next: [string, unknown][]) => onChange(next.length === 0 ? undefined : Object.fromEntries(next));
  return (
    <fieldset className="fieldset form">
      <legend>{name}</legend>
      {[...entries, ...(isAdding ? [["", undefined] as [string, unknown]] : [])].map(([key, inner], index) => (
        <div key={index} className={isFlat ? "item item-pair" : "item item-block"}>
          <TextField
            name={`${name}: ${words.designer.form.name} ${index + 1}`}
            field={name}
            hint=""
            widget="name"
            schema={{}}
            value={key}
            isRequired
            isAction={isAction}
            isBare
            onChange={(next) => {
              const named = String(next).trim();
              if (named !== "" && !(named in map)) {
                setAdding(index >= entries.length ? false : isAdding);
                write(index < entries.length ? entries.map((one, at) => (at === index ? [named, one[1]] : one)) : [...entries, [named, starting(ways[0]!)]]);
              }
            }}
          />
          {index < entries.length ? (
            <ItemField
              name={`${name}: ${key}`}
              field=""
              ways={ways}
              value={inner}
              isAction={isAction}
              onChange={(next) => (next === undefined ? undefined : write(entries.map((one, at) => (at === index ? [key, next] : one))))}
            />
          ) : null}
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={`${words.common.remove}: ${name} ${key}`}
            onClick={() => (index < entries.length ? write(entries.filter((_, at) => at !== index)) : setAdding(false))}
          />
        </div>
      ))}
      <Button size="small" appearance="subtle" className="item-add" icon={<AddRegular />} aria-label={`${words.common.add}: ${name}`} onClick={() => setAdding(true)} disabledFocusable={isAdding}>
        {words.common.add}
      </Button>
    </fieldset>
  );
}
