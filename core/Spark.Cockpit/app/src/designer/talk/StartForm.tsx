import { Button, Field, Input, Select } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { FormDialog } from "../../ui/FormDialog";
import { useWords } from "../../words";
import { type Files, readNodes } from "../model";
import { valueAt } from "../yaml/place";
import { isMapValue } from "../yaml/render";
import type { Script } from "./script";

interface StartFormProps {
  files: Files;
  start: Script["start"];
  /** The dialog that is chosen on the canvas; null for none. */
  dialog: string | null;
  onStart: (start: Script["start"]) => void;
  onClose: () => void;
}

const keysOf = (value: unknown): string[] => (isMapValue(value) ? Object.keys(value) : []);

/** Where a conversation begins: at a dialog of the bot, with what it is given and what is known already. */
export function StartForm({ files, start, dialog, onStart, onClose }: StartFormProps) {
  const words = useWords();
  const dialogs = readNodes(files).filter((node) => !node.isAction);
  const [chosen, setChosen] = useState(start?.dialog ?? dialog ?? "");
  const [values, setValues] = useState<[string, string][]>(Object.entries(start?.variables ?? {}));
  const node = dialogs.find((one) => one.name === chosen);
  const inputs = node ? keysOf(valueAt(files[node.file] ?? "", ["input"])) : [];
  const known = [...new Set([...inputs, ...keysOf(valueAt(files["bot.yaml"] ?? "", ["variables"]))])];
  // What a dialog must be given has its line from the beginning.
  const rows: [string, string][] = [...inputs.filter((name) => !values.some(([one]) => one === name)).map((name): [string, string] => [name, ""]), ...values];
  const change = (at: number, row: [string, string]) => setValues(rows.map((one, index) => (index === at ? row : one)));
  return (
    <FormDialog
      title={words.trial.startTitle}
      submit={words.trial.start}
      onClose={onClose}
      onSubmit={() => {
        const variables = Object.fromEntries(rows.filter(([name, value]) => name && value !== ""));
        onStart(chosen === "" && Object.keys(variables).length === 0 ? null : { dialog: chosen || null, variables });
      }}
    >
      <Field label={words.trial.beginAt}>
        <Select value={chosen} onChange={(_, picked) => setChosen(picked.value)}>
          <option value="">{words.trial.ownBeginning}</option>
          {dialogs.map((one) => (
            <option key={one.id} value={one.name}>
              {one.name}
            </option>
          ))}
        </Select>
      </Field>
      <p className="quiet">{words.trial.startHint}</p>
      {rows.map(([name, value], index) => (
        <div key={index} className="start-row">
          <Select aria-label={words.trial.variable(index + 1)} value={name} onChange={(_, picked) => change(index, [picked.value, value])}>
            <option value="">–</option>
            {known.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
          <Input aria-label={words.trial.value(name || String(index + 1))} value={value} onChange={(_, typed) => change(index, [name, typed.value])} />
        </div>
      ))}
      <Button size="small" className="start-add" icon={<AddRegular />} onClick={() => setValues([...rows, ["", ""]])}>
        {words.trial.addValue}
      </Button>
    </FormDialog>
  );
}
