import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { type FormEvent, useEffect, useState } from "react";
import { type ApiError, call } from "../api/client";
import type { Session } from "../api/types";
import { toApiError } from "../api/useResource";
import { useRouter } from "../shell/router";
import { Problem } from "../ui/Parts";
import { useWords } from "../words";

/** Where the link leads that the host prints while there is no account. */
export function First({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const words = useWords();
  const { go } = useRouter();
  const [code] = useState(() => window.location.hash.slice(1));
  const [name, setName] = useState("");
  const [display, setDisplay] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  useEffect(() => {
    document.title = words.first.title;
  }, [words]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      const session = await call<Session>("POST", "/session/first", { code, name, display, password });
      go("/", true);
      onSignedIn(session);
    } catch (refused) {
      setProblem(toApiError(refused));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="door">
      <form className="door-card" onSubmit={(event) => void submit(event)}>
        <img src="/cockpit/icon.svg" alt="" width="44" height="44" />
        <h1>{words.first.title}</h1>
        <p className="quiet">{words.first.intro}</p>
        {code ? null : (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{words.first.noCode}</MessageBarBody>
          </MessageBar>
        )}
        {problem ? <Problem problem={problem} /> : null}
        <Field label={words.first.name}>
          <Input autoFocus name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required value={name} onChange={(_, change) => setName(change.value)} />
        </Field>
        <Field label={words.first.display}>
          <Input name="name" autoComplete="name" required value={display} onChange={(_, change) => setDisplay(change.value)} />
        </Field>
        <Field label={words.first.password} hint={words.first.passwordHint}>
          <Input type="password" name="password" autoComplete="new-password" required minLength={12} value={password} onChange={(_, change) => setPassword(change.value)} />
        </Field>
        <Button appearance="primary" type="submit" size="large" disabledFocusable={isBusy || !code}>
          {words.first.submit}
        </Button>
      </form>
    </main>
  );
}
