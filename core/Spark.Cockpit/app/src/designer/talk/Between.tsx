import { useWords } from "../../words";
import type { Line } from "./script";

/** What has happened and led to no turn of its own: time that passed, and an agent's words, which the desk tells the person and not the bot. */
export function Between({ lines }: { lines: Line[] }) {
  const words = useWords();
  return lines.map((line, index) =>
    line.clock ? (
      <p key={index} className="talk-passed">
        {words.trial.passed(line.clock)}
      </p>
    ) : line.agent ? (
      <div key={index} className="bubble bubble-bot bubble-agent">
        <span className="bubble-name">{words.trial.agent}</span>
        {line.agent}
      </div>
    ) : null,
  );
}
