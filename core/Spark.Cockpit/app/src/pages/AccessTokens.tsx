import { Button, Checkbox, Field, Input } from "@fluentui/react-components";
import { KeyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { call } from "../api/client";
import type { AccessTokenRequest } from "../api/schema";
import type { AccessToken, Right } from "../api/types";
import { useResource } from "../api/useResource";
import { Ask } from "../ui/Ask";
import { botNames } from "../ui/botNames";
import { CopyText } from "../ui/CopyText";
import { DataTable } from "../ui/DataTable";
import { FormDialog } from "../ui/FormDialog";
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
  "ManagePeople",
  "ManagePlugins",
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
      {tokens.data && tokens.data.tokens.length === 0 ? <Empty icon={<KeyRegular />} title={words.tokens.none} hint={words.tokens.noneHint} /> : null}
      {tokens.data && tokens.data.tokens.length > 0 ? (
        <DataTable
          label={words.tokens.title}
          columns={[
            { name: words.common.name },
            { name: words.tokens.rights },
            { name: words.tokens.used },
            { name: words.tokens.ends },
            { name: words.common.actions },
          ]}
        >
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
              <td className="nowrap">{token.usedAt ? formatTime(token.usedAt) : words.tokens.never}</td>
              <td className="nowrap">{formatTime(token.expiresAt)}</td>
              <td>
                <Button size="small" appearance="subtle" onClick={() => setRemoved(token)} aria-label={`${words.tokens.revoke}: ${token.name}`}>
                  {words.tokens.revoke}
                </Button>
              </td>
            </tr>
          ))}
        </DataTable>
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
  const submit = async (): Promise<false> => {
    const made = await call<{ secret: string }>("POST", "/access-tokens", { name, rights: chosen, bots: botNames(bots), days: Number(days) } satisfies AccessTokenRequest);
    setSecret(made.secret);
    onMade();
    return false;
  };

  if (secret) {
    return (
      <FormDialog title={words.tokens.add} submit={null} onSubmit={onClose} onClose={onClose}>
        <p>{words.tokens.once}</p>
        <CopyText label={words.tokens.token} text={secret} />
      </FormDialog>
    );
  }

  return (
    <FormDialog title={words.tokens.add} submit={words.tokens.make} isHeld={chosen.length === 0} onSubmit={submit} onClose={onClose}>
      <Field label={words.common.name} hint={words.tokens.nameHint} required>
        <Input required maxLength={80} value={name} onChange={(_, change) => setName(change.value)} autoComplete="off" />
      </Field>
      <fieldset className="fieldset fieldset-choices">
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
    </FormDialog>
  );
}
