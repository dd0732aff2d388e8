import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input } from "@fluentui/react-components";
import { KeyRegular } from "@fluentui/react-icons";
import { type FormEvent, useState } from "react";
import { type ApiError, call } from "../api/client";
import type { AccessToken, Right } from "../api/types";
import { toApiError, useResource } from "../api/useResource";
import { Ask } from "../ui/Ask";
import { botNames } from "../ui/botNames";
import { CopyText } from "../ui/CopyText";
import { formatTime } from "../ui/format";
import { Empty, PageHead, Pill, Problem, Waiting } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

const rights: Right[] = [
  "SeeConversations",
  "ReadTranscripts",
  "ActOnConversations",
  "SeeBots",
  "EditBots",
  "PublishBots",
  "SeeChannels",
  "EditChannels",
  "SeeSupport",
  "EditSupport",
  "Administer",
];

export function AccessTokens() {
  const words = useWords();
  const tokens = useResource<{ tokens: AccessToken[] }>("/access-tokens");
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<AccessToken>();
  const toast = useToast();
  const now = Date.now();
  const remove = async (token: AccessToken) => {
    await call("DELETE", `/access-tokens/${encodeURIComponent(token.id)}`);
    toast.done(words.common.saved);
    tokens.reload();
  };

  return (
    <>
      <PageHead title={words.tokens.title} intro={words.tokens.intro}>
        <Button appearance="primary" icon={<KeyRegular />} onClick={() => setAdding(true)}>
          {words.tokens.add}
        </Button>
      </PageHead>
      {tokens.problem ? <Problem problem={tokens.problem} retry={tokens.reload} /> : null}
      {tokens.data && tokens.data.tokens.length === 0 ? <Empty title={words.tokens.none} /> : null}
      {tokens.data && tokens.data.tokens.length > 0 ? (
        <div className="table-frame" tabIndex={0} role="region" aria-label={words.tokens.title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.common.name}</th>
                <th scope="col">{words.tokens.rights}</th>
                <th scope="col">{words.tokens.used}</th>
                <th scope="col">{words.tokens.ends}</th>
                <th scope="col">{words.common.actions}</th>
              </tr>
            </thead>
            <tbody>
              {tokens.data.tokens.map((token) => (
                <tr key={token.id}>
                  <td>
                    <strong>{token.name}</strong> {Date.parse(token.expiresAt) <= now ? <Pill tone="bad">{words.tokens.ended}</Pill> : null}
                    <div className="quiet">
                      {token.id} · {token.madeBy}
                    </div>
                  </td>
                  <td>
                    {token.rights.map((right) => words.tokens.right[right]).join(", ")}
                    {token.bots ? <div className="quiet">{token.bots.join(", ")}</div> : null}
                  </td>
                  <td>{token.usedAt ? formatTime(token.usedAt) : words.tokens.never}</td>
                  <td>{formatTime(token.expiresAt)}</td>
                  <td>
                    <Button size="small" appearance="subtle" onClick={() => setRemoved(token)} aria-label={`${words.tokens.revoke}: ${token.name}`}>
                      {words.tokens.revoke}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {tokens.data || tokens.problem ? null : <Waiting />}
      {isAdding ? <TokenForm onClose={() => setAdding(false)} onMade={tokens.reload} /> : null}
      {removed ? (
        <Ask
          title={words.tokens.revokeTitle}
          text={words.tokens.revokeText(removed.name)}
          confirm={words.tokens.revoke}
          onConfirm={() => remove(removed)}
          onClose={() => setRemoved(undefined)}
        />
      ) : null}
    </>
  );
}

function TokenForm({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const words = useWords();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<Right[]>(["SeeConversations"]);
  const [bots, setBots] = useState("");
  const [days, setDays] = useState("90");
  const [secret, setSecret] = useState<string>();
  const [problem, setProblem] = useState<ApiError>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const made = await call<{ secret: string }>("POST", "/access-tokens", { name, rights: chosen, bots: botNames(bots), days: Number(days) });
      setSecret(made.secret);
      onMade();
    } catch (refused) {
      setProblem(toApiError(refused));
    }
  };

  return (
    <Dialog open onOpenChange={(_, change) => (change.open ? undefined : onClose())}>
      <DialogSurface className="dialog-narrow">
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{words.tokens.add}</DialogTitle>
            <DialogContent className="form">
              {problem ? <Problem problem={problem} /> : null}
              {secret ? (
                <>
                  <p>{words.tokens.once}</p>
                  <CopyText label={words.tokens.token} text={secret} />
                </>
              ) : (
                <>
                  <Field label={words.common.name} hint={words.tokens.nameHint} required>
                    <Input required maxLength={80} value={name} onChange={(_, change) => setName(change.value)} autoComplete="off" />
                  </Field>
                  <fieldset className="fieldset">
                    <legend>{words.tokens.rights}</legend>
                    {rights.map((right) => (
                      <Checkbox
                        key={right}
                        checked={chosen.includes(right)}
                        onChange={(_, change) => setChosen(change.checked ? [...chosen, right] : chosen.filter((one) => one !== right))}
                        label={words.tokens.right[right]}
                      />
                    ))}
                  </fieldset>
                  <Field label={words.accounts.bots} hint={words.accounts.botsHint}>
                    <Input value={bots} onChange={(_, change) => setBots(change.value)} autoComplete="off" spellCheck={false} />
                  </Field>
                  <Field label={words.tokens.days} required>
                    <Input type="number" min={1} max={3650} required value={days} onChange={(_, change) => setDays(change.value)} />
                  </Field>
                </>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{secret ? words.common.close : words.common.cancel}</Button>
              {secret ? null : (
                <Button appearance="primary" type="submit" disabledFocusable={chosen.length === 0}>
                  {words.tokens.make}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
