import { Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { FormDialog } from "../../ui/FormDialog";
import { useWords } from "../../words";
import { withFile } from "./edits";
import { type Exit, leadTo } from "../exits";
import type { Files } from "../model";

/** A step that was connected to a dialog, when it has several ways out. */
export interface Way {
  file: string;
  exits: Exit[];
  to: string;
}

export function WhichWay({ way, onClose, onEdit }: { way: Way; onClose: () => void; onEdit: (edit: (files: Files) => Files) => void }) {
  const words = useWords();
  const free = way.exits.findIndex((exit) => exit.to === null && exit.steps === 0);
  const [chosen, setChosen] = useState(String(Math.max(0, free)));
  return (
    <FormDialog
      title={words.designer.whichWay(way.to)}
      submit={words.designer.connect}
      onSubmit={() => onEdit((files) => withFile(files, way.file, leadTo(files[way.file] ?? "", way.exits[Number(chosen)]!, way.to)))}
      onClose={onClose}
    >
      <RadioGroup value={chosen} onChange={(_, change) => setChosen(change.value)} aria-label={words.designer.whichWay(way.to)}>
        {way.exits.map((exit, index) => (
          <Radio key={exit.label} value={String(index)} label={`${exit.label}${exit.to ? ` → ${exit.to}` : exit.steps > 0 ? ` (${words.designer.form.ownSteps(exit.steps)})` : ""}`} />
        ))}
      </RadioGroup>
    </FormDialog>
  );
}
