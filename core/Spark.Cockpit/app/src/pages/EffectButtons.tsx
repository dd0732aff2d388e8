import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { call } from "../api/client";
import type { DropRequest } from "../api/schema";
import { Ask } from "../ui/Ask";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

/** What an operator decides about a delivery that failed, or of which nobody knows. */
export function EffectButtons({ address, onDone }: { address: string; onDone: () => void }) {
  const words = useWords();
  const toast = useToast();
  const [isDropping, setDropping] = useState(false);
  const retry = async () => {
    try {
      await call("POST", `/outbox/${address}/retry`);
      toast.done(words.conversation.retried);
    } catch (refused) {
      toast.failed(refused);
    }

    onDone();
  };

  const drop = async (reason: string) => {
    await call("POST", `/outbox/${address}/drop`, { reason } satisfies DropRequest);
    toast.done(words.conversation.dropped);
    onDone();
  };

  return (
    <span className="buttons">
      <Button size="small" onClick={() => void retry()}>
        {words.conversation.retry}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => setDropping(true)}>
        {words.conversation.drop}
      </Button>
      {isDropping ? (
        <Ask title={words.conversation.dropTitle} reason={words.conversation.dropReason} confirm={words.conversation.drop} onConfirm={drop} onClose={() => setDropping(false)} />
      ) : null}
    </span>
  );
}
