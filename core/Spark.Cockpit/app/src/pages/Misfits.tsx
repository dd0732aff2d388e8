import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { StandingMisfit } from "../api/types";
import { Go } from "../shell/router";
import { useWords } from "../words";

/** Who stands on versions of bots whose steps a plugin does not fit any more. */
export function Misfits({ misfits }: { misfits: StandingMisfit[] }) {
  const words = useWords();
  return misfits.length === 0 ? null : (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.plugins.misfits}</MessageBarTitle>
        <ul className="misfits">
          {misfits.map((one) => (
            <li key={`${one.bot}-${one.version}`}>
              <Go to={`/bots/${one.bot}`}>{one.bot}</Go> <code>{one.version.slice(0, 12)}</code>
              {one.isLive ? ` (${words.bots.live})` : ""}, {words.bots.open(one.open)}: {one.misfits.join("; ")}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
