import { Button, Field, Input, Select } from "@fluentui/react-components";
import { PersonSupportRegular } from "@fluentui/react-icons";
import { type FormEvent, useState } from "react";
import type { StudioTalk, StudioTicket } from "../../api/types";
import { useWords } from "../../words";
import type { Line } from "./script";

interface DeskProps {
  onAdd: (line: Line) => void;
}

/** The other side, in the words that a test has for it: what an agent says who has the conversation, and news of a ticket that was opened. */
export function DeskBar({ talk, onAdd }: DeskProps & { talk: StudioTalk }) {
  const words = useWords();
  const isAway = talk.owner === "provider" || talk.owner === "queued";
  return isAway || talk.tickets.length > 0 ? (
    <section className="desk-bar" aria-label={words.trial.desk}>
      {isAway ? <Agent isQueued={talk.owner === "queued"} onAdd={onAdd} /> : null}
      {talk.tickets.length > 0 ? <Ticket key={talk.tickets.length} tickets={talk.tickets} onAdd={onAdd} /> : null}
    </section>
  ) : null;
}

function Agent({ isQueued, onAdd }: DeskProps & { isQueued: boolean }) {
  const words = useWords();
  const [said, setSaid] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said.trim()) {
      onAdd({ agent: said.trim() });
      setSaid("");
    }
  };

  return (
    <form onSubmit={submit}>
      <Field size="small" label={isQueued ? words.trial.queued : words.trial.away}>
        <Input size="small" value={said} contentBefore={<PersonSupportRegular aria-hidden="true" />} placeholder={words.trial.agentSays} onChange={(_, change) => setSaid(change.value)} />
      </Field>
      <Button size="small" type="submit" disabledFocusable={said.trim() === ""}>
        {words.trial.agentSay}
      </Button>
      <Button size="small" onClick={() => onAdd({ agentLeaves: true })}>
        {words.trial.leaves}
      </Button>
    </form>
  );
}

/** The newest ticket, unless another is chosen. */
function Ticket({ tickets, onAdd }: DeskProps & { tickets: StudioTicket[] }) {
  const words = useWords();
  const [at, setAt] = useState(tickets.length - 1);
  const [state, setState] = useState("");
  const ticket = tickets[at]!;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (state.trim()) {
      onAdd({ ticket: ticket.number, state: state.trim() });
      setState("");
    }
  };

  return (
    <form onSubmit={submit}>
      {tickets.length > 1 ? (
        <Select size="small" className="desk-ticket" aria-label={words.trial.whichTicket} value={at} onChange={(_, change) => setAt(Number(change.value))}>
          {tickets.map((one, index) => (
            <option key={one.number} value={index}>
              {one.number}
            </option>
          ))}
        </Select>
      ) : null}
      <Field size="small" label={words.trial.ticketState(ticket.number, ticket.state)}>
        <Input size="small" value={state} placeholder={words.trial.newState} maxLength={255} onChange={(_, change) => setState(change.value)} />
      </Field>
      <Button size="small" type="submit" disabledFocusable={state.trim() === ""}>
        {words.trial.ticketTell}
      </Button>
    </form>
  );
}
