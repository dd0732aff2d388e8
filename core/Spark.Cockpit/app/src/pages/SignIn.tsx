import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { type FormEvent, useEffect, useState } from "react";
import { type ApiError, call } from "../api/client";
import type { Session } from "../api/types";
import { toApiError } from "../api/useResource";
import { Problem } from "../ui/Parts";
import { useWords } from "../words";

export function SignIn({ onSignedIn, hasEnded }: { onSignedIn: (session: Session) => void; hasEnded: boolean }) {
  const words = useWords();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  useEffect(() => {
    document.title = words.signIn.title;
  }, [words]);

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
        <Field label={words.signIn.name}>
          <Input autoFocus name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required value={name} onChange={(_, change) => setName(change.value)} />
        </Field>
        <Field label={words.signIn.password}>
          <Input type="password" name="password" autoComplete="current-password" required value={password} onChange={(_, change) => setPassword(change.value)} />
        </Field>
        <Button appearance="primary" type="submit" size="large" disabledFocusable={isBusy}>
          {words.signIn.submit}
        </Button>
        <p className="quiet">{words.signIn.help}</p>
      </form>
    </main>
  );
}
