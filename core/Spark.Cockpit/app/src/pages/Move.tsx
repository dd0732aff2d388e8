import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, Select } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { type ApiError, call } from "../api/client";
import type { Reassignment } from "../api/types";
import { toApiError } from "../api/useResource";
import { Problem } from "../ui/Parts";
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
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const wanted = queue.trim() ? `&queue=${encodeURIComponent(queue.trim())}` : "";
      const moved = await call<Reassignment>("POST", `/conversation/reassign?address=${address}&to=${encodeURIComponent(to)}${wanted}`);
      toast.done(moved.result === "Moved" ? words.conversation.moved(moved.connection ?? to) : words.conversation.asked);
      onDone();
      onClose();
    } catch (refused) {
      setProblem(toApiError(refused));
      setBusy(false);
    }
  };

  return (
    <Dialog open modalType="alert" onOpenChange={(_, change) => (change.open ? undefined : onClose())}>
      <DialogSurface className="dialog-narrow">
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{words.conversation.moveTitle}</DialogTitle>
            <DialogContent className="form">
              {problem ? <Problem problem={problem} /> : null}
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
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.common.cancel}</Button>
              <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
                {words.conversation.move}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
