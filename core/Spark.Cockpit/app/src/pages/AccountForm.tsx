import { Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Account, Role } from "../api/types";
import { botNames } from "../ui/botNames";
import { FormDialog } from "../ui/FormDialog";
import { useWords } from "../words";

const roles: Role[] = ["Reader", "SupportAgent", "ChannelOwner", "Designer", "Administrator"];

/** What of an account is changed here; its password is only ever sent. */
export type AccountFields = Pick<Account, "display" | "role" | "isDisabled" | "bots">;

export const fieldsOf = ({ display, role, isDisabled, bots }: Account): AccountFields => ({ display, role, isDisabled, bots });

interface AccountFormProps {
  /** The account that is changed; null for a new one. */
  account: Account | null;
  onSave: (name: string, fields: AccountFields, password: string) => Promise<void>;
  onClose: () => void;
}

export function AccountForm({ account, onSave, onClose }: AccountFormProps) {
  const words = useWords();
  const [name, setName] = useState(account?.name ?? "");
  const [display, setDisplay] = useState(account?.display ?? "");
  const [role, setRole] = useState<Role>(account?.role ?? "Reader");
  const [isDisabled, setDisabled] = useState(account?.isDisabled ?? false);
  const [password, setPassword] = useState("");
  const [bots, setBots] = useState((account?.bots ?? []).join(" "));
  const save = () => onSave(name, { display, role, isDisabled, bots: role === "Administrator" ? null : botNames(bots) }, password);

  return (
    <FormDialog title={account ? words.accounts.edit : words.accounts.add} submit={words.common.save} onSubmit={save} onClose={onClose}>
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
