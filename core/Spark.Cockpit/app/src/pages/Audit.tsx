import { Button, Field, Select } from "@fluentui/react-components";
import { ArrowClockwiseRegular, ClipboardTaskListLtrRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useState } from "react";
import { call, query } from "../api/client";
import type { AuditEntry, AuditList } from "../api/types";
import { useResource } from "../api/useResource";
import { useRouter } from "../shell/router";
import { DataTable } from "../ui/DataTable";
import { formatPrecise, formatTime } from "../ui/format";
import { Empty, PageHead, Problem, Waiting } from "../ui/Parts";
import { Search } from "../ui/Search";
import { useWords } from "../words";
import { frames, type FrameName, startOf } from "./timeFrames";

/** Who changed what, the newest first. */
export function Audit() {
  const words = useWords();
  const { place, go } = useRouter();
  const text = place.query.get("q") ?? "";
  const frame = (place.query.get("time") ?? "ever") as FrameName;
  const [now, setNow] = useState(() => Date.now());
  const filtered = query({ q: text, from: useMemo(() => startOf(frame, now), [frame, now]), limit: 100 });
  const newest = useResource<AuditList>(`/audit${filtered}`);
  const [older, setOlder] = useState<AuditList[]>([]);
  useEffect(() => setOlder([]), [filtered]);
  const last = older[older.length - 1] ?? newest.data;
  const more = useCallback(() => {
    if (last?.next) {
      void call<AuditList>("GET", `/audit${filtered}&before=${last.next}`).then((page) => setOlder((before) => [...before, page]));
    }
  }, [last, filtered]);
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(place.query);
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }

    setNow(Date.now());
    go(`/audit${next.size > 0 ? `?${next}` : ""}`, true);
  };
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
      <div className="filters">
        <Field label={words.time.frame} size="small">
          <Select value={frame} onChange={(_, data) => change("time", data.value)}>
            {frames.map((name) => (
              <option key={name} value={name}>
                {words.time[name]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.audit.searchLabel} size="small" className="filter-search">
          <Search value={text} onSearch={(next) => change("q", next)} placeholder={words.audit.search} />
        </Field>
      </div>
      {newest.problem ? <Problem problem={newest.problem} retry={newest.reload} /> : null}
      {!entries ? (
        newest.problem ? null : <Waiting />
      ) : entries.length === 0 ? (
        <Empty icon={<ClipboardTaskListLtrRegular />} title={text || frame !== "ever" ? words.audit.noneFits : words.audit.none} />
      ) : (
        <DataTable
          label={words.audit.title}
          columns={[
            { name: words.audit.when },
            { name: words.audit.who },
            { name: words.audit.what },
            { name: words.audit.subject },
            { name: words.audit.details },
          ]}
        >
          {entries.map((entry) => (
            <tr key={entry.number}>
              <td className="nowrap" title={formatPrecise(entry.at)}>{formatTime(entry.at)}</td>
              <td>{entry.actor}</td>
              <td>
                <code>{entry.what}</code>
              </td>
              <td className="break">{entry.subject ?? "–"}</td>
              <td className="reason">{detailsOf(entry)}</td>
            </tr>
          ))}
        </DataTable>
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
