import { Button, Field, Input, MessageBar, MessageBarBody, Select, SpinButton, Tab, TabList, Textarea } from "@fluentui/react-components";
import { ArrowLeftRegular, CodeRegular } from "@fluentui/react-icons";
import { type FormEvent, useEffect, useState } from "react";
import { type ApiError, call, callWithFindings } from "../api/client";
import type { CurlRequest } from "../api/schema";
import { toApiError, useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { useMay } from "../shell/session";
import { Ask } from "../ui/Ask";
import { useFunctions } from "../ui/code/useFunctions";
import { CodeField } from "../ui/CodeField";
import { FormDialog } from "../ui/FormDialog";
import { PageHead, Problem, Waiting } from "../ui/Parts";
import { useMerge } from "../ui/useMerge";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import { ApiCallTest, previewOf } from "./ApiCallTest";
import { pathsOf } from "./pathsOf";
import { Rows } from "./Rows";
import { SettingsProblems } from "./SettingsProblems";
import type { ApiCall, ApiCallRun, ApiCallView, CredentialView, SettingsAnswer, SettingsProblem } from "./types";

const types = ["text", "number", "boolean", "json"];
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const ticket = [
  { name: "ticketId", label: "Ticket Unique ID", expression: "result.sys_id", type: "text", required: true },
  { name: "ticketNumber", label: "Ticket Display Number", expression: "result.number", type: "text", required: true },
];
const fresh: ApiCall = { name: "", description: "", credential: "", parameters: [], method: "POST", resource: "", query: [], headers: [], payload: "", timeoutSeconds: 10, outputs: [] };

type TabName = "general" | "request" | "output" | "test";

/** An API Call in four tabs, as its users know them. What is tested is what stands in the form. */
export function ApiCallForm({ name }: { name?: string }) {
  const words = useWords();
  const toast = useToast();
  const { go } = useRouter();
  const mayEdit = useMay("EditSupport");
  const known = useResource<ApiCallView>(name ? `/api-calls/${encodeURIComponent(name)}` : null);
  const functions = useFunctions();
  const credentials = useResource<{ credentials: CredentialView[] }>("/credentials");
  const [apiCall, setApiCall] = useState<ApiCall>(fresh);
  const [tab, setTab] = useState<TabName>("general");
  const [problems, setProblems] = useState<SettingsProblem[]>([]);
  const [problem, setProblem] = useState<ApiError>();
  const [run, setRun] = useState<ApiCallRun>();
  const [notes, setNotes] = useState<string[]>([]);
  const [isImporting, setImporting] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  useEffect(() => {
    if (known.data) {
      setApiCall({ ...fresh, ...known.data.apiCall });
    }
  }, [known.data]);
  const path = `/api-calls/${encodeURIComponent(apiCall.name)}`;
  const merging = useMerge<ApiCall, number, ApiCallView>(
    (now) => ({ value: { ...fresh, ...now.apiCall }, edition: now.edition }),
    async (value, edition) => {
      const said = await callWithFindings<SettingsAnswer>("PUT", path, { apiCall: value, edition });
      if (said.edition === undefined) {
        setApiCall(value);
        setProblems(said.problems);
        return;
      }

      toast.done(words.common.saved);
      if (name) {
        known.reload();
      } else {
        go(`/support/api-calls/${value.name}`);
      }
    },
  );
  if ((name && !known.data) || !credentials.data) {
    const failed = known.problem ?? credentials.problem;
    return failed ? <Problem problem={failed} /> : <Waiting />;
  }

  const set = (change: Partial<ApiCall>) => setApiCall((before) => ({ ...before, ...change }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    setProblems([]);
    try {
      await merging.save({ ...fresh, ...known.data?.apiCall }, apiCall, known.data?.edition ?? 0);
    } catch (refused) {
      setProblem(toApiError(refused));
    }
  };

  const remove = async () => {
    await call("DELETE", `/api-calls/${encodeURIComponent(apiCall.name)}`);
    go("/support/api-calls");
  };

  const isReadOnly = !mayEdit;
  const parameters = apiCall.parameters.map((parameter) => parameter.name).filter(Boolean);
  return (
    <>
      <PageHead
        title={name ?? words.apiCalls.add}
        above={
          <Go to="/support/api-calls" className="back">
            <ArrowLeftRegular aria-hidden="true" /> {words.apiCalls.title}
          </Go>
        }
      >
        {mayEdit ? (
          <>
            {name ? (
              <Button appearance="subtle" onClick={() => setRemoving(true)}>
                {words.common.remove}
              </Button>
            ) : null}
            <Button icon={<CodeRegular />} onClick={() => setImporting(true)}>
              {words.apiCalls.importCurl}
            </Button>
            <Button appearance="primary" type="submit" form="api-call">
              {words.common.save}
            </Button>
          </>
        ) : (
          <span className="quiet">{words.support.mayNotEdit}</span>
        )}
      </PageHead>
      {problem ? <Problem problem={problem} /> : null}
      {merging.dialog}
      <SettingsProblems problems={problems} />
      {notes.length > 0 ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {words.apiCalls.notes} {notes.join(" ")}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <TabList selectedValue={tab} onTabSelect={(_, data) => setTab(data.value as TabName)}>
        {(["general", "request", "output", "test"] as TabName[]).map((one) => (
          <Tab key={one} value={one} id={`tab-${one}`}>
            {words.apiCalls[one]}
          </Tab>
        ))}
      </TabList>
      <form id="api-call" className="card form tab-card" onSubmit={(event) => void save(event)} noValidate role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === "general" ? (
          <div className="form form-wide">
            <Field label={words.common.name} required>
              <Input required readOnly={name !== undefined || isReadOnly} value={apiCall.name} onChange={(_, change) => set({ name: change.value })} autoComplete="off" />
            </Field>
            <Field label={words.credentials.description}>
              <Input readOnly={isReadOnly} value={apiCall.description ?? ""} onChange={(_, change) => set({ description: change.value })} />
            </Field>
            <Field label={words.apiCalls.credential} required>
              <Select required disabled={isReadOnly} value={apiCall.credential} onChange={(_, change) => set({ credential: change.value })}>
                <option value="">{words.apiCalls.chooseCredential}</option>
                {credentials.data.credentials.map(({ credential }) => (
                  <option key={credential.name} value={credential.name}>
                    {credential.name}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
        ) : tab === "request" ? (
          <>
            <h2>{words.apiCalls.parameters}</h2>
            <p className="quiet">{words.apiCalls.parametersHint}</p>
            <Rows
              caption={words.apiCalls.parameters}
              rows={apiCall.parameters}
              columns={[
                { key: "label", title: words.apiCalls.label },
                { key: "name", title: words.apiCalls.identifier, isRequired: true, isMono: true },
                { key: "type", title: words.apiCalls.type, options: types },
                { key: "default", title: words.apiCalls.default },
                { key: "required", title: words.apiCalls.required, isFlag: true },
              ]}
              fresh={{ name: "", label: "", type: "text", required: false }}
              add={words.apiCalls.addParameter}
              isReadOnly={isReadOnly}
              onChange={(parameters) => set({ parameters })}
            />
            <h2>{words.apiCalls.httpCall}</h2>
            <div className="form-row form-call">
              <Field label={words.apiCalls.method}>
                <Select disabled={isReadOnly} value={apiCall.method} onChange={(_, change) => set({ method: change.value })}>
                  {methods.map((method) => (
                    <option key={method}>{method}</option>
                  ))}
                </Select>
              </Field>
              <Field label={words.apiCalls.resource} hint={words.apiCalls.resourceHint} required>
                <CodeField isTemplate label={words.apiCalls.resource} names={parameters} value={apiCall.resource} isReadOnly={isReadOnly} onChange={(resource) => set({ resource })} />
              </Field>
            </div>
            <Field label={words.apiCalls.payload}>
              <CodeField isTemplate isLong label={words.apiCalls.payload} names={parameters} value={apiCall.payload ?? ""} isReadOnly={isReadOnly} onChange={(payload) => set({ payload })} />
            </Field>
            <h3>{words.apiCalls.queryFields}</h3>
            <Rows
              caption={words.apiCalls.queryFields}
              rows={apiCall.query}
              columns={[
                { key: "name", title: words.common.name, isRequired: true },
                { key: "value", title: words.apiCalls.value },
              ]}
              fresh={{ name: "", value: "" }}
              add={words.apiCalls.addField}
              isReadOnly={isReadOnly}
              onChange={(rows) => set({ query: rows })}
            />
            <h3>{words.apiCalls.headers}</h3>
            <Rows
              caption={words.apiCalls.headers}
              rows={apiCall.headers}
              columns={[
                { key: "name", title: words.common.name, isRequired: true },
                { key: "value", title: words.apiCalls.value },
              ]}
              fresh={{ name: "", value: "" }}
              add={words.apiCalls.addField}
              isReadOnly={isReadOnly}
              onChange={(headers) => set({ headers })}
            />
            <Field label={words.apiCalls.timeout} className="narrow">
              <SpinButton min={1} max={120} value={apiCall.timeoutSeconds} onChange={(_, change) => set({ timeoutSeconds: change.value ?? (Number(change.displayValue) || 10) })} />
            </Field>
          </>
        ) : tab === "output" ? (
          <>
            <p className="quiet">{words.apiCalls.outputsHint}</p>
            <Rows
              caption={words.apiCalls.outputs}
              rows={apiCall.outputs}
              columns={[
                { key: "label", title: words.apiCalls.label },
                { key: "name", title: words.apiCalls.identifier, isRequired: true, isMono: true },
                { key: "expression", title: words.apiCalls.expression, expression: [...pathsOf(run?.responseBody), ...functions] },
                { key: "type", title: words.apiCalls.type, options: types },
                { key: "required", title: words.apiCalls.required, isFlag: true },
              ]}
              fresh={{ name: "", label: "", expression: "", type: "text", required: false }}
              add={words.apiCalls.addOutput}
              isReadOnly={isReadOnly}
              onChange={(outputs) => set({ outputs })}
              more={{ title: words.apiCalls.preview, of: (output) => previewOf(run, output.name) }}
              extra={
                apiCall.outputs.some((output) => output.name === "ticketId") ? null : (
                  <Button size="small" onClick={() => set({ outputs: [...apiCall.outputs, ...ticket] })}>
                    {words.apiCalls.ticketOutputs}
                  </Button>
                )
              }
            />
            {run ? null : <p className="quiet">{words.apiCalls.notRun}</p>}
          </>
        ) : (
          <ApiCallTest apiCall={apiCall} run={run} onRun={setRun} mayRun={mayEdit} />
        )}
      </form>
      {isImporting ? (
        <ImportCurl
          onClose={() => setImporting(false)}
          onImported={(imported, said) => {
            setApiCall((before) => ({ ...before, ...imported, name: before.name || imported.name, credential: before.credential }));
            setNotes(said);
            setTab("request");
          }}
        />
      ) : null}
      {isRemoving ? (
        <Ask title={words.apiCalls.removeTitle(apiCall.name)} text={words.apiCalls.removeText} confirm={words.common.remove} onConfirm={remove} onClose={() => setRemoving(false)} />
      ) : null}
    </>
  );
}

function ImportCurl({ onClose, onImported }: { onClose: () => void; onImported: (apiCall: ApiCall, notes: string[]) => void }) {
  const words = useWords();
  const [curl, setCurl] = useState("");
  const submit = async () => {
    const imported = await call<{ apiCall: ApiCall; notes?: string[] }>("POST", "/api-call-import", { curl } satisfies CurlRequest);
    onImported(imported.apiCall, imported.notes ?? []);
  };

  return (
    <FormDialog title={words.apiCalls.importTitle} submit={words.common.add} onSubmit={submit} onClose={onClose} isWide>
      <Field label="curl" hint={words.apiCalls.importHint} required>
        <Textarea required className="mono payload" value={curl} onChange={(_, change) => setCurl(change.value)} />
      </Field>
    </FormDialog>
  );
}
