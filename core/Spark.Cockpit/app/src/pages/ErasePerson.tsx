import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input } from "@fluentui/react-components";
import { type FormEvent, useEffect, useState } from "react";
import { type ApiError, call } from "../api/client";
import type { ErasureReport, PersonAddress, PersonPreview } from "../api/types";
import { toApiError } from "../api/useResource";
import { Problem, Waiting } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

interface ErasePersonProps {
  request: { people: PersonAddress[]; conversations: string[] };
  /** What has to be typed. */
  word: string;
  onDone: () => void;
  onClose: () => void;
}

/** Says what will go, and erases it once a word of the person has been typed. */
export function ErasePerson({ request, word, onDone, onClose }: ErasePersonProps) {
  const words = useWords();
  const toast = useToast();
  const [wanted] = useState(request);
  const [preview, setPreview] = useState<PersonPreview>();
  const [typed, setTyped] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [left, setLeft] = useState(0);
  const [problem, setProblem] = useState<ApiError>();
  useEffect(() => {
    const aborting = new AbortController();
    call<PersonPreview>("POST", "/people/preview", wanted, aborting.signal).then(setPreview, (refused: unknown) => {
      if (!aborting.signal.aborted) {
        setProblem(toApiError(refused));
      }
    });
    return () => aborting.abort();
  }, [wanted]);

  const isConfirmed = typed.trim().toLowerCase() === word.toLowerCase();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isConfirmed) {
      return;
    }

    setBusy(true);
    setProblem(undefined);
    try {
      const report = await call<ErasureReport>("POST", "/people/erase", wanted);
      if (report.isDone) {
        toast.done(words.privacy.erased(report.conversations, report.reference));
        onDone();
        onClose();
      } else {
        setLeft(report.underWay.length);
      }
    } catch (refused) {
      setProblem(toApiError(refused));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open modalType="alert" onOpenChange={(_, change) => (change.open ? undefined : onClose())}>
      <DialogSurface className="dialog-narrow">
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{words.privacy.eraseTitle}</DialogTitle>
            <DialogContent className="form">
              {problem ? <Problem problem={problem} /> : null}
              {left > 0 ? <p role="alert">{words.privacy.left(left)}</p> : null}
              {preview ? <Goes preview={preview} /> : problem ? null : <Waiting />}
              <p>{words.privacy.stays}</p>
              <Field label={words.privacy.type(word)} required>
                <Input value={typed} onChange={(_, change) => setTyped(change.value)} autoComplete="off" spellCheck={false} required />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.common.cancel}</Button>
              <Button appearance="primary" type="submit" disabledFocusable={isBusy || !isConfirmed || !preview}>
                {words.privacy.confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function Goes({ preview }: { preview: PersonPreview }) {
  const words = useWords();
  return (
    <>
      <p>{words.privacy.goes}</p>
      <ul>
        <li>{words.privacy.goesConversations(preview.conversations, preview.open)}</li>
        <li>{words.privacy.goesTurns(preview.turns)}</li>
        <li>{words.privacy.goesTickets(preview.tickets)}</li>
        <li>{words.privacy.goesFiles(preview.files)}</li>
        <li>{words.privacy.goesRemembered(preview.remembered)}</li>
        <li>{words.privacy.goesAudit(preview.auditEntries)}</li>
      </ul>
    </>
  );
}
