import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { FormDialog } from "./FormDialog";

interface AskProps {
  title: string;
  text?: string;
  /** The label of a text that must be given; none when nothing is asked for. */
  reason?: string;
  confirm: string;
  onConfirm: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks before something happens that cannot be taken back. */
export function Ask({ title, text, reason, confirm, onConfirm, onClose }: AskProps) {
  const [given, setGiven] = useState("");
  return (
    <FormDialog title={title} submit={confirm} onSubmit={() => onConfirm(given.trim())} onClose={onClose} isAlert>
      {text ? <p>{text}</p> : null}
      {reason ? (
        <Field label={reason} required>
          <Textarea required value={given} onChange={(_, change) => setGiven(change.value)} maxLength={500} />
        </Field>
      ) : null}
    </FormDialog>
  );
}
