import type { FieldProfile, FieldType } from "../vocabulary.ts";

const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
const wholeNumber = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const dayMs = 86_400_000;
/** days from which on the year alone says enough */
const yearsOnly = 5 * 365;

/** A figure of a field as people read it: 1,250, 0.34, 2008, Nov 2028. Dates and times come as epoch days. */
export function valueWords(value: number, type: FieldType, range: number): string {
  if (type === "date" || type === "time") return dateWords(value, range);
  return Math.abs(value) >= 1000 ? wholeNumber.format(value) : number.format(value);
}

function dateWords(days: number, range: number): string {
  const date = new Date(days * dayMs);
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(date);
  if (range >= yearsOnly) return words({ year: "numeric" });
  if (range > 90) return words({ month: "short", year: "numeric" });
  if (range > 2) return words({ day: "numeric", month: "short", year: "numeric" });
  return words({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

/** "18 to 91", "2019 to 2028"; null where an end is held by too few to be shown. */
export function spanWords({ spread, histogram, type }: FieldProfile): string | null {
  const low = spread?.minimum ?? histogram[0]?.from;
  const high = spread?.maximum ?? histogram.at(-1)?.to;
  if (low === undefined || high === undefined) return null;
  const range = high - low > 550 ? Math.max(high - low, yearsOnly) : high - low;
  const from = valueWords(low, type, range);
  const to = valueWords(high, type, range);
  if (from === to) return from;
  // "Aug to Nov 2026": a year that both share is said once.
  const year = / (\d{4})$/.exec(from)?.[0];
  return `${year && to.endsWith(year) ? from.slice(0, -year.length) : from} to ${to}`;
}
