import { Button, Checkbox, Field, Input, Textarea } from "@fluentui/react-components";
import { PlayRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { type ApiError, callWithFindings } from "../api/client";
import { toApiError } from "../api/useResource";
import { Pill, Problem, type Tone } from "../ui/Parts";
import { useWords } from "../words";
import { SettingsProblems } from "./SettingsProblems";
import type { ApiCall, ApiCallRun, SettingsAnswer, SettingsProblem } from "./types";

const tones: Record<string, Tone> = { Succeeded: "good", Incomplete: "warn", Refused: "bad", NotSent: "bad", Unknown: "warn" };

/** What an output gave in the last test. */
export function previewOf(run: ApiCallRun | undefined, name: string) {
  const output = run?.outputs.find((one) => one.name === name);
  return !output ? (
    <span className="quiet">–</span>
  ) : output.problem ? (
    <span className="test-bad">{output.problem}</span>
  ) : (
    <code>{typeof output.value === "string" ? output.value : JSON.stringify(output.value)}</code>
  );
}

/** Runs an API Call as it stands in the form, with values that are typed in. */
export function ApiCallTest({ apiCall, run, onRun, mayRun }: { apiCall: ApiCall; run: ApiCallRun | undefined; onRun: (run: ApiCallRun) => void; mayRun: boolean }) {
  const words = useWords();
  const [values, setValues] = useState<Record<string, string>>({});
  const [isRecorded, setRecorded] = useState(false);
  const [status, setStatus] = useState("201");
  const [body, setBody] = useState('{"result":{"sys_id":"c537","number":"INC0010023"}}');
  const [problems, setProblems] = useState<SettingsProblem[]>([]);
  const [problem, setProblem] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    setProblem(undefined);
    setProblems([]);
    try {
      const parameters = Object.fromEntries(apiCall.parameters.filter(({ name }) => (values[name] ?? "") !== "").map(({ name }) => [name, values[name]]));
      const said = await callWithFindings<ApiCallRun & SettingsAnswer>("POST", "/api-call-test", {
        apiCall,
        parameters,
        recorded: isRecorded ? { status: Number(status), body } : null,
      });
      if (said.end) {
        onRun(said);
      } else {
        setProblems(said.problems);
      }
    } catch (refused) {
      setProblem(toApiError(refused));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="test-panel">
      <div className="form">
        <p className="quiet">{words.apiCalls.testIntro}</p>
        {apiCall.parameters.map((parameter) => (
          <Field key={parameter.name} label={parameter.label || parameter.name} required={parameter.required}>
            <Input value={values[parameter.name] ?? ""} placeholder={parameter.default ?? ""} onChange={(_, change) => setValues({ ...values, [parameter.name]: change.value })} />
          </Field>
        ))}
        <Checkbox label={words.apiCalls.recorded} checked={isRecorded} onChange={(_, change) => setRecorded(change.checked === true)} />
        {isRecorded ? (
          <>
            <Field label={words.apiCalls.recordedStatus}>
              <Input inputMode="numeric" value={status} onChange={(_, change) => setStatus(change.value)} />
            </Field>
            <Field label={words.apiCalls.recordedBody}>
              <Textarea className="mono" resize="vertical" value={body} onChange={(_, change) => setBody(change.value)} />
            </Field>
          </>
        ) : null}
        <div>
          <Button appearance="primary" icon={<PlayRegular />} onClick={() => void start()} disabledFocusable={isBusy || !mayRun}>
            {words.apiCalls.run}
          </Button>
        </div>
      </div>
      <div className="form" aria-live="polite">
        {problem ? <Problem problem={problem} /> : null}
        <SettingsProblems problems={problems} />
        {run ? (
          <>
            <p>
              <Pill tone={tones[run.end] ?? "info"}>{words.apiCalls.ends[run.end] ?? run.end}</Pill> {run.status ? <strong>{run.status}</strong> : null}{" "}
              {run.milliseconds !== undefined ? <span className="quiet">{Math.round(run.milliseconds)} ms</span> : null}
            </p>
            {run.reason ? <p>{run.reason}</p> : null}
            {run.outputs.length > 0 ? (
              <table className="table table-dense">
                <thead>
                  <tr>
                    <th scope="col">{words.apiCalls.output}</th>
                    <th scope="col">{words.apiCalls.preview}</th>
                  </tr>
                </thead>
                <tbody>
                  {run.outputs.map((output) => (
                    <tr key={output.name}>
                      <th scope="row">{output.name}</th>
                      <td>{previewOf(run, output.name)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
            {run.request ? (
              <details className="details" open>
                <summary>{words.apiCalls.sent}</summary>
                <pre className="wire" tabIndex={0}>
                  {`${run.request.method} ${run.request.address}\n${run.request.headers.map((header) => `${header.name}: ${header.value}`).join("\n")}\n\n${run.request.body ?? ""}`}
                </pre>
              </details>
            ) : null}
            {run.responseBody !== undefined ? (
              <details className="details" open>
                <summary>{words.apiCalls.response}</summary>
                <pre className="wire" tabIndex={0}>
                  {pretty(run.responseBody)}
                </pre>
              </details>
            ) : null}
          </>
        ) : (
          <p className="quiet">{words.apiCalls.notRun}</p>
        )}
      </div>
    </div>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
