import { Checkbox, Field, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { callWithFindings } from "../api/client";
import type { PublishRequest, ReleaseMove } from "../api/schema";
import type { Finding, Release } from "../api/types";
import { moves } from "../pages/Bot";
import { FormDialog } from "../ui/FormDialog";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import { type Files, isPublished } from "./model";
import { Problems } from "./Problems";

export function Publish({ bot, files, onClose, onDone }: { bot: string; files: Files; onClose: () => void; onDone: () => void }) {
  const words = useWords();
  const toast = useToast();
  const [note, setNote] = useState("");
  const [move, setMove] = useState<ReleaseMove>("Finish");
  const [allowUntranslated, setAllowUntranslated] = useState(false);
  const [findings, setFindings] = useState<Finding[]>();
  const submit = async () => {
    const answer = await callWithFindings<{ release: Release | null; findings: Finding[] }>("POST", "/bots/publish", {
      name: bot,
      files: Object.fromEntries(Object.entries(files).filter(([path]) => isPublished(path))),
      note,
      move,
      allowUntranslated,
    } satisfies PublishRequest);
    if (!answer.release) {
      setFindings(answer.findings.filter((finding) => finding.level === "Error"));
      return false;
    }

    toast.done(words.bots.publishedNow);
    onDone();
    return undefined;
  };

  return (
    <FormDialog title={words.bots.publishTitle} submit={words.bots.publish} onSubmit={submit} onClose={onClose} isWide>
      <p className="quiet">{words.bots.publishText}</p>
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
        <Select value={move} onChange={(_, change) => setMove(change.value as ReleaseMove)}>
          {moves.map((one) => (
            <option key={one} value={one}>
              {words.bots.moves[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox checked={allowUntranslated} onChange={(_, change) => setAllowUntranslated(change.checked === true)} label={words.bots.untranslated} />
    </FormDialog>
  );
}
