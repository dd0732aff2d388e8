import { Button, Field, Select } from "@fluentui/react-components";
import { ArrowDownloadRegular, ChatMultipleRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type ApiError, call, query } from "../api/client";
import type { EpisodeCounts, BotLine, EpisodeLine, EpisodeList, EpisodeType, Outcome, Owner, PluginList } from "../api/types";
import { useLive } from "../api/useLive";
import { toApiError, useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { useMay } from "../shell/session";
import { DataTable } from "../ui/DataTable";
import { formatAgo, formatCount, formatTime } from "../ui/format";
import { Gauge } from "../ui/Gauge";
import { Empty, PageHead, Pill, Problem, type Tone, Waiting } from "../ui/Parts";
import { Search } from "../ui/Search";
import { Timeline } from "../ui/Timeline";
import { useWords } from "../words";
import { TicketLink } from "./TicketLink";
import { frames, type FrameName, startOf } from "./timeFrames";
import { Views } from "./Views";

export const outcomeTone: Record<Outcome, Tone> = { Resolved: "good", Escalated: "warn", Abandoned: "quiet" };
export const ownerTone: Record<Owner, Tone> = { Bot: "info", Queued: "warn", Provider: "warn", Closed: "quiet" };

const types: EpisodeType[] = ["Incident", "Request", "Question", "SecurityConcern", "NonSupport"];

/** Everything that the list, the gauge and the timeline heed stands in the address: a link shows the same. */
export function Conversations() {
  const words = useWords();
  const { place, go } = useRouter();
  const mayDesign = useMay("SeeBots");
  const plugins = useResource<PluginList>("/plugins");
  const bots = useResource<{ bots: BotLine[] }>(mayDesign ? "/bots" : null);
  const frame = (place.query.get("time") ?? "month") as FrameName;
  const filters = {
    state: place.query.get("state"),
    outcome: place.query.get("outcome"),
    type: place.query.get("type"),
    bot: place.query.get("bot"),
    channel: place.query.get("channel"),
    q: place.query.get("q"),
  };
  const [now, setNow] = useState(() => Date.now());
  const from = useMemo(() => startOf(frame, now), [frame, now]);
  const sort = place.query.get("sort");
  const filtered = query({ ...filters, from, sort });
  const counts = useResource<EpisodeCounts>(
    `/episodes/counts${query({ ...filters, from, stretch: frame === "day" ? "hour" : "day", offset: -new Date().getTimezoneOffset() })}`,
  );
  const list = useEpisodes(filtered);
  useLive(() => {
    list.refresh();
    counts.reload();
  });

  const change = (name: string, value: string) => {
    const next = new URLSearchParams(place.query);
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }

    setNow(Date.now());
    go(`/conversations${next.size > 0 ? `?${next}` : ""}`, true);
  };

  const hasFilter = Object.values(filters).some((value) => value) || frame !== "ever";
  const total = counts.data?.total;
  const channels = plugins.data?.instances.filter((instance) => instance.kind === "Channel") ?? [];
  return (
    <>
      <PageHead title={words.conversations.title}>
        <span className="live" title={words.conversations.liveHint}>
          <span className="live-dot" aria-hidden="true" />
          {words.conversations.live}
        </span>
        <Views present={place.query} />
        <Button as="a" href={`/api/admin/episodes/export${filtered}`} icon={<ArrowDownloadRegular />} download>
          {words.conversations.export}
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
        <Field label={words.state.label} size="small">
          <Select value={filters.state ?? ""} onChange={(_, data) => change("state", data.value)}>
            <option value="">{words.common.all}</option>
            <option value="open">{words.state.open}</option>
            <option value="completed">{words.state.completed}</option>
          </Select>
        </Field>
        <Field label={words.conversations.outcome} size="small">
          <Select value={filters.outcome ?? ""} onChange={(_, data) => change("outcome", data.value)}>
            <option value="">{words.common.all}</option>
            {(["Resolved", "Escalated", "Abandoned"] as Outcome[]).map((outcome) => (
              <option key={outcome} value={outcome}>
                {words.outcome[outcome]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.conversations.channel} size="small">
          <Select value={filters.channel ?? ""} onChange={(_, data) => change("channel", data.value)}>
            <option value="">{words.common.all}</option>
            {channels.map((channel) => (
              <option key={channel.id} value={channel.id}>
                {channel.id}
              </option>
            ))}
          </Select>
        </Field>
        {bots.data && bots.data.bots.length > 1 ? (
          <Field label={words.conversations.bot} size="small">
            <Select value={filters.bot ?? ""} onChange={(_, data) => change("bot", data.value)}>
              <option value="">{words.common.all}</option>
              {bots.data.bots.map((bot) => (
                <option key={bot.id} value={bot.id}>
                  {bot.id}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field label={words.conversations.type} size="small">
          <Select value={filters.type ?? ""} onChange={(_, data) => change("type", data.value)}>
            <option value="">{words.common.all}</option>
            {types.map((type) => (
              <option key={type} value={type}>
                {words.type[type]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.conversations.sort} size="small">
          <Select value={sort ?? ""} onChange={(_, data) => change("sort", data.value)}>
            <option value="">{words.conversations.newest}</option>
            <option value="oldest">{words.conversations.oldest}</option>
          </Select>
        </Field>
        <Field label={words.conversations.searchLabel} size="small" className="filter-search">
          <Search value={filters.q ?? ""} onSearch={(text) => change("q", text)} placeholder={words.conversations.search} />
        </Field>
      </div>
      {counts.problem ? <Problem problem={counts.problem} retry={counts.reload} /> : null}
      {total ? (
        <div className="measures">
          <Gauge
            title={words.conversations.gauge}
            whole={words.conversations.title.toLowerCase()}
            slices={[
              { name: words.state.open, value: total.open, className: "c-open" },
              { name: words.outcome.Resolved, value: total.resolved, className: "c-resolved" },
              { name: words.outcome.Escalated, value: total.escalated, className: "c-escalated" },
              { name: words.outcome.Abandoned, value: total.abandoned, className: "c-abandoned" },
            ]}
          />
          <Timeline caption={words.conversations.timeline} stretches={counts.data?.stretches ?? []} frame={frame} from={from} now={now} />
        </div>
      ) : (
        <div className="measures measures-waiting" />
      )}
      {list.problem ? <Problem problem={list.problem} retry={list.refresh} /> : null}
      {list.isFirst ? (
        <Waiting />
      ) : list.episodes.length === 0 && !list.next ? (
        <Empty
          icon={<ChatMultipleRegular />}
          title={hasFilter ? words.conversations.none : words.conversations.nobody}
          hint={hasFilter ? words.conversations.noneHint : words.conversations.nobodyHint}
        />
      ) : (
        <EpisodeTable episodes={list.episodes} />
      )}
      {list.next ? (
        <div className="more">
          <Button onClick={list.more} disabledFocusable={list.isLoading}>
            {list.wasShort ? words.conversations.goOn : words.common.more}
          </Button>
          {list.wasShort ? <span className="quiet">{words.conversations.searching(5000 * list.pages)}</span> : null}
        </div>
      ) : null}
    </>
  );
}

function EpisodeTable({ episodes }: { episodes: EpisodeLine[] }) {
  const words = useWords();
  const { go } = useRouter();
  return (
    <DataTable
      label={words.conversations.title}
      columns={[
        { name: words.conversations.person },
        { name: words.state.label },
        { name: words.conversations.outcome },
        { name: words.conversations.channel },
        { name: words.conversations.began },
        { name: words.conversations.last },
        { name: words.conversations.turns, isNumber: true },
        { name: words.conversations.ticket },
      ]}
      className="table table-links"
    >
      {episodes.map((episode) => {
        const to = `/conversations/${episode.key}`;
        return (
          <tr key={`${episode.key}-${episode.number}`} onClick={(event) => (event.target instanceof HTMLAnchorElement ? undefined : go(to))}>
            <td>
              <Go to={to} className="row-link">
                {episode.person ?? words.conversations.unknownPerson}
              </Go>
              <div className="quiet ellipsis" title={episode.principalName ?? episode.conversationId}>
                {episode.principalName ?? episode.conversationId}
              </div>
            </td>
            <td>
              <Pill tone={episode.isOpen ? (episode.owner === "Bot" ? "info" : ownerTone[episode.owner]) : "quiet"}>
                {episode.isOpen ? (episode.owner === "Bot" ? words.state.open : words.owner[episode.owner]) : words.state.completed}
              </Pill>
            </td>
            <td>
              {episode.outcome ? <Pill tone={outcomeTone[episode.outcome]}>{words.outcome[episode.outcome]}</Pill> : <span className="quiet">–</span>}
              {episode.type ? <div className="quiet">{words.type[episode.type] ?? episode.type}</div> : null}
              {episode.reason ? (
                <div className="quiet ellipsis" title={episode.reason}>
                  {episode.reason}
                </div>
              ) : null}
            </td>
            <td>{episode.instance}</td>
            <td className="nowrap">{formatTime(episode.beganAt)}</td>
            <td className="nowrap" title={formatTime(episode.endedAt ?? episode.changedAt)}>{formatAgo(episode.endedAt ?? episode.changedAt)}</td>
            <td className="number">{formatCount(episode.turns)}</td>
            <td>{episode.ticket ? <TicketLink ticket={episode.ticket} url={episode.ticketUrl} /> : <span className="quiet">–</span>}</td>
          </tr>
        );
      })}
    </DataTable>
  );
}

/** How many pages, of 5,000 conversations each, are looked through by themselves. */
const mostSearched = 25;

/** The pages of the list that are shown. A live change reads as many again, so that nothing jumps. */
function useEpisodes(filtered: string) {
  const [pages, setPages] = useState<EpisodeList[]>([]);
  const [isLoading, setLoading] = useState(true);
  const [problem, setProblem] = useState<ApiError>();
  const [shown, setShown] = useState<string>();
  const round = useRef(0);

  const read = useCallback(
    async (count: number) => {
      const mine = ++round.current;
      setLoading(true);
      try {
        const found: EpisodeList[] = [];
        let before: string | null = null;
        do {
          const separator: string = filtered ? "&" : "?";
          const page: EpisodeList = await call<EpisodeList>("GET", `/episodes${filtered}${before ? `${separator}before=${before}` : ""}`);
          found.push(page);
          before = page.next;
          // A ticket may lie far back: as long as nothing fits, the search goes on by itself for a while.
        } while (before && (found.length < count || (found.length < mostSearched && found.every((one) => one.episodes.length === 0))));
        if (mine === round.current) {
          setPages(found);
          setShown(filtered);
          setProblem(undefined);
        }
      } catch (refused) {
        if (mine === round.current) {
          setProblem(toApiError(refused));
        }
      } finally {
        if (mine === round.current) {
          setLoading(false);
        }
      }
    },
    [filtered],
  );

  useEffect(() => {
    void read(1);
  }, [read]);

  const last = pages.at(-1);
  return {
    episodes: pages.flatMap((page) => page.episodes),
    pages: pages.length,
    next: last?.next ?? null,
    wasShort: last !== undefined && last.next !== null && last.episodes.length < 50,
    isLoading,
    isFirst: shown === undefined && !problem,
    problem,
    more: () => void read(pages.length + 1),
    refresh: () => void read(Math.max(1, pages.length)),
  };
}
