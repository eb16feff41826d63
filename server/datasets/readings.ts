import { type TimeFormat, timeFormatsOf } from "./time-formats.ts";

/** One way to read every filled cell of a column as something more than text. */
export type Reading =
  | { readonly type: "boolean" }
  | { readonly type: "integer" }
  | {
      readonly type: "number";
      readonly mark: "." | ",";
      /** how its decimals are written: no idle zeros, always one at least, no exponent, or always so many */
      readonly decimals: "shortest" | "point-zero" | "plain" | number;
    }
  | TimeFormat;

export interface ReadingRules {
  /** whether a comma may stand before the decimals */
  readonly comma: boolean;
  /** whether a point may */
  readonly point: boolean;
  /** whether truths and whole numbers are looked for */
  readonly whole: boolean;
}

/**
 * The ways in which these cells of a column could be read, the first that fits the whole column to be taken.
 * A reading that fits every cell is always among them; one that does not may be, and falls when the column is counted.
 */
export function possibleReadings(cells: readonly string[], name: string, rules: ReadingRules): readonly Reading[] {
  if (cells.length === 0) return [];
  const readings: Reading[] = [];
  if (rules.whole && cells.every((cell) => cell === "true" || cell === "false")) readings.push({ type: "boolean" });
  const times = sharedTimes(cells);
  if (cells.every((cell) => /^-?\d{1,19}$/.test(cell))) {
    if (!looksLikeKey(name)) readings.push(...times);
    if (rules.whole) readings.push({ type: "integer" });
  }
  if (rules.point) readings.push(...numberReadings(cells, "."));
  if (rules.comma)
    readings.push(
      ...numberReadings(
        cells.map((cell) => swapComma(cell)),
        ",",
      ),
    );
  if (!cells.every((cell) => /^\d+$/.test(cell))) readings.push(...times);
  return readings;
}

/** 20170105 in a column of customer numbers is a number. */
function looksLikeKey(name: string): boolean {
  return /(?:^|[^a-z])(?:id|key|no|nr|number|code)$|(?:Id|ID|Key|No|Number)$/.test(name);
}

function swapComma(cell: string): string {
  return cell.includes(".") ? "" : cell.replace(",", ".");
}

const number = /^-?(?:\d+)(?:\.\d+)?(?:e[+-]\d+)?$/;

function numberReadings(cells: readonly string[], mark: "." | ","): Reading[] {
  if (!cells.every((cell) => number.test(cell))) return [];
  const readings: Reading[] = [];
  const add = (decimals: "shortest" | "point-zero" | "plain" | number) =>
    readings.push({ type: "number", mark, decimals });
  const zeroEnd = cells.some((cell) => /\.\d*0$/.test(cell));
  const exponent = cells.some((cell) => cell.includes("e"));
  if (!zeroEnd) add("shortest");
  if (cells.every((cell) => /[.e]/.test(cell))) add("point-zero");
  if (!zeroEnd && !exponent) add("plain");
  const lengths = new Set(cells.map((cell) => /\.(\d+)$/.exec(cell)?.[1]?.length ?? 0));
  const [length = 0] = lengths;
  if (lengths.size === 1 && length > 0 && !exponent) add(length);
  return readings;
}

function sharedTimes(cells: readonly string[]): TimeFormat[] {
  let shared = [...timeFormatsOf(cells[0] ?? "")];
  for (const cell of cells) {
    if (shared.length === 0) return [];
    const formats = new Set(timeFormatsOf(cell).map(({ format }) => format));
    shared = shared.filter(({ format }) => formats.has(format));
  }
  return shared;
}

/** How the values of the column are written, as the registry keeps it; null: as the database prints them. */
export function writtenAs(reading: Reading): string | null {
  if (reading.type === "boolean" || reading.type === "integer") return null;
  if (reading.type !== "number") return reading.format;
  const { mark, decimals } = reading;
  if (decimals === "point-zero") return `0${mark}0`;
  if (decimals === "plain") return `0${mark}#`;
  return decimals === "shortest" ? (mark === "." ? "0" : "0,") : `0${mark}${"0".repeat(decimals)}`;
}
