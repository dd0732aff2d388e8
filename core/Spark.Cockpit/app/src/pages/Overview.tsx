import { Select } from "@fluentui/react-components";
import { CheckmarkCircleRegular, WarningRegular } from "@fluentui/react-icons";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { call, query } from "../api/client";
import type { EffectList, EpisodeCounts, PluginList, Tally } from "../api/types";
import { useLive } from "../api/useLive";
import { useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { formatCount, percent } from "../ui/format";
import { PageHead, Problem, Waiting } from "../ui/Parts";
import { Timeline } from "../ui/Timeline";
import { useWords } from "../words";
import { Hours } from "./Hours";
import { frames, type FrameName, startOf } from "./timeFrames";

const all = (tally: Tally) => tally.open + tally.resolved + tally.escalated + tally.abandoned;
const ended = (tally: Tally) => tally.resolved + tally.escalated + tally.abandoned;
const Insights = lazy(() => import("./Insights").then((page) => ({ default: page.Insights })));

const offset = -new Date().getTimezoneOffset();

export function Overview() {
  const words = useWords();
  const { place, go } = useRouter();
  const frame = (place.query.get("time") ?? "week") as FrameName;
  const [now, setNow] = useState(() => Date.now());
  const from = useMemo(() => startOf(frame, now), [frame, now]);
  const earlier = from ? new Date(2 * new Date(from).getTime() - now).toISOString() : null;
  const counts = useResource<EpisodeCounts>(`/episodes/counts${query({ from, stretch: frame === "day" ? "hour" : "day", offset })}`);
  const before = useResource<EpisodeCounts>(earlier ? `/episodes/counts${query({ from: earlier, until: from, offset })}` : null);
  const hours = useResource<EpisodeCounts>(`/episodes/counts${query({ from: from ?? startOf("quarter", now), stretch: "hour", offset })}`);
  useLive(() => {
    counts.reload();
    hours.reload();
  });

  const total = counts.data?.total;
  const past = earlier ? before.data?.total : undefined;
  return (
    <>
      <PageHead title={words.overview.title}>
        <Select
          aria-label={words.time.frame}
          value={frame}
          onChange={(_, data) => {
            setNow(Date.now());
            go(`/?time=${data.value}`, true);
          }}
        >
          {frames.map((name) => (
            <option key={name} value={name}>
              {words.time[name]}
            </option>
          ))}
        </Select>
      </PageHead>
      {counts.problem ? <Problem problem={counts.problem} retry={counts.reload} /> : null}
      {!total ? (
        counts.problem ? null : <Waiting />
      ) : (
        <>
          <dl className="kpis">
            <Kpi name={words.overview.conversations} value={formatCount(all(total))} past={past ? formatCount(all(past)) : null} to={`/conversations?time=${frame}`} />
            <Kpi name={words.overview.selfResolved} value={percent(total.resolved, ended(total))} past={past ? percent(past.resolved, ended(past)) : null} to={`/conversations?time=${frame}&outcome=Resolved`} />
            <Kpi name={words.overview.escalated} value={formatCount(total.escalated)} past={past ? formatCount(past.escalated) : null} to={`/conversations?time=${frame}&outcome=Escalated`} />
            <Kpi name={words.overview.abandoned} value={formatCount(total.abandoned)} past={past ? formatCount(past.abandoned) : null} to={`/conversations?time=${frame}&outcome=Abandoned`} />
            <Kpi name={words.overview.open} value={formatCount(total.open)} past={null} to={`/conversations?time=${frame}&state=open`} />
          </dl>
          <div className="overview">
            <section className="card overview-wide">
              <Timeline caption={words.conversations.timeline} stretches={counts.data?.stretches ?? []} frame={frame} from={from} now={now} />
            </section>
            <Attention />
            <section className="card overview-wide">{hours.data ? <Hours stretches={hours.data.stretches} /> : <Waiting />}</section>
            <Channels from={from} frame={frame} />
          </div>
          <Suspense fallback={<Waiting />}>
            <Insights from={from} />
          </Suspense>
        </>
      )}
    </>
  );
}

function Kpi({ name, value, past, to }: { name: string; value: string; past: string | null; to: string }) {
  const words = useWords();
  return (
    <div className="card kpi">
      <dt>
        <Go to={to}>{name}</Go>
      </dt>
      <dd>
        <span className="kpi-value">{value}</span>
        <span className="quiet">{past ? words.overview.before(past) : "\u00a0"}</span>
      </dd>
    </div>
  );
}

/** What stands still until somebody does something. */
function Attention() {
  const words = useWords();
  const plugins = useResource<PluginList>("/plugins");
  const failed = useResource<EffectList>("/outbox?status=failed&limit=1000");
  const unknown = useResource<EffectList>("/outbox?status=unknown&limit=1000");
  if (!plugins.data || !failed.data || !unknown.data) {
    const problem = plugins.problem ?? failed.problem ?? unknown.problem;
    return <section className="card">{problem ? <Problem problem={problem} /> : <Waiting />}</section>;
  }

  const resting = new Set(["Running", "Disabled", "Starting"]);
  const items = [
    ...(failed.data.effects.length > 0 ? [{ to: "/deliveries?status=failed", text: words.overview.failed(failed.data.effects.length), why: null }] : []),
    ...(unknown.data.effects.length > 0 ? [{ to: "/deliveries?status=unknown", text: words.overview.unknown(unknown.data.effects.length), why: null }] : []),
    ...plugins.data.instances
      .filter((instance) => instance.kind !== "Action" && !resting.has(instance.status))
      .map((instance) => ({ to: instance.kind === "Channel" ? "/channels" : "/connections", text: `${instance.id}: ${words.status[instance.status] ?? instance.status}`, why: instance.reason })),
    ...plugins.data.plugins
      .filter((plugin) => !resting.has(plugin.status))
      .map((plugin) => ({ to: "/plugins", text: `${plugin.id}: ${words.status[plugin.status] ?? plugin.status}`, why: plugin.reason })),
  ];
  return (
    <section className="card" aria-labelledby="attention">
      <h2 id="attention">{words.overview.attention}</h2>
      {items.length === 0 ? (
        <p className="all-well">
          <CheckmarkCircleRegular aria-hidden="true" />
          <span>
            <strong>{words.overview.allWell}</strong>
            <br />
            <span className="quiet">{words.overview.allWellHint}</span>
          </span>
        </p>
      ) : (
        <ul className="attention">
          {items.map((item) => (
            <li key={`${item.to} ${item.text}`}>
              <WarningRegular aria-hidden="true" />
              <span>
                <Go to={item.to}>{item.text}</Go>
                {item.why ? <div className="quiet">{item.why}</div> : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Channels({ from, frame }: { from: string | null; frame: FrameName }) {
  const words = useWords();
  const plugins = useResource<PluginList>("/plugins");
  const [tallies, setTallies] = useState<{ name: string; tally: Tally }[]>();
  useEffect(() => {
    if (!plugins.data) {
      return;
    }

    let isCurrent = true;
    const names = plugins.data.instances.filter((instance) => instance.kind === "Channel").map((instance) => instance.id);
    void Promise.all(
      names.map((name) => call<EpisodeCounts>("GET", `/episodes/counts${query({ from, channel: name })}`).then((found) => ({ name, tally: found.total }))),
    ).then(
      (found) => (isCurrent ? setTallies(found) : undefined),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [plugins.data, from]);
  return (
    <section className="card" aria-labelledby="by-channel">
      <h2 id="by-channel">{words.overview.channels}</h2>
      {tallies ? (
        <table className="table table-dense table-flush">
          <thead>
            <tr>
              <th scope="col">{words.conversations.channel}</th>
              <th scope="col" className="number">
                {words.overview.conversations}
              </th>
              <th scope="col" className="number">
                {words.outcome.Resolved}
              </th>
              <th scope="col" className="number">
                {words.outcome.Escalated}
              </th>
            </tr>
          </thead>
          <tbody>
            {tallies.map(({ name, tally }) => (
              <tr key={name}>
                <th scope="row">
                  <Go to={`/conversations?time=${frame}&channel=${name}`}>{name}</Go>
                </th>
                <td className="number">{formatCount(all(tally))}</td>
                <td className="number">{formatCount(tally.resolved)}</td>
                <td className="number">{formatCount(tally.escalated)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Waiting />
      )}
    </section>
  );
}
