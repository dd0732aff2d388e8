import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { InstanceAnswer } from "../api/types";

/** What is wrong with an instance's settings, and how to mend it. */
export function InstanceFindings({ answer }: { answer: InstanceAnswer }) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {answer.findings.length === 0 ? (
          answer.reason
        ) : (
          <ul className="plain-list">
            {answer.findings.map((finding, index) => (
              <li key={index}>
                <strong>{finding.code}</strong> {finding.message} {finding.remedy}
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
