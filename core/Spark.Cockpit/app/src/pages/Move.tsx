import { Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import { call } from "../api/client";
import type { Reassignment } from "../api/types";
import { FormDialog } from "../ui/FormDialog";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

interface MoveProps {
  /** The conversation, as it stands in an address. */
  address: string;
  /** The desk that has it. */
  present: string;
  desks: string[];
  onClose: () => void;
  onDone: () => void;
}

/** Moves a conversation that a desk relays to another desk, or to another of its queues. */
export function Move({ address, present, desks, onClose, onDone }: MoveProps) {
  const words = useWords();
  const toast = useToast();
  const [to, setTo] = useState(desks.find((desk) => desk !== present) ?? present);
  const [queue, setQueue] = useState("");
  const submit = async () => {
    const wanted = queue.trim() ? `&queue=${encodeURIComponent(queue.trim())}` : "";
    const moved = await call<Reassignment>("POST", `/conversation/reassign?address=${address}&to=${encodeURIComponent(to)}${wanted}`);
    toast.done(moved.result === "Moved" ? words.conversation.moved(moved.connection ?? to) : words.conversation.asked);
    onDone();
  };

  return (
    <FormDialog title={words.conversation.moveTitle} submit={words.conversation.move} onSubmit={submit} onClose={onClose} isAlert>
      <p>{words.conversation.moveText(present)}</p>
      <Field label={words.conversation.moveTo}>
        <Select value={to} onChange={(_, change) => setTo(change.value)}>
          {desks.map((desk) => (
            <option key={desk} value={desk}>
              {desk}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.conversation.queue} hint={words.conversation.queueHint} required={to === present}>
        <Input value={queue} required={to === present} onChange={(_, change) => setQueue(change.value)} maxLength={200} autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
