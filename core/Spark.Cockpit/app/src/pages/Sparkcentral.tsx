import { Button, Field, Input, Select, Switch } from "@fluentui/react-components";
import { ArrowLeftRegular, CheckmarkCircleFilled } from "@fluentui/react-icons";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { type ApiError, call, callWithFindings } from "../api/client";
import type { BotLine, InstanceAnswer, InstanceDetails, InstanceRequest, PluginList, SavedInstance } from "../api/types";
import { toApiError, useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { CopyText } from "../ui/CopyText";
import { PageHead, Problem, Waiting } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useMerge } from "../ui/useMerge";
import { useWords } from "../words";
import { requestOf } from "./InstanceForm";
import { InstanceFindings } from "./InstanceFindings";

const empty: InstanceRequest = { kind: "Channel", plugin: "sparkcentral", bot: null, allowPrivate: false, isEnabled: true, settings: {} };

/** Sets a Sparkcentral channel up in the order in which Sparkcentral's own pages ask for it. */
export function Sparkcentral() {
  const words = useWords();
  const toast = useToast();
  const { go } = useRouter();
  const bots = useResource<{ bots: BotLine[] }>("/bots");
  const [name, setName] = useState("sparkcentral");
  const [bot, setBot] = useState("");
  const [region, setRegion] = useState("us");
  const [restUrl, setRestUrl] = useState("");
  const [allowPrivate, setAllowPrivate] = useState(false);
  const [clientId, setClientId] = useState("");
  const [clientSecret, setClientSecret] = useState("");
  const [sharedSecret, setSharedSecret] = useState("");
  const [webhook, setWebhook] = useState<string>();
  const [answer, setAnswer] = useState<InstanceAnswer>();
  const [problem, setProblem] = useState<ApiError>();
  const [kept, setKept] = useState<{ value: InstanceRequest; edition: string }>();
  const path = `/instances/${encodeURIComponent(name)}`;
  const merging = useMerge<InstanceRequest, string, InstanceDetails>(
    (now) => ({ value: requestOf(now), edition: now.edition }),
    async (value, edition) => {
      const said = await callWithFindings<InstanceAnswer>("PUT", path, { ...value, edition } satisfies SavedInstance);
      setAnswer(said);
      if (!said.isSaved) {
        return;
      }

      if (kept) {
        toast.done(words.sparkcentral.done);
        go("/channels");
        return;
      }

      const [plugins, now] = await Promise.all([call<PluginList>("GET", "/plugins"), call<InstanceDetails>("GET", path)]);
      setKept({ value: requestOf(now), edition: now.edition });
      setWebhook(plugins.instances.find((instance) => instance.kind === "Channel" && instance.id === name)?.webhookUrl ?? "");
    },
  );
  useEffect(() => {
    setBot((before) => before || (bots.data?.bots[0]?.id ?? ""));
  }, [bots.data]);
  if (!bots.data) {
    return bots.problem ? <Problem problem={bots.problem} /> : <Waiting />;
  }

  const save = async (secrets: Record<string, string>) => {
    setProblem(undefined);
    setAnswer(undefined);
    const settings = { region, clientId, ...(restUrl ? { restUrl } : {}), ...secrets };
    try {
      await merging.save(kept?.value ?? { ...empty, bot }, { ...empty, bot, allowPrivate, settings }, kept?.edition ?? "");
    } catch (refused) {
      setProblem(toApiError(refused));
    }
  };

  const saveCredentials = async (event: FormEvent) => {
    event.preventDefault();
    await save({ clientSecret });
  };

  const finish = async (event: FormEvent) => {
    event.preventDefault();
    await save({ sharedSecret });
  };

  const trouble = (
    <>
      {problem ? <Problem problem={problem} /> : null}
      {answer && !answer.isSaved ? <InstanceFindings answer={answer} /> : null}
    </>
  );
  const isSaved = webhook !== undefined;
  return (
    <>
      <PageHead
        title={words.sparkcentral.title}
        intro={words.sparkcentral.intro}
        above={
          <Go to="/channels" className="back">
            <ArrowLeftRegular aria-hidden="true" /> {words.instances.channels}
          </Go>
        }
      />
      <ol className="steps">
        <Step number={1} title={words.sparkcentral.one} text={words.sparkcentral.oneText} isDone={isSaved}>
          <form className="form" onSubmit={(event) => void saveCredentials(event)}>
            {isSaved ? null : trouble}
            <div className="form-row">
              <Field label={words.instances.name} hint={words.instances.nameHint} required>
                <Input required pattern="[a-z0-9][a-z0-9\-]*" readOnly={isSaved} value={name} onChange={(_, change) => setName(change.value)} autoComplete="off" />
              </Field>
              <Field label={words.instances.bot} required>
                <Select required value={bot} onChange={(_, change) => setBot(change.value)}>
                  {bots.data.bots.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.id}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field label="Region">
                <Select value={region} onChange={(_, change) => setRegion(change.value)}>
                  <option value="us">us</option>
                  <option value="eu">eu</option>
                </Select>
              </Field>
            </div>
            <div className="form-row">
              <Field label="Client id" required>
                <Input required value={clientId} onChange={(_, change) => setClientId(change.value)} autoComplete="off" />
              </Field>
              <Field label="Client secret" required>
                <Input required type="password" value={clientSecret} onChange={(_, change) => setClientSecret(change.value)} autoComplete="new-password" />
              </Field>
            </div>
            <details className="details">
              <summary>REST address</summary>
              <div className="form-row">
                <Field label="REST address" hint="Replaces Sparkcentral’s own, for a stand-in. Leave it empty for the real one.">
                  <Input type="url" value={restUrl} onChange={(_, change) => setRestUrl(change.value)} />
                </Field>
                <Field hint={words.instances.allowPrivateHint}>
                  <Switch label={words.instances.allowPrivate} checked={allowPrivate} onChange={(_, change) => setAllowPrivate(change.checked)} />
                </Field>
              </div>
            </details>
            <div>
              <Button appearance={isSaved ? "secondary" : "primary"} type="submit">
                {words.sparkcentral.save}
              </Button>
            </div>
          </form>
        </Step>
        <Step number={2} title={words.sparkcentral.two} text={words.sparkcentral.twoText} isDone={false} isWaiting={!isSaved}>
          {webhook ? <CopyText label={words.instances.webhook} text={webhook} /> : null}
        </Step>
        <Step number={3} title={words.sparkcentral.three} text={words.sparkcentral.threeText} isDone={false} isWaiting={!isSaved}>
          {isSaved ? (
            <form className="form" onSubmit={(event) => void finish(event)}>
              {trouble}
              <Field label="Shared secret" required>
                <Input required type="password" value={sharedSecret} onChange={(_, change) => setSharedSecret(change.value)} autoComplete="new-password" />
              </Field>
              <div>
                <Button appearance="primary" type="submit">
                  {words.sparkcentral.finish}
                </Button>
              </div>
            </form>
          ) : null}
        </Step>
        <Step number={4} title={words.sparkcentral.four} text={words.sparkcentral.fourText} isDone={false} isWaiting={!isSaved} />
      </ol>
      {merging.dialog}
    </>
  );
}

function Step({ number, title, text, isDone, isWaiting = false, children }: { number: number; title: string; text: string; isDone: boolean; isWaiting?: boolean; children?: ReactNode }) {
  return (
    <li className={`card step ${isWaiting ? "step-waiting" : ""}`}>
      <span className="step-number" aria-hidden="true">
        {isDone ? <CheckmarkCircleFilled /> : number}
      </span>
      <div className="step-body">
        <h2>{title}</h2>
        <p>{text}</p>
        {children}
      </div>
    </li>
  );
}
