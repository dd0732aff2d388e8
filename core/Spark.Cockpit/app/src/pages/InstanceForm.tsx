import { Button, Field, Input, MessageBar, MessageBarBody, Select, Switch } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { type FormEvent, useEffect, useState } from "react";
import { type ApiError, callWithFindings } from "../api/client";
import type { BotLine, InstanceAnswer, InstanceDetails, InstanceRequest, OfferView, SavedInstance } from "../api/types";
import { toApiError, useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { PageHead, Problem, Waiting } from "../ui/Parts";
import { SchemaForm, type Settings } from "../ui/SchemaForm";
import { useToast } from "../ui/toast";
import { useMerge } from "../ui/useMerge";
import { useWords } from "../words";
import { InstanceFindings } from "./InstanceFindings";

/** What of an instance is changed here. */
export const requestOf = ({ kind, plugin, bot, allowPrivate, isEnabled, settings }: InstanceDetails): InstanceRequest => ({ kind, plugin, bot, allowPrivate, isEnabled, settings });

/** Adds an instance of an offer, or changes one by its name. */
export function InstanceForm({ kind, offer: wanted, name: known }: { kind: "Channel" | "Connection"; offer?: string; name?: string }) {
  const words = useWords();
  const toast = useToast();
  const { go } = useRouter();
  const offers = useResource<{ offers: OfferView[] }>("/offers");
  const bots = useResource<{ bots: BotLine[] }>("/bots");
  const details = useResource<InstanceDetails>(known ? `/instances/${known}` : null);
  const [name, setName] = useState(known ?? wanted ?? "");
  const [bot, setBot] = useState("");
  const [allowPrivate, setAllowPrivate] = useState(false);
  const [settings, setSettings] = useState<Settings>({});
  const [answer, setAnswer] = useState<InstanceAnswer>();
  const [problem, setProblem] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const path = kind === "Channel" ? "/channels" : "/connections";
  const id = details.data?.plugin ?? wanted ?? "";
  const offer = offers.data?.offers.find((one) => one.id === id && (one.kind === "Channel") === (kind === "Channel"));

  useEffect(() => {
    if (details.data) {
      setBot(details.data.bot ?? "");
      setAllowPrivate(details.data.allowPrivate);
      setSettings(details.data.settings);
    }
  }, [details.data]);
  useEffect(() => {
    setBot((before) => before || (bots.data?.bots[0]?.id ?? ""));
  }, [bots.data]);

  const merging = useMerge<InstanceRequest, string, InstanceDetails>(
    (now) => ({ value: requestOf(now), edition: now.edition }),
    async (value, edition) => {
      const said = await callWithFindings<InstanceAnswer>("PUT", `/instances/${encodeURIComponent(name)}`, { ...value, edition } satisfies SavedInstance);
      setAnswer(said);
      if (said.isSaved) {
        toast.done(words.instances.started);
        go(path);
      } else {
        setBot(value.bot ?? "");
        setAllowPrivate(value.allowPrivate);
        setSettings(value.settings);
      }
    },
  );
  if (!offers.data || !bots.data || (known && !details.data)) {
    const failed = offers.problem ?? bots.problem ?? details.problem;
    return failed ? <Problem problem={failed} /> : <Waiting />;
  }

  const request: InstanceRequest = {
    kind,
    plugin: id,
    bot: kind === "Channel" ? bot : null,
    allowPrivate,
    isEnabled: details.data?.isEnabled ?? true,
    settings,
  };
  const send = async (isTest: boolean) => {
    setBusy(true);
    setProblem(undefined);
    setAnswer(undefined);
    try {
      if (isTest) {
        setAnswer(await callWithFindings<InstanceAnswer>("POST", `/instances/${encodeURIComponent(name)}/test`, request));
      } else {
        await merging.save(details.data ? requestOf(details.data) : { ...request, settings: {} }, request, details.data?.edition ?? "");
      }
    } catch (refused) {
      setProblem(toApiError(refused));
    } finally {
      setBusy(false);
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };

  return (
    <>
      <PageHead
        title={known ? known : (offer?.name ?? id)}
        above={
          <Go to={path} className="back">
            <ArrowLeftRegular aria-hidden="true" /> {kind === "Channel" ? words.instances.channels : words.instances.connections}
          </Go>
        }
      />
      {merging.dialog}
      <form className="card form form-wide" onSubmit={submit}>
        {problem ? <Problem problem={problem} /> : null}
        {answer && !answer.isSaved ? (
          answer.status === "Running" ? (
            <MessageBar intent="success">
              <MessageBarBody>{words.instances.tested}</MessageBarBody>
            </MessageBar>
          ) : (
            <InstanceFindings answer={answer} />
          )
        ) : null}
        <Field label={words.instances.name} hint={known ? "" : words.instances.nameHint} required>
          <Input required pattern="[a-z0-9][a-z0-9\-]*" readOnly={known !== undefined} value={name} onChange={(_, change) => setName(change.value)} autoComplete="off" spellCheck={false} />
        </Field>
        {kind === "Channel" ? (
          <Field label={words.instances.bot} required>
            <Select required value={bot} onChange={(_, change) => setBot(change.value)}>
              {bots.data.bots.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.id}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        {offer?.schema ? <SchemaForm schema={offer.schema} value={settings} onChange={setSettings} secrets={details.data?.secrets ?? []} /> : null}
        <Field hint={words.instances.allowPrivateHint}>
          <Switch label={words.instances.allowPrivate} checked={allowPrivate} onChange={(_, change) => setAllowPrivate(change.checked)} />
        </Field>
        <div className="buttons">
          <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
            {known ? words.common.save : words.instances.saveAndRun}
          </Button>
          <Button onClick={() => void send(true)} disabledFocusable={isBusy}>
            {words.instances.test}
          </Button>
        </div>
      </form>
    </>
  );
}
