import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { type FormEvent, useEffect, useState } from "react";
import { type ApiError, call } from "../api/client";
import type { Session, SignInWay } from "../api/types";
import { toApiError } from "../api/useResource";
import { Problem } from "../ui/Parts";
import { useWords } from "../words";

export function SignIn({ onSignedIn, hasEnded }: { onSignedIn: (session: Session) => void; hasEnded: boolean }) {
  const words = useWords();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  const [ways, setWays] = useState<SignInWay[]>([]);
  const [elsewhere] = useState(() => new URLSearchParams(window.location.search).get("signIn"));
  useEffect(() => {
    document.title = words.signIn.title;
  }, [words]);
  useEffect(() => {
    call<{ ways: SignInWay[] }>("GET", "/session/ways").then(
      (found) => setWays(found.ways),
      () => setWays([]),
    );
  }, []);

  // Where they wanted to go, without what the last try left in the address.
  const back = elsewhere ? "/cockpit/" : window.location.pathname + window.location.search;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      onSignedIn(await call<Session>("POST", "/session", { name, password }));
    } catch (refused) {
      setProblem(toApiError(refused));
      setPassword("");
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="door">
      <form className="door-card" onSubmit={(event) => void submit(event)}>
        <img src="/cockpit/icon.svg" alt="" width="44" height="44" />
        <h1>{words.signIn.title}</h1>
        {hasEnded && !problem ? (
          <MessageBar intent="info">
            <MessageBarBody>{words.signIn.ended}</MessageBarBody>
          </MessageBar>
        ) : null}
        {problem ? <Problem problem={problem} /> : null}
        {elsewhere && !problem ? (
          <MessageBar intent="error">
            <MessageBarBody>{words.signIn.elsewhere[elsewhere] ?? words.signIn.elsewhere["Invalid"]}</MessageBarBody>
          </MessageBar>
        ) : null}
        {ways.map((way) => (
          <Button key={way.address} as="a" appearance="primary" size="large" href={`${way.address}?returnUrl=${encodeURIComponent(back)}`}>
            {words.signIn.with(way.name)}
          </Button>
        ))}
        {ways.length > 0 ? <p className="quiet">{words.signIn.or}</p> : null}
        <Field label={words.signIn.name}>
          <Input autoFocus={ways.length === 0} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required value={name} onChange={(_, change) => setName(change.value)} />
        </Field>
        <Field label={words.signIn.password}>
          <Input type="password" name="password" autoComplete="current-password" required value={password} onChange={(_, change) => setPassword(change.value)} />
        </Field>
        <Button appearance={ways.length > 0 ? "secondary" : "primary"} type="submit" size="large" disabledFocusable={isBusy}>
          {words.signIn.submit}
        </Button>
        <p className="quiet">{words.signIn.help}</p>
      </form>
    </main>
  );
}
