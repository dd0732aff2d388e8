import { Button } from "@fluentui/react-components";
import { PersonAddRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { call } from "../api/client";
import type { AccountRequest } from "../api/schema";
import type { Account, Role } from "../api/types";
import { useResource } from "../api/useResource";
import { useSession } from "../shell/session";
import { Ask } from "../ui/Ask";
import { DataTable } from "../ui/DataTable";
import { formatTime } from "../ui/format";
import { PageHead, Pill, Problem, Waiting } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useMerge } from "../ui/useMerge";
import { useWords } from "../words";
import { AccountForm, type AccountFields, fieldsOf } from "./AccountForm";

export function Accounts() {
  const words = useWords();
  const { session } = useSession();
  const accounts = useResource<{ accounts: Account[] }>("/accounts");
  const [edited, setEdited] = useState<Account | "new">();
  const [removed, setRemoved] = useState<Account>();
  const toast = useToast();
  const sent = useRef({ name: "", password: "" });
  const write = async (fields: AccountFields, edition: string) => {
    const { name, password } = sent.current;
    await call("PUT", `/accounts/${encodeURIComponent(name)}`, { ...fields, password: password || null, edition } satisfies AccountRequest);
    toast.done(words.common.saved);
    accounts.reload();
  };
  const merging = useMerge<AccountFields, string, Account>((now) => ({ value: fieldsOf(now), edition: now.edition }), write, {
    display: { name: words.accounts.display },
    role: { name: words.accounts.role, value: (role) => words.roles[role as Role] },
    isDisabled: { name: words.accounts.mayNot, value: (isDisabled) => (isDisabled ? words.common.yes : words.common.no) },
    bots: { name: words.accounts.bots, value: (bots) => (bots as string[]).join("\n") },
  });
  const save = async (account: Account | null, name: string, fields: AccountFields, password: string) => {
    sent.current = { name, password };
    try {
      await (account ? merging.save(fieldsOf(account), fields, account.edition) : write(fields, ""));
    } catch (refused) {
      // Whatever stands in the way may be news to the list, too.
      accounts.reload();
      throw refused;
    }
  };
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
      {merging.dialog}
      {edited ? (
        <AccountForm
          account={edited === "new" ? null : edited}
          onSave={(name, fields, password) => save(edited === "new" ? null : edited, name, fields, password)}
          onClose={() => setEdited(undefined)}
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
