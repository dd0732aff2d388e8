import { Button } from "@fluentui/react-components";
import type { StudioChoice, StudioPart, StudioShown } from "../../api/types";
import { useWords } from "../../words";
import { AdaptiveCard } from "./AdaptiveCard";

interface ShownProps {
  shown: StudioShown[];
  /** What answers when it is pressed. */
  choices: string[];
  onPress: ((label: string) => void) | null;
}

/** A reply as a channel shows it, and what it sends for that. All of it is drawn as text of our own: nothing in it is ever markup. */
export function Shown({ shown, choices, onPress }: ShownProps) {
  const words = useWords();
  const press = onPress ? (label: string) => (choices.includes(label) ? onPress(label) : undefined) : null;
  return shown.map((one, index) => (
    <div key={index} className="bubble bubble-bot shown">
      {one.parts.map((part, at) => (
        <ShownPart key={at} part={part} onPress={press} />
      ))}
      {one.remarks.map((remark) => (
        <p key={remark} className="shown-remark">
          {remark}
        </p>
      ))}
      {one.payload === null ? null : (
        <details>
          <summary>{words.trial.asSent}</summary>
          <pre tabIndex={0}>{JSON.stringify(one.payload, null, 2)}</pre>
        </details>
      )}
    </div>
  ));
}

function ShownPart({ part, onPress }: { part: StudioPart; onPress: ((label: string) => void) | null }) {
  const words = useWords();
  switch (part.kind) {
    case "card":
      return <AdaptiveCard card={part.card} onPress={onPress} />;
    case "choices":
    case "replies":
      return <Choices choices={part.choices} isRound={part.kind === "replies"} onPress={onPress} />;
    case "items":
      return (
        <div className="shown-items">
          {part.items.map((item, index) => (
            <div key={index} className="ac">
              <strong>{item.title}</strong>
              {item.subtitle ? <span>{item.subtitle}</span> : null}
              {item.link ? <span className="quiet">{item.link}</span> : null}
              <Choices choices={item.choices} isRound={false} onPress={onPress} />
            </div>
          ))}
        </div>
      );
    case "file":
      return (
        <span>
          {words.trial.file}: {part.text} <span className="quiet">{part.address}</span>
        </span>
      );
    default:
      return <span className="shown-text">{part.text}</span>;
  }
}

function Choices({ choices, isRound, onPress }: { choices: StudioChoice[]; isRound: boolean; onPress: ((label: string) => void) | null }) {
  return choices.length === 0 ? null : (
    <span className="buttons">
      {choices.map((choice, index) => (
        <Button
          key={index}
          size="small"
          shape={isRound ? "circular" : "rounded"}
          title={choice.link ?? undefined}
          disabledFocusable={onPress === null || choice.link !== null}
          onClick={() => onPress?.(choice.label)}
        >
          {choice.label}
        </Button>
      ))}
    </span>
  );
}
