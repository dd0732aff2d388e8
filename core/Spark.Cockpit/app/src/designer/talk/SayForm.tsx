import { Button, Input, ToggleButton } from "@fluentui/react-components";
import { AttachRegular, DocumentRegular, SendRegular } from "@fluentui/react-icons";
import { type FormEvent, useState } from "react";
import { useWords } from "../../words";
import type { Line } from "./script";

/** What the person says, and the file that they send with it or instead. Of a file there is the name alone, as in a test: nobody fetches it. */
export function SayForm({ isHeld, onSay }: { isHeld: boolean; onSay: (line: Line) => void }) {
  const words = useWords();
  const [text, setText] = useState("");
  const [file, setFile] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [said, name] = [text.trim(), file?.trim() ?? ""];
    if (!isHeld && (said || name)) {
      onSay({ ...(said ? { text: said } : {}), ...(name ? { file: name } : {}) });
      setText("");
      setFile(null);
    }
  };

  return (
    <form className="talk-say" onSubmit={submit}>
      {file === null ? null : (
        <Input
          value={file}
          onChange={(_, change) => setFile(change.value)}
          contentBefore={<DocumentRegular aria-hidden="true" />}
          placeholder={words.trial.fileName}
          aria-label={words.trial.fileName}
          title={words.trial.fileHint}
          className="talk-file"
          maxLength={255}
          spellCheck={false}
          autoFocus
        />
      )}
      <Input value={text} onChange={(_, change) => setText(change.value)} placeholder={words.designer.say} aria-label={words.designer.say} className="talk-input" disabled={isHeld} />
      <ToggleButton
        icon={<AttachRegular />}
        checked={file !== null}
        aria-label={words.trial.attach}
        title={words.trial.attach}
        disabledFocusable={isHeld}
        onClick={() => (isHeld ? undefined : setFile((before) => (before === null ? "" : null)))}
      />
      <Button type="submit" appearance="primary" icon={<SendRegular />} aria-label={words.designer.send} disabledFocusable={isHeld} />
    </form>
  );
}
