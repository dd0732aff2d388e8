import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { call } from "../api/client";
import type { SignInRequest } from "../api/schema";
import type { Session, SignInWay } from "../api/types";
import { Door } from "../ui/Door";
import { useWords } from "../words";

export function SignIn({ onSignedIn, hasEnded }: { onSignedIn: (session: Session) => void; hasEnded: boolean }) {
  const words = useWords();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [ways, setWays] = useState<SignInWay[]>([]);
  const [elsewhere] = useState(() => new URLSearchParams(window.location.search).get("signIn"));
  useEffect(() => {
    call<{ ways: SignInWay[] }>("GET", "/session/ways").then(
      (found) => setWays(found.ways),
      () => setWays([]),
    );
  }, []);

  // Where they wanted to go, without what the last try left in the address.
  const back = elsewhere ? "/cockpit/" : window.location.pathname + window.location.search;
  const submit = async () => {
    try {
      onSignedIn(await call<Session>("POST", "/session", { name, password } satisfies SignInRequest));
    } catch (refused) {
      setPassword("");
      throw refused;
    }
  };

  return (
    <Door
      title={words.signIn.title}
      notice={
        <>
          {hasEnded ? (
            <MessageBar intent="info">
              <MessageBarBody>{words.signIn.ended}</MessageBarBody>
            </MessageBar>
          ) : null}
          {elsewhere ? (
            <MessageBar intent="error">
              <MessageBarBody>{words.signIn.elsewhere[elsewhere] ?? words.signIn.elsewhere["Invalid"]}</MessageBarBody>
            </MessageBar>
          ) : null}
        </>
      }
      above={
        <>
          {ways.map((way) => (
            <Button key={way.address} as="a" appearance="primary" size="large" href={`${way.address}?returnUrl=${encodeURIComponent(back)}`}>
              {words.signIn.with(way.name)}
            </Button>
          ))}
          {ways.length > 0 ? <p className="quiet">{words.signIn.or}</p> : null}
        </>
      }
      submit={words.signIn.submit}
      isSecondary={ways.length > 0}
      help={words.signIn.help}
      onSubmit={submit}
    >
      <Field label={words.signIn.name}>
        <Input autoFocus={ways.length === 0} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required value={name} onChange={(_, change) => setName(change.value)} />
      </Field>
      <Field label={words.signIn.password}>
        <Input type="password" name="password" autoComplete="current-password" required value={password} onChange={(_, change) => setPassword(change.value)} />
      </Field>
    </Door>
  );
}
