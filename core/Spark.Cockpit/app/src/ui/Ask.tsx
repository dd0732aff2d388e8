import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Textarea } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { ApiError } from "../api/client";
import { toApiError } from "../api/useResource";
import { useWords } from "../words";
import { Problem } from "./Parts";

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
  const words = useWords();
  const [given, setGiven] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await onConfirm(given.trim());
      onClose();
    } catch (refused) {
      setProblem(toApiError(refused));
      setBusy(false);
    }
  };

  return (
    <Dialog open modalType="alert" onOpenChange={(_, change) => (change.open ? undefined : onClose())}>
      <DialogSurface className="dialog-narrow">
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="form">
              {problem ? <Problem problem={problem} /> : null}
              {text ? <p>{text}</p> : null}
              {reason ? (
                <Field label={reason} required>
                  <Textarea required value={given} onChange={(_, change) => setGiven(change.value)} maxLength={500} />
                </Field>
              ) : null}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.common.cancel}</Button>
              <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
                {confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
