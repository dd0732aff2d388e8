import { Button, Tooltip } from "@fluentui/react-components";
import { DismissRegular, PlayRegular } from "@fluentui/react-icons";
import { useWords } from "../words";
import { withFile } from "./canvas/edits";
import { FieldGroup } from "./forms/Control";
import type { Forms } from "./forms/schema";
import type { DialogNode, Files } from "./model";
import { setValue, isSame } from "./yaml/edit";
import { valueAt } from "./yaml/place";
import { isMapValue } from "./yaml/render";

interface DialogFormProps {
  node: DialogNode;
  files: Files;
  forms: Forms;
  onEdit: (edit: (files: Files) => Files) => void;
  /** Tries the bot from the beginning of this dialog. */
  onTry: (dialog: string) => void;
  onClose: () => void;
}

/** What a dialog is besides its steps: what leads to it, what it takes and gives. */
export function DialogForm({ node, files, forms, onEdit, onTry, onClose }: DialogFormProps) {
  const words = useWords();
  const value = valueAt(files[node.file] ?? "", []);
  const fields = isMapValue(value) ? value : {};
  return (
    <div className="step-form" role="region" aria-label={node.name}>
      <div className="step-form-head">
        <h3>{node.name}</h3>
        <span>
          {node.isAction ? null : (
            <Button size="small" appearance="subtle" icon={<PlayRegular />} onClick={() => onTry(node.name)}>
              {words.trial.tryHere}
            </Button>
          )}
          <Tooltip content={words.common.close} relationship="label">
            <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={onClose} />
          </Tooltip>
        </span>
      </div>
      <FieldGroup
        schema={forms.file(node.isAction)}
        value={fields}
        isAction={node.isAction}
        onChange={(next) =>
          onEdit((before) => {
            const names = [...new Set([...Object.keys(fields), ...Object.keys(next)])].filter((name) => !isSame(fields[name], next[name]));
            return withFile(before, node.file, names.reduce((text, name) => setValue(text, [name], next[name]), before[node.file] ?? ""));
          })
        }
      />
    </div>
  );
}
