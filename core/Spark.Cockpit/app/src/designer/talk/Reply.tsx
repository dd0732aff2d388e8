import { Button } from "@fluentui/react-components";
import type { StudioReply } from "../../api/types";
import { Shown } from "./Shown";

/** What the bot said: as the channel shows it where that is told, else as text with its buttons. */
export function Reply({ reply, onPress }: { reply: StudioReply; onPress: ((label: string) => void) | null }) {
  if (reply.shown) {
    return <Shown shown={reply.shown} choices={reply.choices} onPress={onPress} />;
  }

  return (
    <div className="bubble bubble-bot">
      {reply.text}
      {reply.choices.length > 0 ? (
        <span className="buttons">
          {reply.choices.map((choice) => (
            <Button key={choice} size="small" disabledFocusable={onPress === null} onClick={() => onPress?.(choice)}>
              {choice}
            </Button>
          ))}
        </span>
      ) : null}
    </div>
  );
}
