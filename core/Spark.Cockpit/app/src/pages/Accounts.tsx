import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { PersonAddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { call } from "../api/client";
import type { AccountRequest } from "../api/schema";
import type { Account, Role } from "../api/types";
import { useResource } from "../api/useResource";
import { useSession } from "../shell/session";
import { Ask } from "../ui/Ask";
import { DataTable } from "../ui/DataTable";
import { FormDialog } from "../ui/FormDialog";
import { formatTime } from "../ui/format";
import { PageHead, Pill, Problem, Waiting } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { botNames } from "../ui/botNames";
import { useWords } from "../words";

const roles: Role[] = ["Reader", "SupportAgent", "ChannelOwner", "Designer", "Administrator"];

export function Accounts() {
  const words = useWords();
  const { session } = useSession();
  const accounts = useResource<{ accounts: Account[] }>("/accounts");
  const [edited, setEdited] = useState<Account | "new">();
  const [removed, setRemoved] = useState<Account>();
  const toast = useToast();
  const remove = async (account: Account) => {
    await call("DELETE", `/accounts/${encodeURIComponent(account.name)}`);
    toast.done(words.common.saved);
    accounts.reload();
  };

  return (
    <>
      <PageHead title={words.accounts.title} intro={words.accounts.intro}>
        <Button appearance="primary" icon={<PersonAddRegular />} onClick={() => setEdited("new")}>
          {words.accounts.add}
        </Button>
      </PageHead>
      {accounts.problem ? <Problem problem={accounts.problem} retry={accounts.reload} /> : null}
      {accounts.data ? (
        <DataTable
          label={words.accounts.title}
          columns={[
            { name: words.common.name },
            { name: words.accounts.role },
            { name: words.accounts.since },
            { name: words.common.actions },
          ]}
        >
          {accounts.data.accounts.map((account) => (
            <tr key={account.name}>
              <td>
                <strong>{account.display}</strong> {account.name === session.name ? <Pill tone="info">{words.accounts.you}</Pill> : null}{" "}
                {account.isDisabled ? <Pill tone="bad">{words.accounts.mayNot}</Pill> : null}
                <div className="quiet">{account.issuer ? `${account.name} · ${account.issuer}` : account.name}</div>
              </td>
              <td>
                {words.roles[account.role]}
                {account.bots ? <div className="quiet">{account.bots.join(", ")}</div> : null}
              </td>
              <td className="nowrap">{formatTime(account.createdAt)}</td>
              <td>
                <span className="buttons">
                  <Button size="small" onClick={() => setEdited(account)} aria-label={`${words.common.edit}: ${account.display}`}>
                    {words.common.edit}
                  </Button>
                  {account.name === session.name ? null : (
                    <Button size="small" appearance="subtle" onClick={() => setRemoved(account)} aria-label={`${words.common.remove}: ${account.display}`}>
                      {words.common.remove}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </DataTable>
      ) : accounts.problem ? null : (
        <Waiting />
      )}
      {edited ? (
        <AccountForm
          account={edited === "new" ? null : edited}
          onClose={() => setEdited(undefined)}
          onSaved={() => {
            setEdited(undefined);
            toast.done(words.common.saved);
            accounts.reload();
          }}
        />
      ) : null}
      {removed ? (
        <Ask
          title={words.accounts.removeTitle}
          text={words.accounts.removeText(removed.display)}
          confirm={words.common.remove}
          onConfirm={() => remove(removed)}
          onClose={() => setRemoved(undefined)}
        />
      ) : null}
    </>
  );
}

function AccountForm({ account, onClose, onSaved }: { account: Account | null; onClose: () => void; onSaved: () => void }) {
  const words = useWords();
  const [name, setName] = useState(account?.name ?? "");
  const [display, setDisplay] = useState(account?.display ?? "");
  const [role, setRole] = useState<Role>(account?.role ?? "Reader");
  const [isDisabled, setDisabled] = useState(account?.isDisabled ?? false);
  const [password, setPassword] = useState("");
  const [bots, setBots] = useState((account?.bots ?? []).join(" "));
  const submit = async () => {
    await call("PUT", `/accounts/${encodeURIComponent(name)}`, {
      display,
      role,
      isDisabled,
      password: password || null,
      bots: role === "Administrator" ? null : botNames(bots),
    } satisfies AccountRequest);
    onSaved();
  };

  return (
    <FormDialog title={account ? words.accounts.edit : words.accounts.add} submit={words.common.save} onSubmit={submit} onClose={onClose}>
      <Field label={words.first.name} required>
        <Input required readOnly={account !== null} value={name} onChange={(_, change) => setName(change.value)} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={words.accounts.display} required>
        <Input required value={display} onChange={(_, change) => setDisplay(change.value)} autoComplete="off" />
      </Field>
      <Field label={words.accounts.role} hint={words.roleHelp[role]}>
        <Select value={role} onChange={(_, change) => setRole(change.value as Role)}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {words.roles[one]}
            </option>
          ))}
        </Select>
      </Field>
      {role === "Administrator" ? null : (
        <Field label={words.accounts.bots} hint={words.accounts.botsHint}>
          <Input value={bots} onChange={(_, change) => setBots(change.value)} autoComplete="off" spellCheck={false} />
        </Field>
      )}
      {account?.issuer ? <p className="quiet">{words.accounts.elsewhere(account.issuer)}</p> : null}
      {account?.issuer ? null : (
        <Field label={account ? words.accounts.newPassword : words.first.password} hint={account ? words.accounts.keepPassword : words.first.passwordHint} required={!account}>
          <Input type="password" autoComplete="new-password" required={!account} minLength={12} value={password} onChange={(_, change) => setPassword(change.value)} />
        </Field>
      )}
      {account ? <Checkbox checked={isDisabled} onChange={(_, change) => setDisabled(change.checked === true)} label={words.accounts.mayNot} /> : null}
    </FormDialog>
  );
}
