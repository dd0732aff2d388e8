import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { type ApiError, call } from "../../api/client";
import type { IntentTrialRequest } from "../../api/schema";
import { toApiError } from "../../api/useResource";
import { percent } from "../../ui/format";
import { Problem } from "../../ui/Parts";
import { useWords } from "../../words";
import type { Files } from "../model";

interface Overlap {
  text: string;
  intent: string;
  suggested: string | null;
  probability: number;
  nearest: string | null;
}

interface Judged {
  examples: number;
  accuracy: number;
  misplaced: Overlap[];
  weakest: Overlap[];
}

/** Which examples stand in each other's way: each is judged by a classifier that has not seen it. */
export function Overlaps({ bot, files, language, onOpen }: { bot: string; files: Files; language: string; onOpen: (intent: string) => void }) {
  const words = useWords();
  const [judged, setJudged] = useState<Judged>();
  const [problem, setProblem] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const judge = async () => {
    setBusy(true);
    try {
      setJudged(await call<Judged>("POST", "/studio/intents/overlaps", { name: bot, files, language, text: "" } satisfies IntentTrialRequest));
      setProblem(undefined);
    } catch (refused) {
      setProblem(toApiError(refused));
      setJudged(undefined);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="form">
      <h3>{words.designer.tables.overlaps}</h3>
      <span>
        <Button size="small" onClick={() => void judge()} disabledFocusable={isBusy}>
          {words.designer.tables.judge}
        </Button>
      </span>
      {problem ? <Problem problem={problem} /> : null}
      {judged ? (
        <>
          <p>{words.designer.tables.judged(judged.examples, percent(judged.accuracy, 1))}</p>
          <ul className="form">
            {judged.misplaced.map((one) => (
              <li key={`${one.intent} ${one.text}`}>
                <button type="button" className="link" onClick={() => onOpen(one.intent)}>
                  “{one.text}”
                </button>{" "}
                {words.designer.tables.looksLike(one.intent, one.suggested ?? "")} {one.nearest ? <span className="quiet">“{one.nearest}”</span> : null}
              </li>
            ))}
          </ul>
          {judged.weakest.length > 0 ? <h3>{words.designer.tables.weakest}</h3> : null}
          <ul>
            {judged.weakest.slice(0, 8).map((one) => (
              <li key={`${one.intent} ${one.text}`}>
                {percent(one.probability, 1)} “{one.text}” <span className="quiet">{one.intent}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
