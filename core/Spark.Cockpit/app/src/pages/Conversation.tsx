import { Button, Tooltip } from "@fluentui/react-components";
import { ArrowDownloadRegular, ArrowLeftRegular, ChatRegular, QuestionCircleRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useState } from "react";
import { call, query } from "../api/client";
import type { ConversationView, Part, Transcript, TranscriptEffect, TranscriptTurn } from "../api/types";
import { useLive } from "../api/useLive";
import { useResource } from "../api/useResource";
import { Go } from "../shell/router";
import { useMay, useSession } from "../shell/session";
import { Ask } from "../ui/Ask";
import { formatBytes, formatClock, formatPrecise, formatTime } from "../ui/format";
import { Empty, PageHead, Pill, Problem, type Tone, Waiting } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import { outcomeTone, ownerTone } from "./Conversations";
import { DeskButtons, DeskComposer } from "./Desk";
import { EffectButtons } from "./EffectButtons";
import { Exchanges } from "./Exchanges";
import { Move } from "./Move";
import { TicketLink } from "./TicketLink";
import { Why } from "./Why";

const statusTone: Record<string, Tone> = { Delivered: "good", Failed: "bad", Unknown: "warn", Cancelled: "quiet" };

export function Conversation({ conversation: key }: { conversation: string }) {
  const words = useWords();
  const toast = useToast();
  const { session } = useSession();
  const mayRead = useMay("ReadTranscripts");
  const mayAct = useMay("ActOnConversations");
  const mayManage = useMay("ManagePeople");
  const address = encodeURIComponent(key);
  const view = useResource<ConversationView>(`/conversation?address=${address}`);
  const transcript = useTranscript(mayRead ? key : null);
  const [why, setWhy] = useState<string>();
  const [isReleasing, setReleasing] = useState(false);
  const [isRestarting, setRestarting] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const refresh = useCallback(() => {
    view.reload();
    transcript.refresh();
  }, [view.reload, transcript.refresh]);
  useLive(refresh, key);

  if (!view.data) {
    return view.problem ? <Problem problem={view.problem} retry={view.reload} /> : <Waiting />;
  }

  const { conversation, episodes, waitsFor, dialogs, language, desk, desks } = view.data;
  const episode = episodes[0];
  const isMine = desk?.operator === session.name;
  const restart = async () => {
    await call("POST", `/conversation/restart?address=${address}`);
    toast.done(words.conversation.restarted);
    refresh();
  };
  const release = async () => {
    await call("POST", `/conversation/release?address=${address}`);
    toast.done(words.conversation.released);
    refresh();
  };

  return (
    <>
      <PageHead
        title={view.data.person ?? conversation.conversationId}
        above={
          <Go to="/conversations" className="back">
            <ArrowLeftRegular aria-hidden="true" /> {words.conversation.back}
          </Go>
        }
      >
        <Pill tone={ownerTone[conversation.owner]}>{words.owner[conversation.owner]}</Pill>
        {episode?.outcome ? <Pill tone={outcomeTone[episode.outcome]}>{words.outcome[episode.outcome]}</Pill> : null}
        {mayAct && mayRead ? <DeskButtons address={address} view={view.data} onDone={refresh} /> : null}
        {mayAct && desk && desks.length > 0 ? <Button onClick={() => setMoving(true)}>{words.conversation.move}</Button> : null}
        {mayAct && !isMine && (conversation.owner === "Queued" || conversation.owner === "Provider") ? (
          <Button onClick={() => setReleasing(true)}>{words.conversation.release}</Button>
        ) : null}
        {mayAct && conversation.owner === "Bot" ? <Button onClick={() => setRestarting(true)}>{words.conversation.restart}</Button> : null}
        {mayRead ? (
          <Tooltip content={words.conversation.evidenceHint} relationship="description">
            <Button as="a" href={`/api/admin/conversation/evidence?address=${address}`} icon={<ArrowDownloadRegular />} download>
              {words.conversation.evidence}
            </Button>
          </Tooltip>
        ) : null}
      </PageHead>
      {view.problem ? <Problem problem={view.problem} retry={view.reload} /> : null}
      <div className="conversation">
        <section aria-labelledby="transcript-title" className="transcript-card">
          <h2 id="transcript-title">{words.conversation.transcript}</h2>
          {mayRead ? (
            <>
              {transcript.problem ? <Problem problem={transcript.problem} retry={transcript.refresh} /> : null}
              {transcript.before ? (
                <div className="more">
                  <Button size="small" onClick={transcript.more}>
                    {words.conversation.earlier}
                  </Button>
                </div>
              ) : null}
              {transcript.turns ? (
                transcript.turns.length === 0 ? (
                  <Empty icon={<ChatRegular />} title={conversation.sequence > 0 ? words.conversation.gone : words.conversation.nothing} />
                ) : (
                  <ol className="transcript">
                    {transcript.turns.map((turn) => (
                      <Turn key={turn.sequence} turn={turn} onWhy={setWhy} onChange={refresh} mayAct={mayAct} />
                    ))}
                  </ol>
                )
              ) : transcript.problem ? null : (
                <Waiting />
              )}
              {mayAct ? <DeskComposer address={address} view={view.data} onDone={refresh} /> : null}
            </>
          ) : (
            <Empty title={words.conversation.noTexts} />
          )}
        </section>
        <aside aria-labelledby="facts-title" className="facts-card">
          <h2 id="facts-title">{words.conversation.facts}</h2>
          <dl className="facts">
            <Fact name={words.conversations.channel}>{conversation.instance}</Fact>
            <Fact name={words.conversations.bot}>{episode ? <Go to={`/bots/${episode.bot}`}>{episode.bot}</Go> : "–"}</Fact>
            <Fact name={words.conversation.version}>
              <code>{episode?.version.slice(0, 12) ?? "–"}</code>
            </Fact>
            <Fact name={words.conversation.language}>{language || "–"}</Fact>
            <Fact name={words.conversations.began}>{formatTime(conversation.beganAt)}</Fact>
            <Fact name={words.conversations.last}>{formatTime(conversation.changedAt)}</Fact>
            <Fact name={words.conversations.turns}>{conversation.sequence}</Fact>
            {desk ? (
              <Fact name={words.conversation.desk}>
                {[desk.operator ? words.desk.cockpit : desk.connection, desk.agent, desk.position ? words.conversation.place(desk.position) : null].filter(Boolean).join(", ")}
              </Fact>
            ) : null}
            {waitsFor ? <Fact name={words.conversation.waits}>{waitsFor}</Fact> : null}
            {dialogs.length > 0 ? <Fact name={words.conversation.dialogs}>{dialogs.join(" › ")}</Fact> : null}
            <Fact name={words.conversation.externalId}>
              <span className="break">{conversation.conversationId}</span>
            </Fact>
            {episode?.type ? <Fact name={words.conversations.type}>{words.type[episode.type] ?? episode.type}</Fact> : null}
            {episode?.category ? <Fact name={words.conversations.category}>{episode.category}</Fact> : null}
            {episode?.ticket ? (
              <Fact name={words.conversations.ticket}>
                <TicketLink ticket={episode.ticket} url={episode.ticketUrl} />
              </Fact>
            ) : null}
            {mayManage && (view.data.personId || conversation.conversationId) ? (
              <Fact name={words.conversation.person}>
                <Go to={`/privacy${query(view.data.personId ? { instance: conversation.instance, id: view.data.personId, name: view.data.person } : { conversation: key })}`}>
                  {words.conversation.kept}
                </Go>
              </Fact>
            ) : null}
            <Fact name={words.conversation.key}>
              <code className="break">{conversation.key}</code>
            </Fact>
          </dl>
          <h3>{words.conversation.episodes}</h3>
          <ul className="episodes">
            {episodes.map((one) => (
              <li key={one.number}>
                <div>
                  <strong>#{one.number}</strong> {formatTime(one.began)}
                </div>
                {one.outcome ? <Pill tone={outcomeTone[one.outcome]}>{words.outcome[one.outcome]}</Pill> : <Pill tone="info">{words.state.open}</Pill>}
                {one.reason ? <div className="quiet">{one.reason}</div> : null}
              </li>
            ))}
          </ul>
        </aside>
      </div>
      {why ? <Why address={why} onClose={() => setWhy(undefined)} /> : null}
      {isMoving && desk ? <Move address={address} present={desk.operator ? words.desk.cockpit : desk.connection} desks={desks} onDone={refresh} onClose={() => setMoving(false)} /> : null}
      {isRestarting ? (
        <Ask title={words.conversation.restartTitle} text={words.conversation.restartText} confirm={words.conversation.restart} onConfirm={restart} onClose={() => setRestarting(false)} />
      ) : null}
      {isReleasing ? (
        <Ask title={words.conversation.releaseTitle} text={words.conversation.releaseText} confirm={words.conversation.release} onConfirm={release} onClose={() => setReleasing(false)} />
      ) : null}
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Turn({ turn, onWhy, onChange, mayAct }: { turn: TranscriptTurn; onWhy: (address: string) => void; onChange: () => void; mayAct: boolean }) {
  const words = useWords();
  return (
    <li className="turn">
      <div className="turn-mark" title={formatPrecise(turn.at)}>
        <span>{formatClock(turn.at)}</span>
        <span className="quiet">{turn.what}</span>
      </div>
      {turn.said ? (
        <div className="bubble bubble-person">
          <span className="visually-hidden">{words.conversation.person}: </span>
          <Parts parts={turn.said} />
        </div>
      ) : null}
      <Exchanges exchanges={turn.exchanges} />
      {turn.fault ? <div className="turn-fault">{turn.fault}</div> : null}
      {turn.effects.map((effect) => (
        <EffectRow key={effect.address} effect={effect} onWhy={onWhy} onChange={onChange} mayAct={mayAct} />
      ))}
    </li>
  );
}

function EffectRow({ effect, onWhy, onChange, mayAct }: { effect: TranscriptEffect; onWhy: (address: string) => void; onChange: () => void; mayAct: boolean }) {
  const words = useWords();
  const ended = effect.status === "Failed" || effect.status === "Unknown";
  const marks = (
    <>
      {effect.status === "Delivered" && effect.parts ? null : <Pill tone={statusTone[effect.status] ?? "info"}>{effect.status}</Pill>}
      {effect.attempts > 1 ? <span className="quiet">{words.conversation.attempts(effect.attempts)}</span> : null}
      {effect.mayHaveArrived && effect.status !== "Delivered" ? <span className="quiet">{words.conversation.mayHaveArrived}</span> : null}
      {ended && mayAct ? <EffectButtons address={effect.address} onDone={onChange} /> : null}
    </>
  );
  if (!effect.parts) {
    return (
      <div className="deed">
        <code>{effect.kind}</code>
        {marks}
      </div>
    );
  }

  return (
    <div className="reply">
      <div className={effect.agent ? "bubble bubble-bot bubble-agent" : "bubble bubble-bot"}>
        {effect.agent ? <strong className="bubble-name">{effect.agent}</strong> : <span className="visually-hidden">{words.conversation.bot}: </span>}
        <Parts parts={effect.parts} />
      </div>
      <div className="reply-marks">
        {effect.agent ? null : (
          <Tooltip content={words.conversation.why} relationship="label">
            <Button size="small" appearance="subtle" icon={<QuestionCircleRegular />} onClick={() => onWhy(effect.address)} />
          </Tooltip>
        )}
        {marks}
      </div>
    </div>
  );
}

function Parts({ parts }: { parts: Part[] }) {
  return parts.map((part, index) => (
    <div key={index} className={`part part-${part.kind}`}>
      {part.address ? (
        <a href={/^https?:/.test(part.address) ? part.address : undefined} rel="noreferrer noopener" target="_blank">
          {part.text || part.address}
          {part.size ? <span className="quiet"> {formatBytes(part.size)}</span> : null}
        </a>
      ) : (
        part.text
      )}
      {part.choices ? (
        <ul className="choices">
          {part.choices.map((choice, at) => (
            <li key={at}>{choice}</li>
          ))}
        </ul>
      ) : null}
    </div>
  ));
}

/** The turns that are shown, the newest always among them. */
function useTranscript(key: string | null) {
  const address = key === null ? null : encodeURIComponent(key);
  const newest = useResource<Transcript>(address === null ? null : `/conversation/transcript?address=${address}&limit=100`);
  const [older, setOlder] = useState<Transcript[]>([]);
  useEffect(() => setOlder([]), [key]);
  const first = older[0] ?? newest.data;
  const more = useCallback(() => {
    if (first?.before && address !== null) {
      void call<Transcript>("GET", `/conversation/transcript?address=${address}&before=${first.before}&limit=100`).then((page) => setOlder((before) => [page, ...before]));
    }
  }, [address, first]);

  const seen = new Set<number>();
  const turns = newest.data
    ? [...older.flatMap((page) => page.turns), ...newest.data.turns].filter((turn) => !seen.has(turn.sequence) && seen.add(turn.sequence))
    : undefined;
  return { turns, before: first?.before ?? null, problem: newest.problem, more, refresh: newest.reload };
}
