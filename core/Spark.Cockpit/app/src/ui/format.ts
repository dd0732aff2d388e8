const minute = 60_000;
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 24 * 60 * minute],
  ["hour", 60 * minute],
  ["minute", minute],
];

/** What writes numbers and times in one language, as it is spoken where the browser is. */
function formats(language: string) {
  const locale = navigator.languages.find((tag) => tag.split("-")[0] === language) ?? language;
  return {
    absolute: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }),
    precise: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" }),
    clock: new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }),
    day: new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: "short" }),
    virtual: new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC" }),
    virtualTime: new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" }),
    count: new Intl.NumberFormat(locale),
    seconds: new Intl.NumberFormat(locale, { style: "unit", unit: "second", maximumFractionDigits: 0 }),
    minutes: new Intl.NumberFormat(locale, { style: "unit", unit: "minute", maximumFractionDigits: 1 }),
    hours: new Intl.NumberFormat(locale, { style: "unit", unit: "hour", maximumFractionDigits: 1 }),
  };
}

const made = new Map<string, ReturnType<typeof formats>>();

function now(): ReturnType<typeof formats> {
  const language = document.documentElement.lang || "en";
  const known = made.get(language) ?? formats(language);
  made.set(language, known);
  return known;
}

export const formatTime = (iso: string) => now().absolute.format(new Date(iso));
export const formatPrecise = (iso: string) => now().precise.format(new Date(iso));
export const formatClock = (iso: string) => now().clock.format(new Date(iso));
/** A time by the clock of a conversation that is tried: it stands in no time zone. */
export const formatVirtual = (iso: string) => now().virtual.format(new Date(iso));
export const formatVirtualTime = (iso: string) => now().virtualTime.format(new Date(iso));
export const formatDay = (iso: string) => now().day.format(new Date(iso));
export const formatWeekday = (at: Date) => now().weekday.format(at);
export const formatCount = (value: number) => now().count.format(value);
/** As people's computers show it: kB and MB of 1,024. */
export function formatBytes(size: number): string {
  const mega = 1024 * 1024;
  return size >= mega ? `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(size / mega)} MB` : `${Math.max(1, Math.round(size / 1024))} kB`;
}

export function formatAgo(iso: string): string {
  const passed = new Date(iso).getTime() - Date.now();
  for (const [unit, length] of units) {
    if (Math.abs(passed) >= length) {
      return now().relative.format(Math.round(passed / length), unit);
    }
  }

  return now().relative.format(0, "minute");
}

/** A length of time in the unit that reads best; a dash for none. */
export function formatSeconds(seconds: number | null): string {
  return seconds === null ? "–" : seconds < 100 ? now().seconds.format(seconds) : seconds < 6000 ? now().minutes.format(seconds / 60) : now().hours.format(seconds / 3600);
}

export const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`);
