import { useEffect, useState } from "react";
import { type ApiError, call } from "../../api/client";
import type { StudioTalk } from "../../api/types";
import { toApiError } from "../../api/useResource";
import type { Files } from "../model";
import type { Script } from "./script";

/** Plays a conversation with the files as they are, again with each change of either. */
export function usePlay(bot: string, files: Files, script: Script): { talk: StudioTalk | undefined; problem: ApiError | undefined; isPlaying: boolean } {
  const [talk, setTalk] = useState<StudioTalk>();
  const [problem, setProblem] = useState<ApiError>();
  const [isPlaying, setPlaying] = useState(true);
  useEffect(() => {
    const abort = new AbortController();
    setPlaying(true);
    const timer = setTimeout(() => {
      call<StudioTalk>("POST", "/studio/talk", { name: bot, files, script }, abort.signal)
        .then((played) => {
          setTalk(played);
          setProblem(undefined);
          setPlaying(false);
        })
        .catch((refused: unknown) => {
          if (!abort.signal.aborted) {
            setProblem(toApiError(refused));
            setPlaying(false);
          }
        });
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [bot, files, script]);
  return { talk, problem, isPlaying };
}
