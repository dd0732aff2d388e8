import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { ArrowResetRegular, SendRegular } from "@fluentui/react-icons";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type ApiError, call } from "../api/client";
import { toApiError } from "../api/useResource";
import { Pill, Problem } from "../ui/Parts";
import { useWords } from "../words";
import type { Files } from "./model";

interface Line {
  text: string | null;
  result: string | null;
  output: string | null;
}

interface StudioTalk {
  findings: unknown[];
  turns: { said: string | null; intent: string | null; replies: { text: string; choices: string[] }[]; deeds: string[]; fault: string | null }[];
  waitsFor: { name: string; isOffload: boolean; results: string[] } | null;
  variables: Record<string, string>;
  dialogs: string[];
  outcome: string | null;
}

/** A conversation with the files as they are now. It is played from its beginning each time, so that a change of the bot shows at once. */
export function Talk({ bot, files }: { bot: string; files: Files }) {
  const words = useWords();
  const [lines, setLines] = useState<Line[]>([]);
  const [language, setLanguage] = useState("");
  const [talk, setTalk] = useState<StudioTalk>();
  const [problem, setProblem] = useState<ApiError>();
  const [text, setText] = useState("");
  const [output, setOutput] = useState("");
  const languages = /^languages:\s*\[([^\]]*)\]/m.exec(files["bot.yaml"] ?? "")?.[1]?.split(",").map((tag) => tag.trim()) ?? [];

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      call<StudioTalk>("POST", "/studio/talk", { name: bot, files, script: { language: language || null, lines } }, abort.signal).then(
        (played) => {
          setTalk(played);
          setProblem(undefined);
        },
        (refused: unknown) => (abort.signal.aborted ? undefined : setProblem(toApiError(refused))),
      );
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [bot, files, language, lines]);

  const say = (said: string) => setLines((before) => [...before, { text: said, result: null, output: null }]);
  const finish = (result: string) => {
    setLines((before) => [...before, { text: null, result, output: output.trim() || null }]);
    setOutput("");
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) {
      say(text.trim());
      setText("");
    }
  };

  const last = talk?.turns.at(-1);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a block: newer browsers answer with a promise, which React would take for what cleans up.
    end.current?.scrollTo(0, end.current.scrollHeight);
  }, [talk]);
  return (
    <div className="talk">
      <div ref={end} className="talk-lines" role="log" tabIndex={0} aria-label={words.designer.talk}>
        {problem ? <Problem problem={problem} /> : null}
        {talk?.findings.length ? <p className="quiet">{words.designer.cannotTalk}</p> : null}
        {talk?.turns.map((turn, index) => (
          <div key={index} className="turn">
            {turn.said ? (
              <div className="bubble bubble-person">
                {turn.said}
                {turn.intent ? <span className="talk-intent">#{turn.intent}</span> : null}
              </div>
            ) : null}
            {turn.replies.map((reply, at) => (
              <div key={at} className="bubble bubble-bot">
                {reply.text}
                {reply.choices.length > 0 ? (
                  <span className="buttons">
                    {reply.choices.map((choice) => (
                      <Button key={choice} size="small" disabledFocusable={turn !== last || talk.waitsFor !== null} onClick={() => say(choice)}>
                        {choice}
                      </Button>
                    ))}
                  </span>
                ) : null}
              </div>
            ))}
            {turn.deeds.map((deed) => (
              <div key={deed} className="deed">
                {deed}
              </div>
            ))}
            {turn.fault ? <div className="turn-fault">{turn.fault}</div> : null}
          </div>
        ))}
        {talk?.waitsFor ? (
          <div className="card form">
            <p>{talk.waitsFor.isOffload ? words.designer.waitsForOffload(talk.waitsFor.name) : words.designer.waitsForAction(talk.waitsFor.name)}</p>
            {talk.waitsFor.isOffload ? null : (
              <Field label={words.designer.output}>
                <Textarea value={output} onChange={(_, change) => setOutput(change.value)} />
              </Field>
            )}
            <span className="buttons">
              {talk.waitsFor.results.map((result) => (
                <Button key={result} size="small" onClick={() => finish(result)}>
                  {result}
                </Button>
              ))}
            </span>
          </div>
        ) : null}
        {talk?.outcome ? <p className="quiet">{words.designer.ended(talk.outcome)}</p> : null}
      </div>
      <form className="talk-say" onSubmit={submit}>
        <Input value={text} onChange={(_, change) => setText(change.value)} placeholder={words.designer.say} aria-label={words.designer.say} className="talk-input" />
        <Button type="submit" appearance="primary" icon={<SendRegular />} aria-label={words.designer.send} />
        <Button icon={<ArrowResetRegular />} onClick={() => setLines([])}>
          {words.designer.restart}
        </Button>
        {languages.length > 1 ? (
          <Select aria-label={words.designer.language} value={language} onChange={(_, change) => setLanguage(change.value)}>
            <option value="">{words.designer.language}</option>
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </Select>
        ) : null}
      </form>
      <aside className="talk-state" aria-label={words.designer.variables}>
        {talk?.dialogs.length ? (
          <p>
            {talk.dialogs.map((dialog) => (
              <Pill key={dialog} tone="info">
                {dialog}
              </Pill>
            ))}
          </p>
        ) : null}
        <h3>{words.designer.variables}</h3>
        {talk && Object.keys(talk.variables).length > 0 ? (
          <dl className="facts facts-wide">
            {Object.entries(talk.variables).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="quiet">{words.designer.noVariables}</p>
        )}
      </aside>
    </div>
  );
}
