export const frames = ["day", "week", "month", "quarter", "ever"] as const;
export type FrameName = (typeof frames)[number];

const hours: Record<FrameName, number | null> = { day: 24, week: 7 * 24, month: 30 * 24, quarter: 90 * 24, ever: null };

/** When a time frame begins; null for one that has no beginning. */
export function startOf(frame: FrameName, now: number): string | null {
  const length = hours[frame] ?? null;
  return length === null ? null : new Date(now - length * 3_600_000).toISOString();
}
