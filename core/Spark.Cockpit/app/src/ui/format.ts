const minute = 60_000;
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 24 * 60 * minute],
  ["hour", 60 * minute],
  ["minute", minute],
];

const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const precise = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
const count = new Intl.NumberFormat();

export const formatTime = (iso: string) => absolute.format(new Date(iso));
export const formatPrecise = (iso: string) => precise.format(new Date(iso));
export const formatClock = (iso: string) => clock.format(new Date(iso));
export const formatDay = (iso: string) => day.format(new Date(iso));
export const formatCount = (value: number) => count.format(value);

export function formatAgo(iso: string): string {
  const passed = new Date(iso).getTime() - Date.now();
  for (const [unit, length] of units) {
    if (Math.abs(passed) >= length) {
      return relative.format(Math.round(passed / length), unit);
    }
  }

  return relative.format(0, "minute");
}

export const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`);
