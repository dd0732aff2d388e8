import { Field, Input, Select, SpinButton, Switch, Textarea } from "@fluentui/react-components";
import type { SettingSchema } from "../api/types";
import { useWords } from "../words";

export type Settings = Record<string, unknown>;

const typeOf = (schema: SettingSchema) => (Array.isArray(schema.type) ? schema.type.find((type) => type !== "null") : schema.type) ?? (schema.enum ? "string" : "object");

/** A form drawn from the JSON Schema of a plugin's settings. What is left empty is left out: the plugin's own default holds. */
export function SchemaForm({ schema, value, onChange, secrets = [] }: { schema: SettingSchema; value: Settings; onChange: (next: Settings) => void; secrets?: string[] }) {
  const set = (name: string, next: unknown) => {
    const { [name]: _, ...others } = value;
    onChange(next === undefined || next === "" ? others : { ...others, [name]: next });
  };

  return (
    <>
      {Object.entries(schema.properties ?? {}).map(([name, property]) => (
        <SettingField
          key={name}
          name={name}
          schema={property}
          isRequired={(schema.required ?? []).includes(name) && !secrets.includes(name)}
          isKept={secrets.includes(name)}
          value={value[name]}
          onChange={(next) => set(name, next)}
        />
      ))}
    </>
  );
}

interface SettingFieldProps {
  name: string;
  schema: SettingSchema;
  isRequired: boolean;
  isKept: boolean;
  value: unknown;
  onChange: (next: unknown) => void;
}

function SettingField({ name, schema, isRequired, isKept, value, onChange }: SettingFieldProps) {
  const words = useWords();
  const label = schema.title ?? name;
  const hint = [schema.description, isKept ? words.instances.kept : ""].filter(Boolean).join(" ");
  const type = typeOf(schema);
  if (type === "boolean") {
    return (
      <Field hint={hint}>
        <Switch label={label} checked={typeof value === "boolean" ? value : schema.default === true} onChange={(_, change) => onChange(change.checked)} />
      </Field>
    );
  }

  const field = (control: React.ReactNode, more = "") => (
    <Field label={label} hint={[hint, more].filter(Boolean).join(" ")} required={isRequired}>
      {control as React.ReactElement}
    </Field>
  );
  if (schema.enum) {
    return field(
      <Select required={isRequired} value={String(value ?? schema.default ?? "")} onChange={(_, change) => onChange(change.value)}>
        {schema.default === undefined ? <option value="" /> : null}
        {schema.enum.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </Select>,
    );
  }

  if (type === "integer" || type === "number") {
    return field(
      <SpinButton
        value={typeof value === "number" ? value : typeof schema.default === "number" ? schema.default : null}
        {...(schema.minimum === undefined ? {} : { min: schema.minimum })}
        {...(schema.maximum === undefined ? {} : { max: schema.maximum })}
        onChange={(_, change) => {
          const next = change.value ?? Number(change.displayValue);
          onChange(Number.isNaN(next) ? undefined : next);
        }}
      />,
    );
  }

  if (type === "array" && (!schema.items || typeOf(schema.items) === "string")) {
    const lines = Array.isArray(value) ? value.map(String).join("\n") : "";
    return field(
      <Textarea
        resize="vertical"
        value={lines}
        onChange={(_, change) => onChange(change.value === "" ? undefined : change.value.split("\n"))}
        onBlur={() => (Array.isArray(value) ? onChange(value.map((line) => String(line).trim()).filter(Boolean)) : undefined)}
      />,
      words.instances.list,
    );
  }

  if (type === "object" && schema.properties) {
    return (
      <fieldset className="fieldset">
        <legend>{label}</legend>
        {hint ? <p className="quiet">{hint}</p> : null}
        <SchemaForm schema={schema} value={(value as Settings | undefined) ?? {}} onChange={onChange} />
      </fieldset>
    );
  }

  if (type === "object" || type === "array") {
    return <JsonField label={label} hint={hint} isRequired={isRequired} value={value} onChange={onChange} />;
  }

  const isSecret = schema.writeOnly === true || schema.format === "password";
  return field(
    <Input
      type={isSecret ? "password" : schema.format === "uri" ? "url" : "text"}
      autoComplete={isSecret ? "new-password" : "off"}
      required={isRequired}
      minLength={schema.minLength}
      placeholder={schema.default === undefined || schema.default === null || isSecret ? "" : String(schema.default)}
      value={value === undefined || value === null ? "" : String(value)}
      onChange={(_, change) => onChange(change.value)}
    />,
  );
}

/** A value of a shape that no form can draw: as JSON. */
function JsonField({ label, hint, isRequired, value, onChange }: { label: string; hint: string; isRequired: boolean; value: unknown; onChange: (next: unknown) => void }) {
  return (
    <Field label={label} hint={hint ? `${hint} (JSON)` : "JSON"} required={isRequired}>
      <Textarea
        className="mono"
        resize="vertical"
        defaultValue={value === undefined ? "" : JSON.stringify(value, null, 2)}
        onBlur={(event) => {
          const text = event.target.value.trim();
          try {
            onChange(text === "" ? undefined : JSON.parse(text));
            event.target.setCustomValidity("");
          } catch (problem) {
            event.target.setCustomValidity(problem instanceof Error ? problem.message : "JSON");
            event.target.reportValidity();
          }
        }}
      />
    </Field>
  );
}
