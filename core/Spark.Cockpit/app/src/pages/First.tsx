import { Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { call } from "../api/client";
import type { FirstRequest } from "../api/schema";
import type { Session } from "../api/types";
import { useRouter } from "../shell/router";
import { Door } from "../ui/Door";
import { useWords } from "../words";

/** Where the link leads that the host prints while there is no account. */
export function First({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const words = useWords();
  const { go } = useRouter();
  const [code] = useState(() => window.location.hash.slice(1));
  const [name, setName] = useState("");
  const [display, setDisplay] = useState("");
  const [password, setPassword] = useState("");
  const submit = async () => {
    const session = await call<Session>("POST", "/session/first", { code, name, display, password } satisfies FirstRequest);
    go("/", true);
    onSignedIn(session);
  };

  return (
    <Door
      title={words.first.title}
      above={<p className="quiet">{words.first.intro}</p>}
      notice={
        code ? null : (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{words.first.noCode}</MessageBarBody>
          </MessageBar>
        )
      }
      submit={words.first.submit}
      isShut={!code}
      onSubmit={submit}
    >
      <Field label={words.first.name}>
        <Input autoFocus name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required value={name} onChange={(_, change) => setName(change.value)} />
      </Field>
      <Field label={words.first.display}>
        <Input name="name" autoComplete="name" required value={display} onChange={(_, change) => setDisplay(change.value)} />
      </Field>
      <Field label={words.first.password} hint={words.first.passwordHint}>
        <Input type="password" name="password" autoComplete="new-password" required minLength={12} value={password} onChange={(_, change) => setPassword(change.value)} />
      </Field>
    </Door>
  );
}
