import { useEffect, useState } from "react";
import { call } from "../api/client";
import type { FilesRequest } from "../api/schema";
import type { Finding } from "../api/types";
import type { Files } from "./model";

/** What the checker says of the files, a moment after they were changed. */
export function useFindings(bot: string, files: Files | undefined): Finding[] {
  const [findings, setFindings] = useState<Finding[]>([]);
  useEffect(() => {
    if (!files) {
      return;
    }

    const abort = new AbortController();
    const timer = setTimeout(() => {
      call<{ findings: Finding[] }>("POST", "/studio/check", { name: bot, files } satisfies FilesRequest, abort.signal).then(
        (checked) => setFindings(checked.findings),
        () => {},
      );
    }, 250);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [bot, files]);
  return findings;
}
