import { type Dialect, type Separator, separators } from "./dialect.ts";
import { type SplitRecord, splitCells } from "./split-cells.ts";

export type TextDialect = Pick<Dialect, "separator" | "quote" | "escape" | "skip" | "header">;

export interface Sniffed extends TextDialect {
  readonly columns: number;
  /** the records at the beginning, from the header on */
  readonly records: readonly SplitRecord[];
}

const recordsLooked = 500;

/**
 * How the beginning of a text file writes its table. A prefix may end inside a record, so the last record is not judged.
 * `given` holds what a person already said; the rest is found around it.
 */
export function sniffDialect(prefix: string, said: Partial<Dialect> = {}): Sniffed {
  const given = { ...saidByFile(prefix), ...said };
  const readings = candidates(given).map((rules) => judge(prefix, rules, given));
  let best = readings[0] as Reading;
  for (const reading of readings) if (isBetter(reading, best)) best = reading;
  const all = splitCells(prefix, best.rules, recordsLooked + best.before);
  const records =
    given.skip === undefined ? all.slice(best.before) : all.filter(({ line }) => line > (given.skip ?? 0));
  const header = given.header ?? hasHeader(records.map(({ cells }) => cells));
  return { ...best.rules, skip: (records[0]?.line ?? 1) - 1, header, columns: best.columns, records };
}

/** Excel's own first line: sep=; */
function saidByFile(prefix: string): Partial<Dialect> {
  const sign = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(prefix)?.[1];
  return sign !== undefined && isSeparator(sign) ? { separator: sign, skip: 1 } : {};
}

type Rules = Pick<Dialect, "separator" | "quote" | "escape">;

interface Reading {
  readonly rules: Rules;
  /** columns that most records have */
  readonly columns: number;
  /** share of records that have them */
  readonly agreeing: number;
  /** records above the table */
  readonly before: number;
  /** quotes that stand where no reading of quotes explains them */
  readonly strays: number;
}

function candidates(given: Partial<Dialect>): Rules[] {
  const quotes = given.quote === undefined ? (['"', "'"] as const) : [given.quote];
  const rules: Rules[] = [];
  for (const separator of given.separator === undefined ? separators : [given.separator]) {
    for (const quote of quotes) {
      const escapes = given.escape === undefined ? ([quote, "\\"] as const) : [given.escape];
      for (const sign of escapes) rules.push({ separator, quote, escape: sign });
    }
  }
  return rules;
}

function judge(prefix: string, rules: Rules, given: Partial<Dialect>): Reading {
  const split = splitCells(prefix, rules, recordsLooked);
  const records =
    split.length > 1 && (split.length < recordsLooked || !split.at(-1)?.whole) ? split.slice(0, -1) : split;
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let columns = 1;
  for (const [width, times] of widths) {
    const most = widths.get(columns) ?? 0;
    if (times > most || (times === most && width > columns)) columns = width;
  }
  const before = given.skip === undefined ? titlesAbove(records, columns) : 0;
  const agreeing = (widths.get(columns) ?? 0) / Math.max(1, records.length);
  return { rules, columns, agreeing, before, strays: strayQuotes(records, rules) };
}

/** Titles above a table: lines of one cell before the first record as wide as the others. */
function titlesAbove(records: readonly SplitRecord[], columns: number): number {
  if (columns < 2) return 0;
  const first = records.findIndex(({ cells }) => cells.length === columns);
  const before = records.slice(0, first);
  return before.every(({ cells }) => cells.length === 1) && records.length > first + 1 ? before.length : 0;
}

function strayQuotes(records: readonly SplitRecord[], { quote }: Rules): number {
  let strays = 0;
  for (const { cells, whole } of records) {
    if (!whole) strays++;
    for (const cell of cells) {
      const other = quote === '"' ? "'" : '"';
      if (cell.length > 1 && cell.startsWith(other) && cell.endsWith(other)) strays++;
      if (quote && cell.endsWith(quote) && cell.includes("\\")) strays++;
    }
  }
  return strays;
}

function isBetter(one: Reading, other: Reading): boolean {
  if (one.columns > 1 !== other.columns > 1) return one.columns > 1;
  if (Math.abs(one.agreeing - other.agreeing) > 0.02) return one.agreeing > other.agreeing;
  if (one.rules.separator !== other.rules.separator && one.columns !== other.columns)
    return one.columns > other.columns;
  return one.strays < other.strays;
}

const valueLike =
  /^(?:[-+]?\d[\d.,]*(?:e[-+]?\d+)?%?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|[^@\s]+@[^@\s]+\.[a-z]+|true|false|[0-9a-f]{8}-[0-9a-f]{4}-.*)$/i;

/** Each column votes: a text above values says header; a value above values, or a first cell that comes again below, says none. */
function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...below] = rows;
  if (!first) return true;
  let votes = 0;
  first.forEach((raw, column) => {
    const name = raw.trim();
    const cells = below.map((row) => row[column]?.trim() ?? "").filter((cell) => cell !== "");
    const values = cells.filter((cell) => valueLike.test(cell)).length;
    const typed = cells.length > 0 && values > cells.length / 2;
    if (valueLike.test(name)) votes -= typed || cells.includes(name) ? 1 : 0;
    else if (name !== "" && typed) votes += 1;
    else if (name !== "" && cells.includes(name)) votes -= 1;
  });
  return votes >= 0;
}

function isSeparator(text: string): text is Separator {
  return (separators as readonly string[]).includes(text);
}
