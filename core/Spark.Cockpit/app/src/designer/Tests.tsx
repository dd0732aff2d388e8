import { Button } from "@fluentui/react-components";
import { PlayRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { type ApiError, call } from "../api/client";
import type { FilesRequest } from "../api/schema";
import type { Finding } from "../api/types";
import { toApiError } from "../api/useResource";
import { Pill, Problem } from "../ui/Parts";
import { useWords } from "../words";
import type { Files } from "./model";
import { Problems } from "./Problems";

export interface StudioTests {
  findings: Finding[];
  tests: { title: string; isGood: boolean; milliseconds: number; lines: { who: string; actual: string | null; expected: string | null; isGood: boolean }[]; problems: string[] }[];
  visited: string[];
}

/** Plays the bot's own tests; what they passed is painted on the canvas. */
export function Tests({ bot, files, tests, onPlayed }: { bot: string; files: Files; tests: StudioTests | undefined; onPlayed: (tests: StudioTests) => void }) {
  const words = useWords();
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  const hasTests = Object.keys(files).some((path) => path.startsWith("tests/"));
  const run = async () => {
    setRunning(true);
    setProblem(undefined);
    try {
      onPlayed(await call<StudioTests>("POST", "/studio/test", { name: bot, files } satisfies FilesRequest));
    } catch (refused) {
      setProblem(toApiError(refused));
    } finally {
      setRunning(false);
    }
  };

  if (!hasTests) {
    return <p className="quiet">{words.designer.noTests}</p>;
  }

  return (
    <div className="tests">
      <div className="buttons">
        <Button size="small" appearance="primary" icon={<PlayRegular />} onClick={() => void run()} disabledFocusable={isRunning}>
          {words.designer.runTests}
        </Button>
        {tests && tests.tests.length > 0 ? (
          <Pill tone={tests.tests.every((test) => test.isGood) ? "good" : "bad"}>{words.designer.passed(tests.tests.filter((test) => test.isGood).length, tests.tests.length)}</Pill>
        ) : null}
      </div>
      {problem ? <Problem problem={problem} /> : null}
      {tests && tests.tests.length === 0 && tests.findings.length > 0 ? <Problems findings={tests.findings} onOpen={() => {}} /> : null}
      <ul className="problems">
        {tests?.tests.map((test) => (
          <li key={test.title}>
            <details open={!test.isGood}>
              <summary>
                <Pill tone={test.isGood ? "good" : "bad"}>{test.isGood ? "✓" : "✗"}</Pill> {test.title} <span className="quiet">{test.milliseconds} ms</span>
              </summary>
              <ol className="test-lines">
                {test.lines.map((line, index) => (
                  <li key={index} className={line.isGood ? "" : "test-bad"}>
                    <span className="quiet">{line.who}</span> {line.actual}
                    {line.expected ? (
                      <div>
                        {words.designer.expected}: {line.expected}
                      </div>
                    ) : null}
                  </li>
                ))}
              </ol>
              {test.problems.map((one) => (
                <p key={one} className="test-bad">
                  {one}
                </p>
              ))}
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
