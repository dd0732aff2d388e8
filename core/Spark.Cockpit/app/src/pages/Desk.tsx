import { Button, Field, Textarea } from "@fluentui/react-components";
import { SendRegular } from "@fluentui/react-icons";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { call } from "../api/client";
import type { SayRequest } from "../api/schema";
import type { ConversationView } from "../api/types";
import { useSession } from "../shell/session";
import { Ask } from "../ui/Ask";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

interface DeskProps {
  /** The conversation, as it stands in an address. */
  address: string;
  view: ConversationView;
  onDone: () => void;
}

/** Takes a conversation over, and lets go of it. */
export function DeskButtons({ address, view, onDone }: DeskProps) {
  const words = useWords();
  const toast = useToast();
  const { session } = useSession();
  const [asked, setAsked] = useState<"take" | "give-back" | "end">();
  const { desk, conversation } = view;
  const isMine = desk?.operator === session.name;
  const mayTake = conversation.owner === "Bot" || (desk !== null && desk.operator === null);
  const act = async (what: "take" | "give-back" | "end") => {
    try {
      await call("POST", `/conversation/${what}?address=${address}`);
      toast.done(words.desk.done[what]);
    } finally {
      // Also what was refused: somebody else was faster, and the page is to show it.
      onDone();
    }
  };

  return (
    <>
      {mayTake ? (
        <Button appearance="primary" onClick={() => setAsked("take")}>
          {words.desk.take}
        </Button>
      ) : null}
      {isMine ? (
        <>
          <Button appearance="primary" onClick={() => setAsked("give-back")}>
            {words.desk.giveBack}
          </Button>
          <Button onClick={() => setAsked("end")}>{words.desk.end}</Button>
        </>
      ) : null}
      {asked ? (
        <Ask title={words.desk.ask[asked]} text={words.desk.text[asked]} confirm={words.desk.confirm[asked]} onConfirm={() => act(asked)} onClose={() => setAsked(undefined)} />
      ) : null}
    </>
  );
}

/** Where an operator who has the conversation writes; to others it says who has it. */
export function DeskComposer({ address, view, onDone }: DeskProps) {
  const words = useWords();
  const toast = useToast();
  const { session } = useSession();
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const once = useRef(crypto.randomUUID());
  const form = useRef<HTMLFormElement>(null);
  const holder = view.desk?.operator;

  // Who talks with somebody looks at what was said last. Newer browsers answer with a promise, which is no clean-up.
  useEffect(() => {
    form.current?.scrollIntoView({ block: "end" });
  }, [view.conversation.sequence, holder]);
  if (!holder) {
    return null;
  }

  if (holder !== session.name) {
    return <p className="desk-held">{words.desk.held(view.desk?.agent ?? holder)}</p>;
  }

  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isBusy || text.trim() === "") {
      return;
    }

    setBusy(true);
    try {
      await call("POST", `/conversation/say?address=${address}`, { text: text.trim(), key: once.current } satisfies SayRequest);
      once.current = crypto.randomUUID();
      setText("");
    } catch (refused) {
      // The text stays, and so does its key: what arrived all the same is not said twice.
      toast.failed(refused);
    } finally {
      setBusy(false);
      onDone();
    }
  };

  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <form ref={form} className="composer" onSubmit={(event) => void send(event)}>
      <Field label={words.desk.write} hint={words.desk.writeHint}>
        <Textarea value={text} onChange={(_, change) => setText(change.value)} onKeyDown={press} maxLength={4000} resize="vertical" rows={2} />
      </Field>
      <Button appearance="primary" type="submit" icon={<SendRegular />} disabledFocusable={isBusy || text.trim() === ""}>
        {words.desk.send}
      </Button>
    </form>
  );
}
