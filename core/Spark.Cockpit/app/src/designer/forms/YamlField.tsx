import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { parseDocument, stringify } from "yaml";
import { useTyped } from "./useTyped";

/** A value of a shape that no form can draw: as it stands in the file. */
export function YamlField({ name, hint, value, isRequired, onChange }: { name: string; hint: string; value: unknown; isRequired: boolean; onChange: (next: unknown) => void }) {
  const [problem, setProblem] = useState<string>();
  const typed = useTyped(value === undefined ? "" : stringify(value).trimEnd(), (text) => {
    const document = parseDocument(text);
    setProblem(document.errors[0]?.message);
    if (document.errors.length === 0) {
      onChange(text.trim() === "" ? undefined : document.toJS());
    }
  });
  return (
    <Field label={name} hint={hint ? `${hint} (YAML)` : "YAML"} required={isRequired} {...(problem ? { validationMessage: problem } : {})}>
      <Textarea className="mono" resize="vertical" spellCheck={false} {...typed} />
    </Field>
  );
}
