import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { call, setCsrf } from "../api/client";
import type { PasswordRequest } from "../api/schema";
import type { Session } from "../api/types";
import { FormDialog } from "../ui/FormDialog";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

export function ChangePassword({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const toast = useToast();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");

  const submit = async () => {
    const session = await call<Session>("POST", "/session/password", { current, password } satisfies PasswordRequest);
    setCsrf(session.csrf);
    toast.done(words.password.done);
  };

  return (
    <FormDialog title={words.password.title} submit={words.password.submit} onSubmit={submit} onClose={onClose}>
      <Field label={words.password.current}>
        <Input type="password" autoComplete="current-password" required value={current} onChange={(_, change) => setCurrent(change.value)} />
      </Field>
      <Field label={words.password.next} hint={words.first.passwordHint}>
        <Input type="password" autoComplete="new-password" required minLength={12} value={password} onChange={(_, change) => setPassword(change.value)} />
      </Field>
    </FormDialog>
  );
}
