import { Checkbox, Field, Input } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { type ApiError, call } from "../../api/client";
import type { StudioTalk, StudioTestDraft } from "../../api/types";
import { toApiError } from "../../api/useResource";
import { FormDialog } from "../../ui/FormDialog";
import { Pill, Problem, Waiting } from "../../ui/Parts";
import { useToast } from "../../ui/toast";
import { useWords } from "../../words";
import { Problems } from "../Problems";
import type { TalkProps } from "./Talk";

interface SaveTestProps extends TalkProps {
  talk: StudioTalk;
  onClose: () => void;
}

const slug = (text: string) => text.toLowerCase().normalize("NFD").replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "").slice(0, 60);

/** Makes a test of the conversation: shown, and played, before it is put into the draft. */
export function SaveTest({ bot, files, script, talk, onTest, onClose }: SaveTestProps) {
  const words = useWords();
  const toast = useToast();
  const [title, setTitle] = useState("");
  const [file, setFile] = useState<string | null>(null);
  const [variables, setVariables] = useState<string[]>([]);
  const [calls, setCalls] = useState(true);
  const [ended, setEnded] = useState(true);
  const [draft, setDraft] = useState<StudioTestDraft>();
  const [problem, setProblem] = useState<ApiError>();
  const name = file ?? slug(title);
  // What is sensitive is no matter of a test's file, and what a dialog calls its own is gone with it.
  const set = (talk.turns.at(-1)?.variables ?? []).filter((value) => value.dialog === null && value.after !== null && value.after !== "•••");
  const order = name && title.trim() ? JSON.stringify({ file: name, title: title.trim(), variables, calls, ended }) : null;

  useEffect(() => {
    setDraft(undefined);
    setProblem(undefined);
    if (order === null) {
      return;
    }

    const abort = new AbortController();
    const timer = setTimeout(() => {
      call<StudioTestDraft>("POST", "/studio/talk/test", { name: bot, files, script, order: JSON.parse(order) }, abort.signal).then(setDraft, (refused: unknown) =>
        abort.signal.aborted ? undefined : setProblem(toApiError(refused)),
      );
    }, 300);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [bot, files, script, order]);

  return (
    <FormDialog
      title={words.trial.saveTest}
      submit={words.trial.keep}
      isHeld={!draft?.text}
      isWide
      onClose={onClose}
      onSubmit={() => {
        if (draft) {
          onTest(draft.path, draft.text);
          toast.done(words.trial.kept(draft.path));
        }
      }}
    >
      <Field label={words.trial.testTitle} required>
        <Input value={title} onChange={(_, change) => setTitle(change.value)} />
      </Field>
      <Field label={words.trial.testFile} hint={`tests/${name || "…"}.test.yaml`}>
        <Input value={name} onChange={(_, change) => setFile(change.value)} />
      </Field>
      <fieldset className="expectations">
        <legend>{words.trial.expect}</legend>
        <Checkbox label={words.trial.expectEnded} checked={ended} onChange={(_, change) => setEnded(change.checked === true)} />
        <Checkbox label={words.trial.expectCalls} checked={calls} onChange={(_, change) => setCalls(change.checked === true)} />
        {set.map((value) => (
          <Checkbox
            key={value.name}
            label={`${value.name} = ${value.after}`}
            checked={variables.includes(value.name)}
            onChange={(_, change) => setVariables((before) => (change.checked === true ? [...before, value.name] : before.filter((one) => one !== value.name)))}
          />
        ))}
      </fieldset>
      {problem ? <Problem problem={problem} /> : null}
      {order !== null && !draft && !problem ? <Waiting /> : null}
      {draft ? (
        <>
          {draft.findings.length > 0 ? <Problems findings={draft.findings} onOpen={() => {}} /> : null}
          {draft.played ? (
            <p className="test-verdict">
              <Pill tone={draft.played.isGood ? "good" : "bad"}>{draft.played.isGood ? words.trial.green : words.trial.red}</Pill>
            </p>
          ) : null}
          {draft.played?.problems.map((one) => (
            <p key={one} className="test-bad">
              {one}
            </p>
          ))}
          <pre className="test-text" tabIndex={0} aria-label={draft.path}>
            {draft.text}
          </pre>
        </>
      ) : null}
    </FormDialog>
  );
}
