import { Field, Select, Switch } from "@fluentui/react-components";
import { isMapValue } from "../yaml/render";
import { ListField } from "./ListField";
import { MapField } from "./MapField";
import type { Schema, Way } from "./schema";
import { TextField } from "./TextField";
import { ValueField, type ValueFieldProps } from "./ValueField";
import { YamlField } from "./YamlField";

/** One way in which a value can be written, with its label. */
export function Control(props: ValueFieldProps & { way: Way }) {
  const { name, way, value, isRequired = false, isAction, onChange } = props;
  const { schema, widget } = way;
  const label = name;
  const hint = schema.description ?? props.schema.description ?? "";
  switch (widget) {
    case "boolean":
      return (
        <Field hint={hint}>
          <Switch label={label} checked={typeof value === "boolean" ? value : schema.default === true} onChange={(_, change) => onChange(change.checked)} />
        </Field>
      );
    case "choice": {
      const options = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
      return (
        <Field label={label} hint={hint} required={isRequired}>
          <Select value={value === undefined ? "" : String(value)} onChange={(_, change) => onChange(options.find((option) => String(option) === change.value))}>
            {isRequired && value !== undefined ? null : <option value="" />}
            {options.map((option) => (
              <option key={String(option)} value={String(option)}>
                {String(option)}
              </option>
            ))}
          </Select>
        </Field>
      );
    }
    case "list":
      return <ListField {...props} schema={schema} />;
    case "map":
      return <MapField {...props} schema={schema} />;
    case "fields":
      return (
        <fieldset className="fieldset form">
          <legend>{label}</legend>
          <FieldGroup schema={schema} value={isMapValue(value) ? value : {}} isAction={isAction} onChange={(next) => onChange(Object.keys(next).length === 0 ? undefined : next)} />
        </fieldset>
      );
    case "yaml":
    case "branch":
      return <YamlField name={label} hint={hint} value={value} isRequired={isRequired} onChange={onChange} />;
    default:
      return <TextField name={label} field={name} hint={hint} widget={widget} schema={schema} value={value} isRequired={isRequired} isAction={isAction} onChange={onChange} />;
  }
}

/** The fields of a map that has fields of its own. */
export function FieldGroup({ schema, value, isAction, onChange }: { schema: Schema; value: Record<string, unknown>; isAction: boolean; onChange: (next: Record<string, unknown>) => void }) {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => (
    <ValueField
      key={name}
      name={name}
      schema={property}
      value={value[name]}
      isRequired={(schema.required ?? []).includes(name)}
      isAction={isAction}
      onChange={(next) => {
        const { [name]: _, ...others } = value;
        onChange(next === undefined ? others : { ...value, [name]: next });
      }}
    />
  ));
}
