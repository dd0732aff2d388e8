import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { HeadsetRegular } from "@fluentui/react-icons";
import { type FormEvent, useEffect, useState } from "react";
import { type ApiError, callWithFindings } from "../api/client";
import { toApiError, useResource } from "../api/useResource";
import { Go } from "../shell/router";
import { useMay } from "../shell/session";
import { CodeField } from "../ui/CodeField";
import { useFunctions } from "../ui/code/useFunctions";
import { Empty, PageHead, Problem, Waiting } from "../ui/Parts";
import { useMerge } from "../ui/useMerge";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import { SettingsProblems } from "./SettingsProblems";
import type { ApiCallView, EscalationParameter, EscalationSettings, EscalationView, SettingsAnswer, SettingsProblem } from "./types";

const fresh: EscalationSettings = { apiCall: "", parameters: [], fallback: { url: "", texts: {}, unknownTexts: {} }, categoryConfidence: 0.5 };
const withDefault = new Set(["assignmentGroup", "configurationItem", "category", "subCategory"]);
const withValue = new Set(["constant", "person", "variable"]);
const person = ["email", "id", "name", "language", "timeZone"];
const known = [
  ...person.map((field) => `person.${field}`),
  ...["fields", "variables", "transcript", "transcriptText", "shortDescription", "description", "workNotes", "category", "subCategory", "queue", "language", "channel", "conversationId", "correlationId"],
];

const clean = (texts: Record<string, string>) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim()));

const whole = (settings: EscalationSettings | null | undefined): EscalationSettings =>
  settings ? { ...fresh, ...settings, fallback: { ...fresh.fallback, ...settings.fallback } } : fresh;

/** What a parameter is called decides what it is likely to be given. */
const guesses: Record<string, string> = {
  caller: "person",
  callerid: "person",
  shortdescription: "shortDescription",
  description: "description",
  worknotes: "workNotes",
  assignmentgroup: "assignmentGroup",
  category: "category",
  subcategory: "subCategory",
  configitem: "configurationItem",
  configurationitem: "configurationItem",
  cmdbci: "configurationItem",
  correlationid: "correlationId",
};

export function Escalation() {
  const words = useWords();
  const toast = useToast();
  const mayEdit = useMay("EditSupport");
  const names = [...known, ...useFunctions()];
  const view = useResource<EscalationView>("/escalation");
  const calls = useResource<{ apiCalls: ApiCallView[] }>("/api-calls");
  const [settings, setSettings] = useState<EscalationSettings>(fresh);
  const [problems, setProblems] = useState<SettingsProblem[]>([]);
  const [problem, setProblem] = useState<ApiError>();
  useEffect(() => {
    if (view.data) {
      setSettings(whole(view.data.settings));
      setProblems(view.data.problems);
    }
  }, [view.data]);
  const merging = useMerge<EscalationSettings, number, EscalationView>(
    (now) => ({ value: whole(now.settings), edition: now.edition }),
    async (value, edition) => {
      const fallback = { ...value.fallback, texts: clean(value.fallback.texts), unknownTexts: clean(value.fallback.unknownTexts) };
      const said = await callWithFindings<SettingsAnswer>("PUT", "/escalation", { settings: { ...value, fallback }, edition });
      if (said.edition === undefined) {
        setSettings(value);
        setProblems(said.problems);
        return;
      }

      toast.done(words.common.saved);
      view.reload();
    },
  );
  if (!view.data || !calls.data) {
    const failed = view.problem ?? calls.problem;
    return failed ? <Problem problem={failed} /> : <Waiting />;
  }

  const all = calls.data.apiCalls.map((one) => one.apiCall);
  const openers = all.filter((one) => ["ticketId", "ticketNumber"].every((name) => one.outputs.some((output) => output.name === name)));
  const chosen = all.find((one) => one.name === settings.apiCall);
  const choose = (name: string) => {
    const parameters = all.find((one) => one.name === name)?.parameters ?? [];
    const known = new Map(settings.parameters.map((parameter) => [parameter.name, parameter]));
    setSettings({
      ...settings,
      apiCall: name,
      parameters: parameters.flatMap((parameter): EscalationParameter[] => {
        const kept = known.get(parameter.name);
        const source = guesses[parameter.name.replace(/[_-]/g, "").toLowerCase()];
        return kept ? [kept] : source ? [{ name: parameter.name, source, value: source === "person" ? "email" : null }] : [];
      }),
    });
  };

  const setParameter = (name: string, change: Partial<EscalationParameter> | null) =>
    setSettings((before) => {
      const others = before.parameters.filter((one) => one.name !== name);
      const mine = before.parameters.find((one) => one.name === name);
      return { ...before, parameters: change === null ? others : [...others, { ...(mine ?? { name, source: "constant" }), ...change }] };
    });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    setProblems([]);
    try {
      await merging.save(whole(view.data?.settings), settings, view.data?.edition ?? 0);
    } catch (refused) {
      setProblem(toApiError(refused));
    }
  };

  const fallback = (change: Partial<EscalationSettings["fallback"]>) => setSettings({ ...settings, fallback: { ...settings.fallback, ...change } });
  const callField = (label: string, hint: string, value: string | null | undefined, onChange: (name: string | null) => void) => (
    <Field label={label} hint={hint}>
      <Select value={value ?? ""} disabled={!mayEdit} onChange={(_, change) => onChange(change.value || null)}>
        <option value="">{words.common.none}</option>
        {all.map((one) => (
          <option key={one.name}>{one.name}</option>
        ))}
      </Select>
    </Field>
  );
  return (
    <>
      <PageHead title={words.escalation.title} intro={words.escalation.intro}>
        {mayEdit && openers.length > 0 ? (
          <Button appearance="primary" type="submit" form="escalation">
            {words.common.save}
          </Button>
        ) : null}
      </PageHead>
      {merging.dialog}
      {problem ? <Problem problem={problem} /> : null}
      <SettingsProblems problems={problems} />
      {openers.length === 0 ? (
        <Empty icon={<HeadsetRegular />} title={words.escalation.noCalls} hint={words.escalation.noCallsHint}>
          <span className="buttons">
            <Go to="/support/credentials">{words.nav.credentials}</Go>
            <Go to="/support/api-calls">{words.nav.apiCalls}</Go>
          </span>
        </Empty>
      ) : (
        <form id="escalation" className="form" onSubmit={(event) => void save(event)}>
          <section className="card form">
            <Field label={words.escalation.apiCall} required className="narrow-wide">
              <Select required disabled={!mayEdit} value={settings.apiCall} onChange={(_, change) => choose(change.value)}>
                <option value="">{words.escalation.choose}</option>
                {openers.map((one) => (
                  <option key={one.name}>{one.name}</option>
                ))}
              </Select>
            </Field>
            {chosen ? (
              <>
                <h2>{words.escalation.parameters}</h2>
                <p className="quiet">{words.escalation.parametersHint}</p>
                <div className="table-frame rows-frame" tabIndex={0} role="region" aria-label={words.escalation.parameters}>
                  <table className="table table-dense">
                    <thead>
                      <tr>
                        <th scope="col">{words.escalation.parameters}</th>
                        <th scope="col">{words.escalation.source}</th>
                        <th scope="col">{words.escalation.value}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {chosen.parameters.map((parameter) => (
                        <ParameterRow
                          key={parameter.name}
                          label={parameter.label || parameter.name}
                          name={parameter.name}
                          given={settings.parameters.find((one) => one.name === parameter.name)}
                          calls={calls.data?.apiCalls ?? []}
                          names={names}
                          isReadOnly={!mayEdit}
                          onChange={(change) => setParameter(parameter.name, change)}
                        />
                      ))}
                    </tbody>
                  </table>
                </div>
              </>
            ) : null}
          </section>
          <section className="card form">
            <h2>{words.escalation.fallback}</h2>
            <Field label={words.escalation.fallbackUrl} hint={words.escalation.fallbackUrlHint} required className="narrow-wide">
              <Input required type="url" readOnly={!mayEdit} value={settings.fallback.url} onChange={(_, change) => fallback({ url: change.value })} />
            </Field>
            <div className="form-row">
              {["en", ...Object.keys(settings.fallback.texts).filter((tag) => tag !== "en")].map((tag) => (
                <Field key={tag} label={words.escalation.fallbackText(tag)} hint={words.escalation.fallbackTextHint}>
                  <Textarea readOnly={!mayEdit} value={settings.fallback.texts[tag] ?? ""} onChange={(_, change) => fallback({ texts: { ...settings.fallback.texts, [tag]: change.value } })} />
                </Field>
              ))}
              {["en", ...Object.keys(settings.fallback.unknownTexts).filter((tag) => tag !== "en")].map((tag) => (
                <Field key={tag} label={words.escalation.unknownText(tag)} hint={words.escalation.fallbackTextHint}>
                  <Textarea readOnly={!mayEdit} value={settings.fallback.unknownTexts[tag] ?? ""} onChange={(_, change) => fallback({ unknownTexts: { ...settings.fallback.unknownTexts, [tag]: change.value } })} />
                </Field>
              ))}
            </div>
          </section>
          <section className="card form">
            <h2>{words.escalation.more}</h2>
            <div className="form-row">
              {callField(words.escalation.findCall, words.escalation.findCallHint, settings.findCall, (findCall) => setSettings({ ...settings, findCall }))}
              {callField(words.escalation.addCall, "", settings.addCall, (addCall) => setSettings({ ...settings, addCall }))}
              <Field label={words.escalation.confidence}>
                <Input
                  type="number"
                  min={0}
                  max={1}
                  step={0.05}
                  readOnly={!mayEdit}
                  value={String(settings.categoryConfidence)}
                  onChange={(_, change) => setSettings({ ...settings, categoryConfidence: Number(change.value) })}
                />
              </Field>
            </div>
          </section>
        </form>
      )}
    </>
  );
}

interface ParameterRowProps {
  label: string;
  name: string;
  given: EscalationParameter | undefined;
  calls: ApiCallView[];
  /** What an expression can name. */
  names: readonly string[];
  isReadOnly: boolean;
  onChange: (change: Partial<EscalationParameter> | null) => void;
}

function ParameterRow({ label, name, given, calls, names, isReadOnly, onChange }: ParameterRowProps) {
  const words = useWords();
  const source = given?.source ?? "";
  const lookup = calls.find((one) => one.apiCall.name === given?.apiCall)?.apiCall;
  return (
    <tr>
      <th scope="row">
        {label} <code className="quiet">{name}</code>
      </th>
      <td>
        <Select
          size="small"
          aria-label={`${words.escalation.source}: ${label}`}
          disabled={isReadOnly}
          value={source}
          onChange={(_, change) => onChange(change.value ? { source: change.value, value: change.value === "person" ? "email" : null, apiCall: null, output: null } : null)}
        >
          <option value="">{words.escalation.notGiven}</option>
          {Object.entries(words.escalation.sources).map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </Select>
      </td>
      <td>
        <span className="buttons">
          {source === "person" ? (
            <Select size="small" aria-label={`${words.escalation.value}: ${label}`} disabled={isReadOnly} value={given?.value ?? "email"} onChange={(_, change) => onChange({ value: change.value })}>
              {person.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          ) : source === "jsonata" || source === "lookup" ? (
            <CodeField label={`${words.escalation.value}: ${label}`} names={names} value={given?.value ?? ""} placeholder="person.email" isReadOnly={isReadOnly} onChange={(next) => onChange({ value: next || null })} />
          ) : withValue.has(source) || withDefault.has(source) ? (
            <Input
              size="small"
              aria-label={`${words.escalation.value}: ${label}`}
              readOnly={isReadOnly}
              placeholder={withDefault.has(source) ? words.escalation.valueDefault : ""}
              value={given?.value ?? ""}
              onChange={(_, change) => onChange({ value: change.value || null })}
            />
          ) : null}
          {source === "lookup" ? (
            <>
              <Select size="small" aria-label={`${words.escalation.lookupCall}: ${label}`} disabled={isReadOnly} value={given?.apiCall ?? ""} onChange={(_, change) => onChange({ apiCall: change.value || null })}>
                <option value="">{words.escalation.lookupCall}</option>
                {calls.map((one) => (
                  <option key={one.apiCall.name}>{one.apiCall.name}</option>
                ))}
              </Select>
              <Select size="small" aria-label={`${words.escalation.lookupOutput}: ${label}`} disabled={isReadOnly} value={given?.output ?? ""} onChange={(_, change) => onChange({ output: change.value || null })}>
                <option value="">{words.escalation.lookupOutput}</option>
                {lookup?.outputs.map((output) => (
                  <option key={output.name}>{output.name}</option>
                ))}
              </Select>
            </>
          ) : null}
        </span>
      </td>
    </tr>
  );
}
