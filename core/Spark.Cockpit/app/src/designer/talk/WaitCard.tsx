import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { StudioWait } from "../../api/types";
import { useWords } from "../../words";
import type { Line } from "./script";

const opensTickets = new Set(["created", "exists"]);

/** What was called: it is never reached, and the designer says what it answers. */
export function WaitCard({ waits, onAnswer }: { waits: StudioWait; onAnswer: (line: Line) => void }) {
  const words = useWords();
  const [output, setOutput] = useState("");
  const [other, setOther] = useState("");
  const [ticket, setTicket] = useState("INC0012345");
  const answer = (result: string) =>
    onAnswer({
      result,
      name: waits.name,
      isOffload: waits.isOffload,
      output: waits.isOffload ? null : output.trim() || null,
      ticket: waits.isOffload && opensTickets.has(result) ? ticket : null,
    });
  return (
    <div className="card form wait-card">
      <p>{waits.isOffload ? words.designer.waitsForOffload(waits.name) : words.designer.waitsForAction(waits.name)}</p>
      {waits.input ? <code className="inspector-payload">{waits.input}</code> : null}
      {waits.isOffload ? (
        <Field label={words.trial.ticket} size="small">
          <Input size="small" value={ticket} onChange={(_, change) => setTicket(change.value)} />
        </Field>
      ) : (
        <Field label={words.designer.output} size="small">
          <Textarea size="small" value={output} placeholder='{ "status": 200 }' onChange={(_, change) => setOutput(change.value)} />
        </Field>
      )}
      <span className="buttons">
        {waits.results.map((result) => (
          <Button key={result} size="small" onClick={() => answer(result)}>
            {result}
          </Button>
        ))}
        {waits.isOffload ? null : (
          <>
            <Input size="small" className="talk-short" value={other} aria-label={words.trial.otherResult} placeholder={words.trial.otherResult} onChange={(_, change) => setOther(change.value)} />
            <Button size="small" disabledFocusable={other.trim() === ""} onClick={() => answer(other.trim())}>
              {words.trial.give}
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
