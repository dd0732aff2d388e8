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
    if (address) {
      // What happened between the first look and this connection is not told.
      source.addEventListener("open", () => latest.current(), { once: true });
    }
    return () => source.close();
  }, [address]);
}
