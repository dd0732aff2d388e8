import { useEffect, useRef } from "react";

/** Calls back when conversations have moved on; with an address, only for that one. */
export function useLive(onChange: () => void, address?: string): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  }, [onChange]);

  useEffect(() => {
    const source = new EventSource(`/api/admin/live${address ? `?address=${encodeURIComponent(address)}` : ""}`);
    source.addEventListener("changed", () => latest.current());
    return () => source.close();
  }, [address]);
}
