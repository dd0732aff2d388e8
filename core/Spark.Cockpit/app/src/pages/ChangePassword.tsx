import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { type ApiError, call, setCsrf } from "../api/client";
import type { Session } from "../api/types";
import { toApiError } from "../api/useResource";
import { Problem } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

export function ChangePassword({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const toast = useToast();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<ApiError>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const session = await call<Session>("POST", "/session/password", { current, password });
      setCsrf(session.csrf);
      toast.done(words.password.done);
      onClose();
    } catch (refused) {
      setProblem(toApiError(refused));
    }
  };

  return (
    <Dialog open onOpenChange={(_, change) => (change.open ? undefined : onClose())}>
      <DialogSurface className="dialog-narrow">
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{words.password.title}</DialogTitle>
            <DialogContent className="form">
              {problem ? <Problem problem={problem} /> : null}
              <Field label={words.password.current}>
                <Input type="password" autoComplete="current-password" required value={current} onChange={(_, change) => setCurrent(change.value)} />
              </Field>
              <Field label={words.password.next} hint={words.first.passwordHint}>
                <Input type="password" autoComplete="new-password" required minLength={12} value={password} onChange={(_, change) => setPassword(change.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.common.cancel}</Button>
              <Button appearance="primary" type="submit">
                {words.password.submit}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
