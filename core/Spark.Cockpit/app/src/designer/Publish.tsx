import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Select, Textarea } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { type ApiError, callWithFindings } from "../api/client";
import type { Finding, Release } from "../api/types";
import { toApiError } from "../api/useResource";
import { moves } from "../pages/Bot";
import { Problem } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import type { Files } from "./model";
import { Problems } from "./Problems";

export function Publish({ bot, files, onClose, onDone }: { bot: string; files: Files; onClose: () => void; onDone: () => void }) {
  const words = useWords();
  const toast = useToast();
  const [note, setNote] = useState("");
  const [move, setMove] = useState("Finish");
  const [allowUntranslated, setAllowUntranslated] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  const [findings, setFindings] = useState<Finding[]>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await callWithFindings<{ release: Release | null; findings: Finding[] }>("POST", "/bots/publish", {
        name: bot,
        files: Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith("tests/"))),
        note,
        move,
        allowUntranslated,
      });
      if (answer.release) {
        toast.done(words.bots.publishedNow);
        onDone();
        onClose();
      } else {
        setFindings(answer.findings.filter((finding) => finding.level === "Error"));
      }
    } catch (refused) {
      setProblem(toApiError(refused));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open onOpenChange={(_, change) => (change.open ? undefined : onClose())}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{words.bots.publishTitle}</DialogTitle>
            <DialogContent className="form">
              <p className="quiet">{words.bots.publishText}</p>
              {problem ? <Problem problem={problem} /> : null}
              {findings ? (
                <>
                  <p>{words.bots.refused}</p>
                  <Problems findings={findings} onOpen={() => {}} />
                </>
              ) : null}
              <Field label={words.bots.publishNote}>
                <Textarea value={note} onChange={(_, change) => setNote(change.value)} maxLength={2000} />
              </Field>
              <Field label={words.bots.move}>
                <Select value={move} onChange={(_, change) => setMove(change.value)}>
                  {moves.map((one) => (
                    <option key={one} value={one}>
                      {words.bots.moves[one]}
                    </option>
                  ))}
                </Select>
              </Field>
              <Checkbox checked={allowUntranslated} onChange={(_, change) => setAllowUntranslated(change.checked === true)} label={words.bots.untranslated} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.common.cancel}</Button>
              <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
                {words.bots.publish}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
