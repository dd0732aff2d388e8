import { Button, Field, Input, Select } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { FormDialog } from "../../ui/FormDialog";
import { useWords } from "../../words";
import { useTyped } from "../forms/useTyped";
import { addIntent, type IntentPlace, readIntents, writeExamples } from "./intentFiles";
import { Overlaps } from "./Overlaps";
import type { TableProps } from "./Tables";
import { TestBox } from "./TestBox";

/** What people say, by intent; beside it what a sentence would be taken for, and which examples stand in each other's way. */
export function Intents({ bot, files, names, mayEdit, onEdit }: TableProps) {
  const words = useWords();
  const intents = readIntents(files);
  const [name, setName] = useState(intents[0]?.name);
  const [language, setLanguage] = useState(names.languages[0] ?? "en");
  const [isAdding, setAdding] = useState(false);
  const chosen = intents.find((one) => one.name === name);
  const write = (intent: IntentPlace, examples: string[]) => onEdit((before) => writeExamples(before, intent, language, examples));
  const examples = chosen?.examples[language] ?? [];
  return (
    <div className="intents">
      <nav className="intents-list" aria-label={words.designer.tables.intents}>
        <div className="files-head">
          <Select size="small" aria-label={words.designer.language} value={language} onChange={(_, change) => setLanguage(change.value)}>
            {names.languages.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
          {mayEdit ? <Button size="small" appearance="subtle" icon={<AddRegular />} aria-label={words.designer.tables.addIntent} onClick={() => setAdding(true)} /> : null}
        </div>
        <ul>
          {intents.map((one) => (
            <li key={`${one.file} ${one.name}`}>
              <button type="button" className={`file ${one.name === name ? "file-here" : ""}`} aria-current={one.name === name ? "true" : undefined} onClick={() => setName(one.name)}>
                <span className="file-name">{one.name}</span>
                <span className="quiet">{one.examples[language]?.length ?? 0}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="intents-examples" tabIndex={0} role="region" aria-label={words.designer.tables.examples}>
        {chosen ? (
          <>
            <h2>{chosen.name}</h2>
            <ul>
              {examples.map((example, index) => (
                <li key={index} className="item">
                  <Example label={`${words.designer.tables.example} ${index + 1}`} text={example} isReadOnly={!mayEdit} onChange={(next) => write(chosen, examples.map((one, at) => (at === index ? next : one)))} />
                  {mayEdit ? (
                    <Button size="small" appearance="subtle" icon={<DeleteRegular />} aria-label={`${words.common.remove}: ${example}`} onClick={() => write(chosen, examples.filter((_, at) => at !== index))} />
                  ) : null}
                </li>
              ))}
            </ul>
            {mayEdit ? <NewExample key={`${chosen.name} ${language}`} onAdd={(text) => (examples.includes(text) ? undefined : write(chosen, [...examples, text]))} /> : null}
          </>
        ) : (
          <p className="quiet">{words.designer.tables.noIntents}</p>
        )}
      </div>
      {mayEdit ? (
        <aside className="intents-side" tabIndex={0} aria-label={words.designer.tables.trying}>
          <TestBox bot={bot} files={files} language={language} onAdd={(intent, text) => {
            const place = intents.find((one) => one.name === intent);
            if (place && !(place.examples[language] ?? []).includes(text)) {
              onEdit((before) => writeExamples(before, place, language, [...(place.examples[language] ?? []), text]));
            }
          }} />
          <Overlaps bot={bot} files={files} language={language} onOpen={setName} />
        </aside>
      ) : null}
      {isAdding ? <AddIntent known={intents.map((one) => one.name)} onClose={() => setAdding(false)} onAdd={(added) => {
        onEdit((before) => addIntent(before, added, language));
        setName(added);
      }} /> : null}
    </div>
  );
}

function Example({ label, text, isReadOnly, onChange }: { label: string; text: string; isReadOnly: boolean; onChange: (next: string) => void }) {
  const typed = useTyped(text, (next) => (next.trim() === "" ? undefined : onChange(next.trim())));
  return <Input size="small" aria-label={label} readOnly={isReadOnly} {...typed} />;
}

function NewExample({ onAdd }: { onAdd: (text: string) => void }) {
  const words = useWords();
  const [text, setText] = useState("");
  return (
    <form
      className="item"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) {
          onAdd(text.trim());
          setText("");
        }
      }}
    >
      <Input size="small" value={text} onChange={(_, change) => setText(change.value)} placeholder={words.designer.tables.newExample} aria-label={words.designer.tables.newExample} />
      <Button size="small" type="submit" icon={<AddRegular />} aria-label={words.common.add} />
    </form>
  );
}

function AddIntent({ known, onAdd, onClose }: { known: string[]; onAdd: (name: string) => void; onClose: () => void }) {
  const words = useWords();
  const [name, setName] = useState("");
  return (
    <FormDialog title={words.designer.tables.addIntent} submit={words.common.add} onSubmit={() => onAdd(name)} onClose={onClose} isHeld={known.includes(name)}>
      <Field label={words.common.name} required>
        <Input required pattern="[a-z][a-z0-9\-]*" value={name} onChange={(_, change) => setName(change.value)} autoComplete="off" spellCheck={false} />
      </Field>
    </FormDialog>
  );
}
