import type { Tally } from "../api/types";
import type { FrameName } from "../pages/timeFrames";
import { useWords } from "../words";
import { formatClock, formatDay, formatTime } from "./format";
import { type Bar, StackedBars } from "./StackedBars";

const mostBars = 120;

/** Conversations over time; stretches without any are drawn too, or time would seem to jump. */
export function Timeline({ caption, stretches, frame, from, now }: { caption: string; stretches: Tally[]; frame: FrameName; from: string | null; now: number }) {
  const words = useWords();
  const step = (frame === "day" ? 1 : 24) * 3_600_000;
  const known = new Map(stretches.map((stretch) => [new Date(stretch.from ?? 0).getTime(), stretch]));
  const offset = new Date(now).getTimezoneOffset() * 60_000;
  const floor = (time: number) => Math.floor((time - offset) / step) * step + offset;
  const first = from ? new Date(from).getTime() : Math.min(now, ...known.keys());
  const bars: Bar[] = [];
  for (let at = Math.max(floor(first), floor(now) - (mostBars - 1) * step); at <= now; at += step) {
    const iso = new Date(at).toISOString();
    const tally = known.get(at);
    bars.push({
      label: frame === "day" ? formatClock(iso) : formatDay(iso),
      title: frame === "day" ? formatTime(iso) : formatDay(iso),
      values: [tally?.resolved ?? 0, tally?.escalated ?? 0, tally?.abandoned ?? 0, tally?.open ?? 0],
    });
  }

  return (
    <StackedBars
      caption={caption}
      series={[
        { name: words.outcome.Resolved, className: "c-resolved" },
        { name: words.outcome.Escalated, className: "c-escalated" },
        { name: words.outcome.Abandoned, className: "c-abandoned" },
        { name: words.state.open, className: "c-open" },
      ]}
      bars={bars}
    />
  );
}
