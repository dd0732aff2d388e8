import { Field, Select } from "@fluentui/react-components";
import { useContext } from "react";
import { useWords } from "../../words";
import { withFile } from "../canvas/edits";
import type { DialogNode, Files } from "../model";
import { setValue } from "../yaml/edit";
import type { Path } from "../yaml/place";
import { isMapValue, stepLines } from "../yaml/render";
import { insertStep } from "../yaml/steps";
import { NamesContext } from "./Names";

interface BranchFieldProps {
  label: string;
  value: unknown;
  isAction: boolean;
  isRequired: boolean;
  node: DialogNode;
  path: Path;
  onChange: (next: unknown) => void;
  onEdit: (edit: (files: Files) => Files) => void;
}

const own = "\n";

/** Where a branch leads: on with the dialog, to another dialog, to an outcome, or to steps of its own, which stand on the canvas. */
export function BranchField({ label, value, isAction, isRequired, node, path, onChange, onEdit }: BranchFieldProps) {
  const words = useWords();
  const names = useContext(NamesContext);
  const steps = Array.isArray(value) ? value.length : isMapValue(value) ? 1 : 0;
  const targets = isAction ? (names.outcomes[node.name] ?? []) : names.dialogs;
  const chosen = steps > 0 ? own : typeof value === "string" ? value : "";
  const options = [...new Set(["next", ...targets, ...(chosen && chosen !== own ? [chosen] : [])])];
  const choose = (next: string) => {
    if (next === own) {
      const step = isAction ? { finish: "done" } : { id: `${path.at(-1)}-${path.length}`, say: "…" };
      onEdit((before) => withFile(before, node.file, insertStep(before[node.file] ?? "", { list: path, index: 0 }, stepLines(step))));
    } else {
      onChange(next === "" ? undefined : next);
    }
  };
  return (
    <Field label={label} required={isRequired} hint={steps > 0 ? words.designer.form.ownSteps(steps) : ""}>
      <Select value={chosen} onChange={(_, change) => choose(change.value)}>
        {isRequired && chosen !== "" ? null : <option value="" />}
        <option value={own}>{words.designer.form.own}</option>
        {options.map((one) => (
          <option key={one} value={one}>
            {one === "next" ? words.designer.form.next : one}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface OutcomesProps extends Pick<BranchFieldProps, "value" | "node" | "path" | "onEdit"> {
  action: string;
}

/** An answer to every outcome of an action dialog. */
function Outcomes({ value, action, node, path, onEdit }: OutcomesProps) {
  const words = useWords();
  const names = useContext(NamesContext);
  const then = isMapValue(value) ? value : {};
  const outcomes = [...new Set([...(names.outcomes[action] ?? []), ...Object.keys(then)])];
  const write = (outcome: string, next: unknown) =>
    onEdit((before) => {
      const text = before[node.file] ?? "";
      return withFile(before, node.file, isMapValue(value) ? setValue(text, [...path, outcome], next) : setValue(text, path, { [outcome]: next }));
    });
  return outcomes.length === 0 ? null : (
    <fieldset className="fieldset form">
      <legend>{words.designer.form.outcomes}</legend>
      {outcomes.map((outcome) => (
        <BranchField key={outcome} label={outcome} value={then[outcome]} isAction={false} isRequired={false} node={node} path={[...path, outcome]} onChange={(next) => write(outcome, next)} onEdit={onEdit} />
      ))}
    </fieldset>
  );
}

BranchField.Outcomes = Outcomes;
