import type { Database, Session } from "../database/database.ts";
import { count, listOf, orNull, text } from "../database/shape.ts";
import { identifier, literal, type Sql, unionAll } from "../database/sql-text.ts";
import { possibleReadings, type Reading, type ReadingRules } from "./readings.ts";

export interface ColumnReadings {
  readonly name: string;
  /** the readings that fit every filled cell, best first */
  readonly fitting: readonly Reading[];
  /** cells of blanks and nothing else */
  readonly blanks: number;
}

/** What the database's own cast reads, much faster than a format. */
const isoTime = /^%Y-%m-%d([T ])%H:%M:%S(Z?)$/;

/** Columns that one statement looks at; more make planning slow. */
const columnsTogether = 100;

/** Different cells among the first hundred from which a column is read record by record: telling its cells apart costs more. */
const mostlyDifferent = 60;

/** Which readings fit every filled cell of each column of a table of texts. Each is counted on the whole column. */
export async function readColumns(
  database: Database,
  session: Session,
  raw: string,
  names: readonly string[],
  rules: ReadingRules,
): Promise<ColumnReadings[]> {
  const columns: ColumnReadings[] = [];
  for (let from = 0; from < names.length; from += columnsTogether) {
    const some = names.slice(from, from + columnsTogether);
    const samples = await sampleCells(session, raw, some);
    const tries = some.map((name) => {
      const cells = samples.get(name) ?? [];
      return new Tries(name, possibleReadings(cells, name, rules), cells.length >= mostlyDifferent);
    });
    while (tries.some((one) => one.open))
      await countFailing(
        database,
        session,
        raw,
        tries.filter((one) => one.open),
      );
    await countBlanks(
      database,
      session,
      raw,
      tries.filter(({ blanks }) => blanks > 0),
    );
    columns.push(...tries);
  }
  return columns;
}

/** Filled cells of each column: of its first records, else the first there are. */
async function sampleCells(session: Session, raw: string, names: readonly string[]): Promise<Map<string, string[]>> {
  const shape = { cells: listOf(orNull(text)) };
  const rows = await session.rows("datasets/first-cells-of-fields", shape, { names: { fields: names, rows: raw } });
  const samples = new Map<string, string[]>();
  for (const [place, name] of names.entries()) {
    let cells = [...new Set(rows.flatMap((row) => row.cells[place] ?? []))].filter((cell) => !isBlank(cell));
    if (cells.length === 0) {
      const names = { field: name, rows: raw };
      const later = await session.rows("datasets/filled-cells-of-field", { cell: text }, { names });
      cells = later.map(({ cell }) => cell);
    }
    samples.set(name, cells);
  }
  return samples;
}

export function isBlank(cell: string): boolean {
  return /^[ \t\u00a0]*$/.test(cell);
}

/**
 * A column and what is still to be tried on it: the commonest and cheapest first. A date without zeros before its days can only fit
 * where the same with zeros does not, or says the same.
 */
class Tries implements ColumnReadings {
  readonly name: string;
  /** whether its cells are rather different than alike */
  readonly different: boolean;
  blanks = 0;
  fitting: readonly Reading[] = [];
  #round = 0;
  readonly #rounds: readonly (readonly Reading[])[];

  constructor(name: string, readings: readonly Reading[], different: boolean) {
    this.name = name;
    this.different = different;
    const unpadded = (reading: Reading) => "format" in reading && reading.format.includes("%-");
    const exact = readings.filter((reading) => reading.type !== "number" && !unpadded(reading));
    const numbers = readings.filter((reading) => reading.type === "number" && reading.decimals !== "plain");
    const plain = readings.filter((reading) => reading.type === "number" && reading.decimals === "plain");
    const rounds = [exact, readings.filter(unpadded), numbers, plain].filter((round) => round.length > 0);
    this.#rounds = rounds.length > 0 ? rounds : [[]];
  }

  get open(): boolean {
    return this.#round < this.#rounds.length && this.fitting.length === 0;
  }

  get readings(): readonly Reading[] {
    return this.#rounds[this.#round] ?? [];
  }

  /** A cell of blanks fails every reading, so a reading fits where nothing else fails it. */
  counted(blanks: number, failing: readonly number[]): void {
    this.blanks = blanks;
    this.fitting = this.readings.filter((_, at) => failing[at] === blanks);
    this.#round++;
  }
}

/** Counts different cells, not records, where a column has few: a reading that fits each of them fits the column. */
async function countFailing(database: Database, session: Session, raw: string, tries: readonly Tries[]): Promise<void> {
  const counts = tries.map(({ name, readings, different }, at) =>
    database.fragment("datasets/counts-over-cells", {
      place: literal(at),
      counts: [
        database.fragment("datasets/blank-cells", { field: name }),
        ...readings.map((reading) => failing(database, name, reading)),
      ],
      cells: database.fragment(different ? "datasets/every-cell" : "datasets/different-cells", {
        field: name,
        rows: raw,
      }),
    }),
  );
  const rows = await session.rows(
    { name: "datasets/counts-over-cells", ...unionAll(counts) },
    { place: count, counts: listOf(count) },
  );
  for (const { place, counts } of rows) {
    const [blanks = 0, ...failed] = counts;
    tries[place]?.counted(blanks, failed);
  }
}

/** How many records have a blank cell, for the columns that have any. */
async function countBlanks(database: Database, session: Session, raw: string, tries: readonly Tries[]): Promise<void> {
  if (tries.length === 0) return;
  const counts = tries.map(({ name }) => database.fragment("datasets/blank-cells", { field: name }));
  const names = { counts, rows: raw };
  const [row] = await session.rows("datasets/counts-over-table", { counts: listOf(count) }, { names });
  for (const [at, one] of tries.entries()) one.blanks = row?.counts[at] ?? 0;
}

const failingNumbers = {
  shortest: "datasets/failing-shortest-number",
  "point-zero": "datasets/failing-point-zero-number",
  plain: "datasets/failing-plain-number",
} as const;

function failing(database: Database, field: string, reading: Reading): Sql {
  if (reading.type === "boolean" || reading.type === "integer") {
    return database.fragment(`datasets/failing-${reading.type}`, { field });
  }
  if (reading.type === "number") {
    const { decimals } = reading;
    const cell = numberCell(database, field, reading.mark);
    if (typeof decimals === "number") {
      return database.fragment("datasets/failing-fixed-number", { field, cell, decimals: literal(decimals) });
    }
    return database.fragment(failingNumbers[decimals], { field, cell });
  }
  const format = literal(reading.format);
  if (reading.format === "%Y-%m-%d") return database.fragment("datasets/failing-iso-date", { field });
  const iso = isoTime.exec(reading.format);
  if (iso) {
    const [, between = "", end = ""] = iso;
    return database.fragment("datasets/failing-iso-time", { field, between: literal(between), end: literal(end) });
  }
  if (reading.format === "%Y%m%d") return database.fragment("datasets/failing-plausible-date", { field, format });
  if (reading.zone === "offset") return database.fragment("datasets/failing-time-with-offset", { field, format });
  return database.fragment("datasets/failing-time", { field, format });
}

/** The column of a table of texts, read in one way and named as before. `zone` is for times that say none. */
export function readColumn(
  database: Database,
  field: string,
  reading: Reading | null,
  { zone, blanks }: { readonly zone: string | null; readonly blanks: number },
): Sql {
  if (reading === null) {
    return blanks > 0 ? database.fragment("datasets/as-text-without-blanks", { field }) : identifier(field);
  }
  if (reading.type === "boolean" || reading.type === "integer") {
    return database.fragment(`datasets/as-${reading.type}`, { field });
  }
  if (reading.type === "number") {
    return database.fragment("datasets/as-number", { field, cell: numberCell(database, field, reading.mark) });
  }
  const format = literal(reading.format);
  if (reading.format === "%Y-%m-%d") return database.fragment("datasets/as-iso-date", { field });
  if (reading.type === "date") return database.fragment("datasets/as-date", { field, format });
  if (reading.zone === "offset") return database.fragment("datasets/as-time-with-offset", { field, format });
  if (reading.zone === "utc" || zone === null) {
    if (isoTime.test(reading.format)) return database.fragment("datasets/as-iso-time", { field });
    return database.fragment("datasets/as-time", { field, format });
  }
  return database.fragment("datasets/as-time-in-zone", { field, format, zone: literal(zone) });
}

function numberCell(database: Database, field: string, mark: "." | ","): Sql {
  return mark === "." ? identifier(field) : database.fragment("datasets/cell-with-comma", { field });
}
