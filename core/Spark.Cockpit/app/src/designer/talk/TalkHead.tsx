import { Button, Input, Select, Tooltip } from "@fluentui/react-components";
import { ArrowResetRegular, ClockRegular, PlayRegular, SaveRegular } from "@fluentui/react-icons";
import { type FormEvent, useState } from "react";
import type { ChannelChoice, StudioTalk } from "../../api/types";
import { useResource } from "../../api/useResource";
import { formatVirtual } from "../../ui/format";
import { useWords } from "../../words";
import { SaveTest } from "./SaveTest";
import { isSpan, type Line } from "./script";
import { StartForm } from "./StartForm";
import type { TalkProps } from "./Talk";

interface TalkHeadProps extends TalkProps {
  talk: StudioTalk | undefined;
  onAdd: (line: Line) => void;
}

/** Where the conversation is held and begins, its clock, and what can be made of it. */
export function TalkHead(props: TalkHeadProps) {
  const { files, script, onScript, dialog, talk, onAdd } = props;
  const words = useWords();
  const { data } = useResource<ChannelChoice>("/studio/channels");
  const [isStarting, setStarting] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const languages = /^languages:\s*\[([^\]]*)\]/m.exec(files["bot.yaml"] ?? "")?.[1]?.split(",").map((tag) => tag.trim()) ?? [];
  const isHeld = !talk || talk.waitsFor !== null || talk.findings.length > 0;
  return (
    <div className="talk-head">
      <Select size="small" aria-label={words.trial.channel} value={script.channel ?? ""} onChange={(_, change) => onScript((before) => ({ ...before, channel: change.value || null }))}>
        <option value="">{words.trial.noChannel}</option>
        {data?.channels.map((channel) => (
          <option key={channel.id} value={channel.id}>
            {channel.name}
          </option>
        ))}
      </Select>
      {languages.length > 1 ? (
        <Select size="small" aria-label={words.designer.language} value={script.language ?? ""} onChange={(_, change) => onScript((before) => ({ ...before, language: change.value || null }))}>
          <option value="">{words.designer.language}</option>
          {languages.map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </Select>
      ) : null}
      <Button size="small" icon={<PlayRegular />} onClick={() => setStarting(true)}>
        {script.start?.dialog ? words.trial.beganAt(script.start.dialog) : words.trial.beginAt}
      </Button>
      <span className="talk-head-end">
        <Button size="small" icon={<SaveRegular />} disabledFocusable={isHeld || talk.turns.length === 0} onClick={() => (isHeld ? undefined : setSaving(true))}>
          {words.trial.saveTest}
        </Button>
        <Button size="small" icon={<ArrowResetRegular />} onClick={() => onScript((before) => ({ ...before, lines: [] }))}>
          {words.designer.restart}
        </Button>
      </span>
      <Clock talk={talk} isHeld={isHeld} onAdd={onAdd} />
      {isStarting ? <StartForm files={files} start={script.start} dialog={dialog} onStart={(start) => onScript((before) => ({ ...before, start, lines: [] }))} onClose={() => setStarting(false)} /> : null}
      {isSaving && talk ? <SaveTest {...props} talk={talk} onClose={() => setSaving(false)} /> : null}
    </div>
  );
}

/** The conversation's own clock, which stands still until it is moved. */
function Clock({ talk, isHeld, onAdd }: { talk: StudioTalk | undefined; isHeld: boolean; onAdd: (line: Line) => void }) {
  const words = useWords();
  const [span, setSpan] = useState("");
  const move = (clock: string) => (isHeld ? undefined : onAdd({ clock }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSpan(span.trim())) {
      move(span.trim());
      setSpan("");
    }
  };
  const due = talk?.now && talk.nextDueAt ? Math.ceil((Date.parse(talk.nextDueAt) - Date.parse(talk.now)) / 1000) : 0;
  return (
    <form className="talk-clock" aria-label={words.trial.clock} onSubmit={submit}>
      <ClockRegular aria-hidden="true" />
      <time dateTime={talk?.now ?? undefined}>{talk?.now ? formatVirtual(talk.now) : "–"}</time>
      <Button size="small" disabledFocusable={isHeld} onClick={() => move("1h")}>
        {words.trial.hour}
      </Button>
      <Button size="small" disabledFocusable={isHeld} onClick={() => move("1d")}>
        {words.trial.day}
      </Button>
      <Input size="small" className="talk-short" value={span} aria-label={words.trial.span} placeholder="90s, 15m, 3d" onChange={(_, change) => setSpan(change.value)} />
      <Button size="small" type="submit" disabledFocusable={isHeld || !isSpan(span.trim())}>
        {words.trial.pass}
      </Button>
      {due > 0 && talk?.nextDueAt ? (
        <Tooltip content={words.trial.nextDue(formatVirtual(talk.nextDueAt))} relationship="description">
          <Button size="small" appearance="subtle" disabledFocusable={isHeld} onClick={() => move(`${due}s`)}>
            {words.trial.toNext}
          </Button>
        </Tooltip>
      ) : null}
    </form>
  );
}
