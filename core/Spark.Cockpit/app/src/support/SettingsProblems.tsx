import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useWords } from "../words";
import type { SettingsProblem } from "./types";

/** Everything that is wrong with what was to be saved, at once. */
export function SettingsProblems({ problems }: { problems: SettingsProblem[] }) {
  const words = useWords();
  return problems.length === 0 ? null : (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <strong>{words.support.problems}</strong>
        <ul className="plain-list">
          {problems.map((problem, index) => (
            <li key={index}>
              {problem.field ? <code>{problem.field}</code> : null} {problem.message}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
