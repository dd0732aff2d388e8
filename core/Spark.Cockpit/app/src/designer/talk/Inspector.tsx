import { Button } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import type { StudioPlace, StudioTurn, StudioValue } from "../../api/types";
import { formatVirtual } from "../../ui/format";
import { Pill } from "../../ui/Parts";
import { useWords } from "../../words";

interface InspectorProps {
  turn: StudioTurn;
  number: number;
  onGo: (file: string, line: number) => void;
  /** Drops what came after the turn; null when nothing did. */
  onAgain: (() => void) | null;
}

/** What is behind a turn: the event, how it was understood, the steps, and the conversation before and after. */
export function Inspector({ turn, number, onGo, onAgain }: InspectorProps) {
  const words = useWords();
  return (
    <>
      <div className="inspector-head">
        <h3>{words.trial.turn(number)}</h3>
        {onAgain ? (
          <Button size="small" icon={<HistoryRegular />} onClick={onAgain} title={words.trial.againHint}>
            {words.trial.again}
          </Button>
        ) : null}
      </div>
      <dl className="facts inspector-facts">
        <div>
          <dt>{words.trial.clock}</dt>
          <dd>{formatVirtual(turn.at)}</dd>
        </div>
        <div>
          <dt>{words.trial.event}</dt>
          <dd>
            {words.trial.events[turn.kind as keyof typeof words.trial.events] ?? turn.kind}
            {turn.said ? `: ${turn.said}` : ""}
            {turn.file ? ` (${turn.file.name}, ${turn.file.mediaType})` : ""}
          </dd>
        </div>
        <div>
          <dt>{words.trial.intent}</dt>
          <dd>
            {turn.intent === null ? (
              words.trial.noIntent
            ) : turn.intent.name === null ? (
              words.trial.notUnderstood
            ) : (
              <>
                <code>{turn.intent.name}</code> {turn.intent.score === null ? "" : turn.intent.score.toFixed(3)}
              </>
            )}
          </dd>
        </div>
      </dl>
      {turn.fault ? <div className="turn-fault">{turn.fault}</div> : null}
      <h3>{words.trial.steps}</h3>
      {turn.steps.length === 0 ? (
        <p className="quiet">{words.trial.noSteps}</p>
      ) : (
        <ol className="inspector-steps">
          {turn.steps.map((step, index) => (
            <li key={index}>
              <Step step={step} onGo={onGo} />
            </li>
          ))}
        </ol>
      )}
      <h3>{words.designer.variables}</h3>
      {turn.variables.length === 0 ? <p className="quiet">{words.designer.noVariables}</p> : <Variables values={turn.variables} />}
      <h3>{words.trial.stack}</h3>
      <dl className="facts inspector-facts">
        <div>
          <dt>{words.trial.before}</dt>
          <dd>
            <Stack places={turn.before} onGo={onGo} />
          </dd>
        </div>
        <div>
          <dt>{words.trial.after}</dt>
          <dd>
            <Stack places={turn.after} onGo={onGo} />
          </dd>
        </div>
      </dl>
      <h3>{words.trial.effectsTitle}</h3>
      {turn.effects.length === 0 ? (
        <p className="quiet">{words.trial.none}</p>
      ) : (
        <ol className="inspector-steps">
          {turn.effects.map((effect, index) => (
            <li key={index}>
              {words.trial.effects[effect.kind as keyof typeof words.trial.effects] ?? effect.kind} {effect.text}
              {effect.payload ? <code className="inspector-payload">{effect.payload}</code> : null}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Step({ step, onGo }: { step: StudioPlace; onGo: (file: string, line: number) => void }) {
  const name = `${step.dialog}${step.step ? `.${step.step}` : ""}`;
  const { file, line } = step;
  return file === null ? (
    <code>{name}</code>
  ) : (
    <button type="button" className="link-button" onClick={() => onGo(file, line)}>
      {name}
    </button>
  );
}

function Stack({ places, onGo }: { places: StudioPlace[]; onGo: (file: string, line: number) => void }) {
  const words = useWords();
  return places.length === 0
    ? words.trial.none
    : places.map((place, index) => (
        <span key={index}>
          {index > 0 ? " › " : ""}
          <Step step={place} onGo={onGo} />
        </span>
      ));
}

function Variables({ values }: { values: StudioValue[] }) {
  const words = useWords();
  return (
    <table className="inspector-values">
      <thead>
        <tr>
          <th scope="col">{words.trial.name}</th>
          <th scope="col">{words.trial.before}</th>
          <th scope="col">{words.trial.after}</th>
        </tr>
      </thead>
      <tbody>
        {values.map((value) => (
          <tr key={`${value.dialog} ${value.name}`} className={value.hasChanged ? "changed" : ""}>
            <th scope="row">
              {value.name}
              {value.dialog ? <span className="quiet"> {value.dialog}</span> : null} {value.hasChanged ? <Pill tone="info">{words.trial.changed}</Pill> : null}
            </th>
            <td>{value.before ?? "–"}</td>
            <td>{value.after ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
