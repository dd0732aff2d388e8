import { Button, Checkbox, Field, Input, MessageBar, MessageBarBody, Select, Switch, Textarea } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { type FormEvent, useEffect, useState } from "react";
import { type ApiError, call, callWithFindings } from "../api/client";
import { toApiError, useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { useMay } from "../shell/session";
import { Ask } from "../ui/Ask";
import { PageHead, Problem, Waiting } from "../ui/Parts";
import { useMerge } from "../ui/useMerge";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import { SettingsProblems } from "./SettingsProblems";
import type { Credential, CredentialTest, CredentialView, SettingsAnswer } from "./types";

/** What each kind of authorization asks for, and what of it is secret. */
const kinds: Record<string, { fields: string[]; secrets: string[]; optional?: string[]; clientInBody?: boolean }> = {
  none: { fields: [], secrets: [] },
  basic: { fields: ["user"], secrets: ["password"] },
  bearer: { fields: [], secrets: ["token"] },
  "api-key": { fields: ["header", "query"], secrets: ["key"], optional: ["header", "query"] },
  "oauth2-client-credentials": { fields: ["tokenUrl", "clientId", "scope", "audience"], secrets: ["clientSecret"], optional: ["scope", "audience"], clientInBody: true },
  "oauth2-authorization-code": {
    fields: ["authorizationUrl", "tokenUrl", "clientId", "scope", "audience"],
    secrets: ["clientSecret"],
    optional: ["scope", "audience"],
    clientInBody: true,
  },
  "oauth2-password": { fields: ["tokenUrl", "user", "clientId", "scope"], secrets: ["password", "clientSecret"], optional: ["clientId", "scope", "clientSecret"], clientInBody: true },
  "jwt-bearer": { fields: ["tokenUrl", "issuer", "subject", "audience", "keyId", "scope"], secrets: ["privateKey"], optional: ["subject", "audience", "keyId", "scope"] },
  "mutual-tls": { fields: [], secrets: ["certificate"] },
};

const fresh: Credential = { name: "", description: "", baseUrl: "", authorization: { type: "basic" } };

export function CredentialForm({ name }: { name?: string }) {
  const words = useWords();
  const toast = useToast();
  const { go } = useRouter();
  const mayEdit = useMay("EditSupport");
  const known = useResource<CredentialView>(name ? `/credentials/${encodeURIComponent(name)}` : null);
  const [credential, setCredential] = useState<Credential>(fresh);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const [withoutTest, setWithoutTest] = useState(false);
  const [answer, setAnswer] = useState<SettingsAnswer>();
  const [test, setTest] = useState<CredentialTest>();
  const [problem, setProblem] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  useEffect(() => {
    if (known.data) {
      setCredential(known.data.credential);
    }
  }, [known.data]);
  const path = `/credentials/${encodeURIComponent(credential.name)}`;
  const given = () => Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ""));
  const merging = useMerge<Credential, number, CredentialView>(
    (now) => ({ value: now.credential, edition: now.edition }),
    async (value, edition) => {
      const said = await callWithFindings<SettingsAnswer>("PUT", path, { credential: value, secrets: given(), withoutTest, edition });
      if (said.edition !== undefined) {
        toast.done(words.common.saved);
        go("/support/credentials");
      } else {
        setCredential(value);
        setAnswer(said);
        setTest(said.test);
      }
    },
  );
  if (name && !known.data) {
    return known.problem ? <Problem problem={known.problem} /> : <Waiting />;
  }

  const kind = kinds[credential.authorization.type] ?? kinds["none"]!;
  const kept = new Set(known.data?.secrets ?? []);
  const set = (change: Partial<Credential>) => setCredential((before) => ({ ...before, ...change }));
  const setAuthorization = (field: string, value: unknown) =>
    setCredential((before) => ({ ...before, authorization: { ...before.authorization, [field]: value === "" ? null : value } }));
  const body = () => ({ credential, secrets: given(), withoutTest, edition: known.data?.edition ?? 0 });
  const work = async (what: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    setAnswer(undefined);
    setTest(undefined);
    try {
      await what();
    } catch (refused) {
      setProblem(toApiError(refused));
    } finally {
      setBusy(false);
    }
  };

  const save = (event: FormEvent) => {
    event.preventDefault();
    void work(async () => {
      await merging.save(known.data?.credential ?? fresh, credential, known.data?.edition ?? 0);
    });
  };

  const tryIt = () =>
    void work(async () => {
      const said = await callWithFindings<CredentialTest & SettingsAnswer>("POST", `/credentials/${encodeURIComponent(credential.name || "new")}/test`, body());
      if ("passed" in said && said.passed !== undefined) {
        setTest(said);
      } else {
        setAnswer(said);
        setTest(said.test);
      }
    });

  const signIn = () =>
    void work(async () => {
      const { address } = await call<{ address: string }>("POST", `/credentials/${encodeURIComponent(credential.name)}/sign-in`);
      window.open(address, "_blank", "noopener,noreferrer");
    });

  const remove = async () => {
    await call("DELETE", `/credentials/${encodeURIComponent(credential.name)}`);
    go("/support/credentials");
  };

  return (
    <>
      <PageHead
        title={name ?? words.credentials.add}
        above={
          <Go to="/support/credentials" className="back">
            <ArrowLeftRegular aria-hidden="true" /> {words.credentials.title}
          </Go>
        }
      >
        {name && mayEdit ? (
          <Button appearance="subtle" onClick={() => setRemoving(true)}>
            {words.common.remove}
          </Button>
        ) : null}
      </PageHead>
      {merging.dialog}
      <form className="card form form-wide" onSubmit={save}>
        {mayEdit ? null : <p className="quiet">{words.support.mayNotEdit}</p>}
        {problem ? <Problem problem={problem} /> : null}
        {answer ? <SettingsProblems problems={answer.problems} /> : null}
        {test ? (
          <MessageBar intent={test.passed ? "success" : "error"} layout="multiline">
            <MessageBarBody>{test.passed ? words.credentials.testPassed(test.status ?? null) : `${words.credentials.testFailed} ${test.message ?? test.status ?? ""}`}</MessageBarBody>
          </MessageBar>
        ) : null}
        <div className="form-row">
          <Field label={words.common.name} required>
            <Input required readOnly={name !== undefined} pattern="[a-z0-9][a-z0-9\-]*" value={credential.name} onChange={(_, change) => set({ name: change.value })} autoComplete="off" />
          </Field>
          <Field label={words.credentials.description}>
            <Input value={credential.description ?? ""} onChange={(_, change) => set({ description: change.value })} />
          </Field>
        </div>
        <Field label={words.credentials.baseUrl} hint={words.credentials.baseUrlHint} required>
          <Input required type="url" value={credential.baseUrl} onChange={(_, change) => set({ baseUrl: change.value })} />
        </Field>
        <Field label={words.credentials.authorization}>
          <Select
            value={credential.authorization.type}
            onChange={(_, change) => {
              set({ authorization: { type: change.value } });
              setSecrets({});
            }}
          >
            {Object.keys(kinds).map((type) => (
              <option key={type} value={type}>
                {words.credentials.types[type]}
              </option>
            ))}
          </Select>
        </Field>
        <div className="form-row">
          {kind.fields.map((field) => (
            <Field key={field} label={words.credentials.fields[field] ?? field} required={!kind.optional?.includes(field)}>
              <Input
                required={!kind.optional?.includes(field)}
                type={field.endsWith("Url") ? "url" : "text"}
                autoComplete="off"
                value={String(credential.authorization[field] ?? "")}
                onChange={(_, change) => setAuthorization(field, change.value)}
              />
            </Field>
          ))}
          {kind.secrets.map((field) => {
            const isNeeded = !kept.has(field) && !kind.optional?.includes(field);
            const shared = { required: isNeeded, value: secrets[field] ?? "", autoComplete: "new-password" };
            return (
              <Field key={field} label={words.credentials.fields[field] ?? field} hint={kept.has(field) ? words.credentials.keep : ""} required={isNeeded}>
                {field === "privateKey" || field === "certificate" ? (
                  <Textarea {...shared} className="mono" onChange={(_, change) => setSecrets({ ...secrets, [field]: change.value })} />
                ) : (
                  <Input {...shared} type="password" onChange={(_, change) => setSecrets({ ...secrets, [field]: change.value })} />
                )}
              </Field>
            );
          })}
        </div>
        {kind.clientInBody ? (
          <Checkbox
            label={words.credentials.clientInBody}
            checked={credential.authorization["clientInBody"] === true}
            onChange={(_, change) => setAuthorization("clientInBody", change.checked === true)}
          />
        ) : null}
        <Field label={words.credentials.testResource} hint={words.credentials.testResourceHint}>
          <Input value={credential.testResource ?? ""} onChange={(_, change) => set({ testResource: change.value || null })} />
        </Field>
        <Field hint={words.instances.allowPrivateHint}>
          <Switch label={words.instances.allowPrivate} checked={credential.allowPrivate === true} onChange={(_, change) => set({ allowPrivate: change.checked })} />
        </Field>
        {mayEdit ? (
          <>
            <Checkbox label={words.credentials.saveAnyway} checked={withoutTest} onChange={(_, change) => setWithoutTest(change.checked === true)} />
            <div className="buttons">
              <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
                {words.common.save}
              </Button>
              <Button onClick={tryIt} disabledFocusable={isBusy}>
                {words.credentials.test}
              </Button>
              {name && credential.authorization.type === "oauth2-authorization-code" ? <Button onClick={signIn}>{words.credentials.signIn}</Button> : null}
            </div>
          </>
        ) : null}
      </form>
      {isRemoving ? (
        <Ask title={words.credentials.removeTitle(credential.name)} text={words.credentials.removeText} confirm={words.common.remove} onConfirm={remove} onClose={() => setRemoving(false)} />
      ) : null}
    </>
  );
}
