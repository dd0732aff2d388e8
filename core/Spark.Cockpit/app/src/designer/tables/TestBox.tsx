import { Button, Input } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { type ApiError, call } from "../../api/client";
import type { IntentTrialRequest } from "../../api/schema";
import { toApiError } from "../../api/useResource";
import { percent } from "../../ui/format";
import { Pill, Problem } from "../../ui/Parts";
import { useWords } from "../../words";
import type { Files } from "../model";

interface Weight {
  name: string;
  weight: number;
}

interface Verdict {
  isUnderstood: boolean;
  confidence: number;
  threshold: number;
  intents: Weight[];
  parts: Weight[];
}

/** What a sentence would be taken for, by the files as they are. */
export function TestBox({ bot, files, language, onAdd }: { bot: string; files: Files; language: string; onAdd: (intent: string, text: string) => void }) {
  const words = useWords();
  const [text, setText] = useState("");
  const [tried, setTried] = useState<{ text: string; verdict: Verdict }>();
  const [problem, setProblem] = useState<ApiError>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (!said) {
      return;
    }

    try {
      setTried({ text: said, verdict: await call<Verdict>("POST", "/studio/intents/try", { name: bot, files, language, text: said } satisfies IntentTrialRequest) });
      setProblem(undefined);
    } catch (refused) {
      setProblem(toApiError(refused));
      setTried(undefined);
    }
  };
  return (
    <section className="form">
      <h3>{words.designer.tables.trying}</h3>
      <form className="item" onSubmit={(event) => void submit(event)}>
        <Input size="small" value={text} onChange={(_, change) => setText(change.value)} placeholder={words.designer.say} aria-label={words.designer.tables.sentence} />
        <Button size="small" type="submit" appearance="primary">
          {words.designer.tables.tryIt}
        </Button>
      </form>
      {problem ? <Problem problem={problem} /> : null}
      {tried ? (
        <div aria-live="polite" className="form">
          <p>
            <Pill tone={tried.verdict.isUnderstood ? "good" : "warn"}>{tried.verdict.isUnderstood ? words.designer.tables.understood : words.designer.tables.notUnderstood}</Pill>{" "}
            <span className="quiet">
              {percent(tried.verdict.confidence, 1)} / {percent(tried.verdict.threshold, 1)}
            </span>
          </p>
          <ul>
            {tried.verdict.intents.map((intent) => (
              <li key={intent.name} className="weight">
                <span>{intent.name}</span>
                <meter min={0} max={1} value={intent.weight} aria-label={intent.name} />
                <span className="number">{percent(intent.weight, 1)}</span>
                <Button size="small" appearance="subtle" aria-label={words.designer.tables.addTo(intent.name)} title={words.designer.tables.addTo(intent.name)} onClick={() => onAdd(intent.name, tried.text)}>
                  +
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
