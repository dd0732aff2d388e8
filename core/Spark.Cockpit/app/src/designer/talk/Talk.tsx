import { Fragment, useEffect, useRef, useState } from "react";
import { Problem } from "../../ui/Parts";
import { useWords } from "../../words";
import type { Files } from "../model";
import { Between } from "./Between";
import { DeskBar } from "./DeskBar";
import { Inspector } from "./Inspector";
import { SayForm } from "./SayForm";
import { type Line, type Script } from "./script";
import "./talk.css";
import { TalkHead } from "./TalkHead";
import { TurnView } from "./TurnView";
import { usePlay } from "./usePlay";
import { WaitCard } from "./WaitCard";

export interface TalkProps {
  bot: string;
  files: Files;
  script: Script;
  onScript: (change: (before: Script) => Script) => void;
  /** The dialog that is chosen on the canvas; null for none. */
  dialog: string | null;
  /** Leads to a step on the canvas and in the text. */
  onGo: (file: string, line: number) => void;
  /** Takes a test into the draft. */
  onTest: (path: string, text: string) => void;
}

/** A conversation with the files as they are now, and what is behind each of its turns. */
export function Talk(props: TalkProps) {
  const { bot, files, script, onScript, onGo } = props;
  const words = useWords();
  const { talk, problem, isPlaying } = usePlay(bot, files, script);
  const [chosen, setChosen] = useState<number | null>(null);
  const add = (line: Line) => {
    setChosen(null);
    onScript((before) => ({ ...before, lines: [...before.lines, line] }));
  };
  const goBack = (line: number) => {
    setChosen(null);
    onScript((before) => ({ ...before, lines: before.lines.slice(0, line + 1) }));
  };
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a block: newer browsers answer with a promise, which React would take for what cleans up.
    end.current?.scrollTo(0, end.current.scrollHeight);
  }, [talk]);
  useEffect(() => {
    // What is opened below it takes room from its end, where one is reading.
    const log = end.current!;
    const observer = new ResizeObserver(() => log.scrollTo(0, log.scrollHeight));
    observer.observe(log);
    return () => observer.disconnect();
  }, []);
  const turns = talk?.turns ?? [];
  const shown = chosen !== null && chosen < turns.length ? chosen : turns.length - 1;
  const waits = talk?.waitsFor ?? null;
  // What the bot said last can be pressed, also when something has happened since of which it said nothing.
  const heard = turns.findLastIndex((turn) => turn.replies.length > 0);
  return (
    <div className="talk" data-playing={isPlaying}>
      <TalkHead {...props} talk={talk} onAdd={add} />
      <div ref={end} className="talk-lines" role="log" tabIndex={0} aria-label={words.designer.talk}>
        {problem ? <Problem problem={problem} /> : null}
        {talk?.findings.length ? <p className="quiet">{words.designer.cannotTalk}</p> : null}
        {turns.map((turn, index) => (
          <Fragment key={index}>
            <Between lines={script.lines.slice((turns[index - 1]?.line ?? -1) + 1, turn.line + 1)} />
            <TurnView
              turn={turn}
              number={index + 1}
              isChosen={index === shown}
              canPress={waits === null && index === heard}
              onChoose={() => setChosen(index)}
              onPress={(label) => add({ text: label, isPress: true })}
            />
          </Fragment>
        ))}
        {talk && waits === null ? <Between lines={script.lines.slice((turns.at(-1)?.line ?? -1) + 1)} /> : null}
        {waits ? <WaitCard key={`${waits.name} ${script.lines.length}`} waits={waits} onAnswer={add} /> : null}
        {talk?.problems.map((one) => (
          <p key={one} className="turn-fault">
            {one}
          </p>
        ))}
        {talk?.outcome && !waits ? <p className="quiet">{words.designer.ended(talk.outcome)}</p> : null}
      </div>
      <div className="talk-speak">
        {talk && waits === null ? <DeskBar talk={talk} onAdd={add} /> : null}
        <SayForm isHeld={waits !== null} onSay={add} />
      </div>
      <aside className="talk-state" aria-label={words.trial.behind}>
        {turns[shown] ? <Inspector turn={turns[shown]} number={shown + 1} onGo={onGo} onAgain={shown < turns.length - 1 || turns[shown].line < script.lines.length - 1 ? () => goBack(turns[shown]!.line) : null} /> : null}
      </aside>
    </div>
  );
}
