import { Button } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useWords } from "../../words";
import { ItemField } from "./ItemField";
import { waysOf } from "./schema";
import type { ValueFieldProps } from "./ValueField";

/** Values one below the other. */
export function ListField({ name, schema, value, isAction, onChange }: ValueFieldProps) {
  const words = useWords();
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const [added, setAdded] = useState(0);
  const ways = waysOf(schema.items ?? {});
  const shown = [...items, ...Array.from({ length: added }, () => undefined)];
  const write = (next: unknown[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <fieldset className="fieldset form">
      <legend>{name}</legend>
      {shown.map((item, index) => (
        <div key={index} className="item">
          <ItemField
            name={`${name} ${index + 1}`}
            field={name}
            ways={ways}
            value={item}
            isAction={isAction}
            onChange={(next) => {
              setAdded(index >= items.length ? 0 : added);
              write(next === undefined ? items.filter((_, at) => at !== index) : index < items.length ? items.map((one, at) => (at === index ? next : one)) : [...items, next]);
            }}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={`${words.common.remove}: ${name} ${index + 1}`}
            onClick={() => (index < items.length ? write(items.filter((_, at) => at !== index)) : setAdded(added - 1))}
          />
        </div>
      ))}
      <Button size="small" appearance="subtle" className="item-add" icon={<AddRegular />} aria-label={`${words.common.add}: ${name}`} onClick={() => setAdded(added + 1)} disabledFocusable={added > 0}>
        {words.common.add}
      </Button>
    </fieldset>
  );
}
