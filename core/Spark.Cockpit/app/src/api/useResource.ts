import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, call } from "./client";

export interface Resource<T> {
  data: T | undefined;
  problem: ApiError | undefined;
  isLoading: boolean;
  reload: () => void;
}

/** Reads an address, and again when it changes. What was read stays to be seen until something newer is there. */
export function useResource<T>(path: string | null): Resource<T> {
  const [state, setState] = useState<{ path: string | null; data: T | undefined; problem: ApiError | undefined; isLoading: boolean }>({
    path: null,
    data: undefined,
    problem: undefined,
    isLoading: true,
  });
  const [round, setRound] = useState(0);
  const shown = useRef<string | null>(null);

  useEffect(() => {
    if (path === null) {
      return;
    }

    const abort = new AbortController();
    setState((before) => ({ ...before, isLoading: true }));
    call<T>("GET", path, undefined, abort.signal).then(
      (data) => {
        shown.current = path;
        setState({ path, data, problem: undefined, isLoading: false });
      },
      (problem: unknown) => {
        if (!abort.signal.aborted) {
          setState((before) => ({ path, data: shown.current === path ? before.data : undefined, problem: toApiError(problem), isLoading: false }));
        }
      },
    );
    return () => abort.abort();
  }, [path, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { data: state.data, problem: state.problem, isLoading: state.isLoading, reload };
}

export function toApiError(problem: unknown): ApiError {
  return problem instanceof ApiError ? problem : new ApiError(0, "", problem instanceof Error ? problem.message : String(problem));
}
