import { Button, Checkbox, Input, Select } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { type FormEvent, useMemo, useState } from "react";
import { useWords } from "../../words";
import { withFile } from "../canvas/edits";
import { useTyped } from "../forms/useTyped";
import type { Files } from "../model";
import { setValue } from "../yaml/edit";
import { valueAt } from "../yaml/place";
import { isMapValue } from "../yaml/render";
import type { TableProps } from "./Tables";

const types = ["text", "number", "integer", "date", "time", "date-time", "duration", "email", "phone", "url", "language", "yesno", "choice", "percentage", "money", "quantity", "temperature", "age", "composite", "location", "file", "object", "list"];
const scopes = ["dialog", "conversation", "person"];
const file = "bot.yaml";

/** The files in which a variable is named, comments left aside. */
function usesOf(files: Files, name: string): string[] {
  const word = new RegExp(`(?<![\\w.-])${name}(?![\\w-])`);
  return Object.entries(files).flatMap(([path, text]) => {
    const match = /^(?:dialogs|actions)\/(.+)\.yaml$/.exec(path);
    return match && text.split("\n").some((line) => word.test(line.replace(/(^|\s)#.*$/, ""))) ? [path] : [];
  });
}

/** What a bot remembers: of what type, for how long, and who uses it. */
export function Variables({ files, mayEdit, onEdit, onOpen }: TableProps) {
  const words = useWords();
  const [name, setName] = useState("");
  const value = valueAt(files[file] ?? "", ["variables"]);
  const variables = isMapValue(value) ? value : {};
  const uses = useMemo(() => new Map(Object.keys(variables).map((one) => [one, usesOf(files, one)])), [files, Object.keys(variables).join()]);
  const write = (path: string[], next: unknown) => onEdit((before) => withFile(before, file, setValue(before[file] ?? "", ["variables", ...path], next)));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!(name in variables)) {
      onEdit((before) => {
        const text = before[file] ?? "";
        return withFile(before, file, isMapValue(valueAt(text, ["variables"])) ? setValue(text, ["variables", name], { type: "text" }) : setValue(text, ["variables"], { [name]: { type: "text" } }));
      });
      setName("");
    }
  };
  return (
    <>
      <div className="tables-frame" tabIndex={0} role="region" aria-label={words.designer.tables.variables}>
        <table className="table variables">
          <thead>
            <tr>
              <th scope="col">{words.common.name}</th>
              <th scope="col">{words.designer.tables.type}</th>
              <th scope="col">{words.designer.tables.scope}</th>
              <th scope="col">{words.designer.tables.keep}</th>
              <th scope="col">{words.designer.tables.sensitive}</th>
              <th scope="col">{words.designer.tables.used}</th>
              {mayEdit ? <th scope="col">{words.common.actions}</th> : null}
            </tr>
          </thead>
          <tbody>
            {Object.entries(variables).map(([one, declared]) => {
              const fields = isMapValue(declared) ? declared : {};
              const scope = String(fields["scope"] ?? "conversation");
              return (
                <tr key={one}>
                  <th scope="row">
                    <code>{one}</code>
                  </th>
                  <td>
                    <Select size="small" disabled={!mayEdit} aria-label={`${words.designer.tables.type}: ${one}`} value={String(fields["type"] ?? "")} onChange={(_, change) => write([one, "type"], change.value)}>
                      {[...new Set([...types, String(fields["type"] ?? "text")])].map((type) => (
                        <option key={type}>{type}</option>
                      ))}
                    </Select>
                  </td>
                  <td>
                    <Select size="small" disabled={!mayEdit} aria-label={`${words.designer.tables.scope}: ${one}`} value={scope} onChange={(_, change) => write([one, "scope"], change.value === "conversation" ? undefined : change.value)}>
                      {scopes.map((each) => (
                        <option key={each} value={each}>
                          {words.designer.tables.scopes[each] ?? each}
                        </option>
                      ))}
                    </Select>
                  </td>
                  <td>{scope === "person" ? <Keep label={`${words.designer.tables.keep}: ${one}`} text={String(fields["keep"] ?? "")} isReadOnly={!mayEdit} onChange={(next) => write([one, "keep"], next || undefined)} /> : <span className="quiet">–</span>}</td>
                  <td>
                    <Checkbox disabled={!mayEdit} checked={fields["sensitive"] === true} aria-label={`${words.designer.tables.sensitive}: ${one}`} onChange={(_, change) => write([one, "sensitive"], change.checked === true ? true : undefined)} />
                  </td>
                  <td className="variables-uses">
                    {(uses.get(one) ?? []).map((path) => (
                      <button key={path} type="button" className="link" onClick={() => onOpen(path)}>
                        {path.replace(/^dialogs\/|\.yaml$/g, "")}
                      </button>
                    ))}
                    {uses.get(one)?.length ? null : <span className="quiet">{words.designer.tables.unused}</span>}
                  </td>
                  {mayEdit ? (
                    <td>
                      <Button size="small" appearance="subtle" icon={<DeleteRegular />} aria-label={`${words.common.remove}: ${one}`} onClick={() => write([one], undefined)} />
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {mayEdit ? (
        <form className="tables-bar" onSubmit={add}>
          <Input size="small" required pattern="[a-z][A-Za-z0-9]*" value={name} onChange={(_, change) => setName(change.value)} placeholder={words.designer.tables.newVariable} aria-label={words.designer.tables.newVariable} />
          <Button size="small" type="submit" icon={<AddRegular />}>
            {words.common.add}
          </Button>
        </form>
      ) : null}
    </>
  );
}

function Keep({ label, text, isReadOnly, onChange }: { label: string; text: string; isReadOnly: boolean; onChange: (next: string) => void }) {
  const typed = useTyped(text, onChange);
  return <Input size="small" className="variables-keep" aria-label={label} readOnly={isReadOnly} placeholder="30d" {...typed} />;
}
