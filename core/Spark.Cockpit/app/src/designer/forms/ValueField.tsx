import { Select } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useWords } from "../../words";
import { isMapValue } from "../yaml/render";
import { Control } from "./Control";
import { ListField } from "./ListField";
import { type Schema, type Way, wayOf, waysOf } from "./schema";

export interface ValueFieldProps {
  /** The field's key, which is its label: designers know it from the text. */
  name: string;
  schema: Schema;
  value: unknown;
  isRequired?: boolean;
  isAction: boolean;
  /** `undefined` takes the value out. */
  onChange: (next: unknown) => void;
  /** What stands for a branch: where it leads. */
  branch?: (value: unknown, onChange: (next: unknown) => void, label: string) => ReactElement;
}

/** A value of a step, in the form that its schema gives it. */
export function ValueField(props: ValueFieldProps) {
  const { name, schema, value, onChange, branch } = props;
  const words = useWords();
  const ways = waysOf(schema);
  const [chosen, setChosen] = useState<number>();
  const at = value === undefined && chosen !== undefined ? chosen : wayOf(ways, value);
  const way = ways[at]!;
  const control = way.widget === "branch" && branch ? branch(value, onChange, name) : <Control {...props} way={way} />;
  const different = new Set(ways.map((one) => one.widget));
  return ways.length === 1 || different.size === 1 || (isOneOrMore(ways) && !isMapValue(value)) ? (
    isOneOrMore(ways) ? (
      <ListField {...props} schema={ways.find((one) => one.widget === "list")!.schema} value={Array.isArray(value) ? value : value === undefined ? [] : [value]} onChange={(next) => onChange(Array.isArray(next) && next.length === 1 ? next[0] : next)} />
    ) : (
      control
    )
  ) : (
    <div className="way">
      {control}
      <Select
        size="small"
        className="way-kind"
        aria-label={`${name}: ${words.designer.form.way}`}
        value={String(at)}
        onChange={(_, change) => {
          setChosen(Number(change.value));
          onChange(undefined);
        }}
      >
        {ways.map((one, index) => (
          <option key={index} value={index}>
            {words.designer.form.ways[one.widget]}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** One of something, or a list of it: shown as a list, written as one when it is one. */
const isOneOrMore = (ways: Way[]): boolean => ways.length === 2 && ways[1]!.widget === "list" && (ways[0]!.widget === "text" || ways[0]!.widget === "fields");
