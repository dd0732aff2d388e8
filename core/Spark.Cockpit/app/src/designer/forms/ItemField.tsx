import { Control } from "./Control";
import { type Way, wayOf } from "./schema";
import { TextField } from "./TextField";

interface ItemFieldProps {
  name: string;
  field: string;
  ways: Way[];
  value: unknown;
  isAction: boolean;
  onChange: (next: unknown) => void;
}

/** A field that stands in a row beside its name or number: it needs no label of its own to be seen. */
export function ItemField({ name, field, ways, value, isAction, onChange }: ItemFieldProps) {
  const way = ways[wayOf(ways, value)]!;
  switch (way.widget) {
    case "text":
    case "expression":
    case "name":
    case "number":
      return <TextField name={name} field={field} hint="" widget={way.widget} schema={way.schema} value={value} isRequired={false} isAction={isAction} onChange={onChange} isBare />;
    default:
      return <Control name={name} schema={way.schema} way={way} value={value} isAction={isAction} onChange={onChange} />;
  }
}
