import { useCallback, useEffect, useState } from "react";
import { type ApiError, call } from "../api/client";
import type { DraftView, SavedDraft } from "../api/types";
import { toApiError, useResource } from "../api/useResource";
import { setLeaveGuard } from "../shell/router";
import { merge } from "../ui/merge";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import { type Files, isPublished } from "./model";
import { type History, useHistory } from "./useHistory";

export interface Draft {
  history: History;
  /** What answers now; null when nothing does. */
  live: Files | null;
  /** Why there are no files. */
  problem: ApiError | undefined;
  reload: () => void;
  /** True when the draft differs from what was kept of it last. */
  isDirty: boolean;
  /** How often it was kept; zero when there is none, and the files are those that answer now. */
  number: number;
  /** That somebody else has kept another change of the same file; undefined while nobody has. */
  conflict: ApiError | undefined;
  save: () => Promise<void>;
  /** Keeps the files although somebody else has kept theirs. */
  saveOver: () => Promise<void>;
  /** Leaves the files for those that somebody else has kept. */
  takeTheirs: () => void;
  discard: () => Promise<void>;
  /** The files are published: the draft has nothing to add, but for what is no part of a version. */
  publish: () => void;
}

/** The draft of a bot's files: read, changed, kept, and thrown away. */
export function useDraft(bot: string): Draft {
  const words = useWords();
  const toast = useToast();
  const address = `/bots/${encodeURIComponent(bot)}/draft`;
  const { data, problem, reload } = useResource<DraftView>(address);
  const history = useHistory();
  const { files, begin } = history;
  const [saved, setSaved] = useState<Files>();
  const [number, setNumber] = useState(0);
  const [conflict, setConflict] = useState<ApiError>();
  const isDirty = files !== saved;

  useEffect(() => {
    if (data) {
      begin(data.files);
      setSaved(data.files);
      setNumber(data.number);
    }
  }, [data, begin]);

  useEffect(() => {
    setLeaveGuard(isDirty ? () => window.confirm(words.common.unsaved) : null);
    const ask = (event: BeforeUnloadEvent) => (isDirty ? event.preventDefault() : undefined);
    window.addEventListener("beforeunload", ask);
    return () => {
      setLeaveGuard(null);
      window.removeEventListener("beforeunload", ask);
    };
  }, [isDirty, words]);

  const keep = async (files: Files | undefined, over: number, said = words.designer.saved): Promise<void> => {
    if (!files) {
      return;
    }

    try {
      const kept = await call<{ number: number }>("PUT", address, { number: over, files } satisfies SavedDraft);
      setNumber(kept.number);
      setSaved(files);
      setConflict(undefined);
      toast.done(said);
    } catch (refused) {
      const reason = toApiError(refused);
      if (reason.code === "SPK14049" && reason.now) {
        await together(files, reason);
      } else {
        toast.failed(reason);
      }
    }
  };

  // Two who change different files keep both; of one file, the person chooses whose holds.
  const together = async (mine: Files, reason: ApiError) => {
    const now = reason.now as DraftView;
    const merged = merge<Files>(saved ?? {}, mine, now.files);
    if (merged.clashes.length > 0) {
      setConflict(reason);
      return;
    }

    const both = Object.fromEntries(Object.entries(merged.value).filter(([, text]) => typeof text === "string"));
    history.change(() => both);
    await keep(both, now.number, words.merge.merged);
  };
  const leave = useCallback(() => {
    setSaved(files);
    reload();
  }, [files, reload]);
  const save = () => keep(files, number);

  return {
    history,
    live: data?.live ?? null,
    problem,
    reload,
    isDirty,
    number,
    conflict,
    save,
    saveOver: () => keep(files, (conflict?.now as DraftView | undefined)?.number ?? number),
    takeTheirs: () => {
      setConflict(undefined);
      leave();
    },
    discard: async () => {
      await call("DELETE", address);
      leave();
    },
    publish: () => {
      // What is no part of a version would be gone with the draft.
      if (Object.keys(files ?? {}).some((path) => !isPublished(path))) {
        void save();
      } else {
        setSaved(files);
        void call("DELETE", address).finally(reload);
      }
    },
  };
}
