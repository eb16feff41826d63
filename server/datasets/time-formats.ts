import type { DateOrder } from "./dialect.ts";

export interface TimeFormat {
  /** as the database's strptime and strftime spell it */
  readonly format: string;
  readonly type: "date" | "time";
  /** whether the value says how far its clock is from UTC: no (null), it is UTC, or it differs from cell to cell */
  readonly zone: "utc" | "offset" | null;
  /** set where day and month could stand the other way round */
  readonly order: DateOrder | null;
}

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

/**
 * Every format in which this one value is a date or a time; a column's format is one that all its values share.
 * Days and months of one digit are a format of their own, so that a value can be written back as it stood.
 */
export function timeFormatsOf(value: string): readonly TimeFormat[] {
  const { date, clock, zone } = parts(value);
  if (date === undefined) return [];
  const clocks = clock === undefined ? [""] : clockFormats(clock);
  const zoned = zone === undefined ? { format: "", zone: null } : zoneFormat(zone);
  return dateFormats(date).flatMap(({ format, order }) =>
    clocks.map((clockFormat) => ({
      format: `${format}${clockFormat}${zoned.format}`,
      type: clock === undefined ? ("date" as const) : ("time" as const),
      zone: zoned.zone,
      order,
    })),
  );
}

function parts(value: string): { date?: string | undefined; clock?: string | undefined; zone?: string | undefined } {
  if (value.length < 6 || value.length > 40 || !/\d/.test(value)) return {};
  const match =
    /^(.*?\d)(?:([T ]\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?(?: [AP]M)?)( ?(?:Z|UTC|[+-]\d\d(?::?\d\d)?))?)?$/.exec(value);
  return match ? { date: match[1], clock: match[2], zone: match[3] } : {};
}

interface DateFormat {
  readonly format: string;
  readonly order: DateOrder | null;
}

function dateFormats(date: string): DateFormat[] {
  if (/^\d{8}$/.test(date)) return [{ format: "%Y%m%d", order: null }];
  const yearFirst = /^\d{4}([-/.])(\d{1,2})\1(\d{1,2})$/.exec(date);
  if (yearFirst) {
    const [, sign = "", month = "", day = ""] = yearFirst;
    return padded([month, "m"], [day, "d"]).map(([m, d]) => ({ format: `%Y${sign}${m}${sign}${d}`, order: null }));
  }
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/.exec(date);
  return yearLast ? eitherOrder(yearLast) : namedMonth(date);
}

function eitherOrder([, first = "", sign = "", second = "", year = ""]: RegExpExecArray): DateFormat[] {
  const y = year.length === 4 ? "%Y" : "%y";
  const formats: DateFormat[] = [];
  if (Number(first) <= 31 && Number(second) <= 12) {
    for (const [d, m] of padded([first, "d"], [second, "m"])) {
      formats.push({ format: `${d}${sign}${m}${sign}${y}`, order: "day-first" });
    }
  }
  if (Number(first) <= 12 && Number(second) <= 31) {
    for (const [m, d] of padded([first, "m"], [second, "d"])) {
      formats.push({ format: `${m}${sign}${d}${sign}${y}`, order: "month-first" });
    }
  }
  return formats;
}

function namedMonth(date: string): DateFormat[] {
  const dayFirst = new RegExp(`^(\\d{1,2})([- ])(${months})\\2(\\d{4}|\\d{2})$`, "i").exec(date);
  if (dayFirst) {
    const [, day = "", sign = "", month = "", year = ""] = dayFirst;
    return monthSigns(month).flatMap((b) =>
      padded([day, "d"]).map(([d]) => ({ format: `${d}${sign}${b}${sign}${yearSign(year)}`, order: null })),
    );
  }
  const monthFirst = new RegExp(`^(${months}) (\\d{1,2}), (\\d{4})$`, "i").exec(date);
  if (!monthFirst) return [];
  const [, month = "", day = "", year = ""] = monthFirst;
  return monthSigns(month).flatMap((b) =>
    padded([day, "d"]).map(([d]) => ({ format: `${b} ${d}, ${yearSign(year)}`, order: null })),
  );
}

function yearSign(year: string): string {
  return year.length === 4 ? "%Y" : "%y";
}

/** May is short and long at once. */
function monthSigns(month: string): string[] {
  if (month.length > 3) return ["%B"];
  return /^may$/i.test(month) ? ["%b", "%B"] : ["%b"];
}

/** Each way to pad these numbers: 5 is %-d, 05 is %d, 11 is both. All of a value's parts are padded alike. */
function padded(...numbers: readonly (readonly [text: string, sign: string])[]): string[][] {
  const ways: string[][] = [];
  if (numbers.every(([text]) => text.length === 2)) ways.push(numbers.map(([, sign]) => `%${sign}`));
  if (numbers.every(([text]) => text.length === 1 || !text.startsWith("0"))) {
    ways.push(numbers.map(([, sign]) => `%-${sign}`));
  }
  return ways;
}

function clockFormats(clock: string): string[] {
  const [, between = "", hour = "", rest = "", half = ""] = /^(.)(\d{1,2})(:[\d:.]+)( [AP]M)?$/.exec(clock) ?? [];
  const fraction = /\.(\d+)$/.exec(rest)?.[1]?.length ?? 0;
  if (fraction !== 0 && fraction !== 3 && fraction !== 6) return [];
  const seconds = rest.length > 3 ? `:%S${fraction === 3 ? ".%g" : fraction === 6 ? ".%f" : ""}` : "";
  return padded([hour, half ? "I" : "H"]).map(([h]) => `${between}${h}:%M${seconds}${half ? " %p" : ""}`);
}

function zoneFormat(zone: string): { format: string; zone: "utc" | "offset" } {
  const blank = zone.startsWith(" ") ? " " : "";
  const name = zone.trim();
  return name === "Z" || name === "UTC"
    ? { format: `${blank}${name}`, zone: "utc" }
    : { format: `${blank}%z`, zone: "offset" };
}
