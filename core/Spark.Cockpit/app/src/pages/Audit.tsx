import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular, ClipboardTaskListLtrRegular } from "@fluentui/react-icons";
import { useCallback, useState } from "react";
import { call } from "../api/client";
import type { AuditEntry, AuditList } from "../api/types";
import { useResource } from "../api/useResource";
import { formatPrecise, formatTime } from "../ui/format";
import { Empty, PageHead, Problem, Waiting } from "../ui/Parts";
import { useWords } from "../words";

/** Who changed what, the newest first. */
export function Audit() {
  const words = useWords();
  const newest = useResource<AuditList>("/audit?limit=100");
  const [older, setOlder] = useState<AuditList[]>([]);
  const last = older[older.length - 1] ?? newest.data;
  const more = useCallback(() => {
    if (last?.next) {
      void call<AuditList>("GET", `/audit?limit=100&before=${last.next}`).then((page) => setOlder((before) => [...before, page]));
    }
  }, [last]);
  const entries = newest.data ? [...newest.data.entries, ...older.flatMap((page) => page.entries)] : undefined;

  return (
    <>
      <PageHead title={words.audit.title} intro={words.audit.intro}>
        <Button
          icon={<ArrowClockwiseRegular />}
          onClick={() => {
            setOlder([]);
            newest.reload();
          }}
        >
          {words.common.refresh}
        </Button>
      </PageHead>
      {newest.problem ? <Problem problem={newest.problem} retry={newest.reload} /> : null}
      {!entries ? (
        newest.problem ? null : <Waiting />
      ) : entries.length === 0 ? (
        <Empty icon={<ClipboardTaskListLtrRegular />} title={words.audit.none} />
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={words.audit.title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.audit.when}</th>
                <th scope="col">{words.audit.who}</th>
                <th scope="col">{words.audit.what}</th>
                <th scope="col">{words.audit.subject}</th>
                <th scope="col">{words.audit.details}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.number}>
                  <td title={formatPrecise(entry.at)}>{formatTime(entry.at)}</td>
                  <td>{entry.actor}</td>
                  <td>
                    <code>{entry.what}</code>
                  </td>
                  <td className="break">{entry.subject ?? "–"}</td>
                  <td className="reason">{detailsOf(entry)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {last?.next ? (
        <div className="more">
          <Button onClick={more}>{words.common.more}</Button>
        </div>
      ) : null}
    </>
  );
}

function detailsOf(entry: AuditEntry): string {
  if (!entry.details) {
    return "–";
  }

  return Object.entries(JSON.parse(entry.details) as Record<string, unknown>)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}
