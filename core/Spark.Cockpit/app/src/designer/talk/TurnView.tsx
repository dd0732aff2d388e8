import { Button } from "@fluentui/react-components";
import { DocumentRegular } from "@fluentui/react-icons";
import type { StudioTurn } from "../../api/types";
import { formatVirtualTime } from "../../ui/format";
import { useWords } from "../../words";
import { Reply } from "./Reply";

interface TurnViewProps {
  turn: StudioTurn;
  number: number;
  isChosen: boolean;
  canPress: boolean;
  onChoose: () => void;
  onPress: (label: string) => void;
}

/** A turn as the person sees it; a press shows what is behind it. */
export function TurnView({ turn, number, isChosen, canPress, onChoose, onPress }: TurnViewProps) {
  const words = useWords();
  const isSaid = turn.kind === "message" || turn.kind === "press";
  const deeds = turn.effects.filter((effect) => effect.kind !== "send");
  return (
    <div className={`turn ${isChosen ? "turn-chosen" : ""}`}>
      <Button size="small" appearance="transparent" className="turn-head" aria-pressed={isChosen} onClick={onChoose}>
        <span className="turn-number">{number}</span> {formatVirtualTime(turn.at)} · {words.trial.events[turn.kind as keyof typeof words.trial.events] ?? turn.kind}
        {!isSaid && turn.said ? `: ${turn.said}` : ""}
        {turn.intent ? <span className="talk-intent">{turn.intent.name ? `#${turn.intent.name}${turn.intent.score === null ? "" : ` ${turn.intent.score.toFixed(2)}`}` : words.trial.notUnderstood}</span> : null}
      </Button>
      {isSaid ? (
        <div className="bubble bubble-person">
          {turn.said}
          {turn.file ? (
            <span className="talk-sent">
              <DocumentRegular aria-hidden="true" /> {turn.file.name} <span className="quiet">{turn.file.mediaType}</span>
            </span>
          ) : null}
        </div>
      ) : null}
      {turn.replies.map((reply, at) => (
        <Reply key={at} reply={reply} onPress={canPress ? onPress : null} />
      ))}
      {deeds.map((deed, at) => (
        <div key={at} className="deed">
          {words.trial.effects[deed.kind as keyof typeof words.trial.effects] ?? deed.kind} <code>{deed.text}</code>
        </div>
      ))}
      {turn.fault ? <div className="turn-fault">{turn.fault}</div> : null}
    </div>
  );
}
