import type { Database, Session } from "../database/database.ts";
import { count, listOf, text } from "../database/shape.ts";
import { identifier, literal, type Sql } from "../database/sql-text.ts";
import { possibleReadings, type Reading, type ReadingRules } from "./readings.ts";

export interface ColumnReadings {
  readonly name: string;
  /** the readings that fit every filled cell, best first */
  readonly fitting: readonly Reading[];
  /** cells of blanks and nothing else */
  readonly blanks: number;
}

/** Columns that one statement looks at; more make planning slow. */
const columnsTogether = 250;

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
    const samples = await sampleCells(database, session, raw, some);
    const tries = some.map((name, at) => ({ name, readings: possibleReadings(samples[at] ?? [], name, rules) }));
    columns.push(...(await countFailing(database, session, raw, tries)));
  }
  return columns;
}

async function sampleCells(database: Database, session: Session, raw: string, names: readonly string[]) {
  const samples = names.map((field) => database.fragment("datasets/sample-of-field", { field }));
  const [row] = await session.rows(
    "datasets/sample-cells",
    { samples: listOf(listOf(text)) },
    { names: { samples, rows: raw } },
  );
  const cells = [...(row?.samples ?? [])];
  for (const [at, name] of names.entries()) {
    if (cells[at]?.length) continue;
    const later = await session.rows(
      "datasets/filled-cells-of-field",
      { cell: text },
      { names: { field: name, rows: raw } },
    );
    cells[at] = later.map(({ cell }) => cell);
  }
  return cells;
}

interface Try {
  readonly name: string;
  readonly readings: readonly Reading[];
}

async function countFailing(database: Database, session: Session, raw: string, tries: readonly Try[]) {
  const counts = tries.flatMap(({ name, readings }) => [
    database.fragment("datasets/blank-cells", { field: name }),
    ...readings.map((reading) => failing(database, name, reading)),
  ]);
  const [row] = await session.rows(
    "datasets/counts-over-table",
    { counts: listOf(count) },
    { names: { counts, rows: raw } },
  );
  let at = 0;
  return tries.map(({ name, readings }): ColumnReadings => {
    const blanks = row?.counts[at++] ?? 0;
    const fitting = readings.filter(() => row?.counts[at++] === 0);
    return { name, fitting, blanks };
  });
}

function failing(database: Database, field: string, reading: Reading): Sql {
  const filled = database.fragment("datasets/filled", { field });
  if (reading.type === "boolean") return database.fragment("datasets/failing-boolean", { field, filled });
  if (reading.type === "integer") return database.fragment("datasets/failing-integer", { field, filled });
  if (reading.type === "number") {
    const { decimals } = reading;
    const cell = numberCell(database, field, reading.mark);
    if (typeof decimals === "number") {
      return database.fragment("datasets/failing-fixed-number", { cell, filled, decimals: literal(decimals) });
    }
    return database.fragment(`datasets/failing-${decimals}-number`, { cell, filled });
  }
  const format = literal(reading.format);
  if (reading.format === "%Y%m%d")
    return database.fragment("datasets/failing-plausible-date", { field, filled, format });
  if (reading.zone === "offset")
    return database.fragment("datasets/failing-time-with-offset", { field, filled, format });
  return database.fragment("datasets/failing-time", { field, filled, format });
}

/** The column of a table of texts, read in one way and named as before. `zone` is for times that say none. */
export function readColumn(database: Database, field: string, reading: Reading | null, zone: string | null): Sql {
  if (reading === null) {
    return database.fragment("datasets/as-text", { field, filled: database.fragment("datasets/filled", { field }) });
  }
  if (reading.type === "boolean" || reading.type === "integer") {
    return database.fragment(`datasets/as-${reading.type}`, { field });
  }
  if (reading.type === "number") {
    return database.fragment("datasets/as-number", { field, cell: numberCell(database, field, reading.mark) });
  }
  const format = literal(reading.format);
  if (reading.type === "date") return database.fragment("datasets/as-date", { field, format });
  if (reading.zone === "offset") return database.fragment("datasets/as-time-with-offset", { field, format });
  if (reading.zone === "utc" || zone === null) return database.fragment("datasets/as-time", { field, format });
  return database.fragment("datasets/as-time-in-zone", { field, format, zone: literal(zone) });
}

function numberCell(database: Database, field: string, mark: "." | ","): Sql {
  return mark === "." ? identifier(field) : database.fragment("datasets/cell-with-comma", { field });
}
