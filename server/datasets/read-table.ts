import type { Database, Session } from "../database/database.ts";
import { count, listOf } from "../database/shape.ts";
import { identifier, literal, type Sql } from "../database/sql-text.ts";
import type { Field, FieldType } from "../vocabulary.ts";
import { type ChosenColumn, type ChosenReadings, chooseReadings } from "./choose-readings.ts";
import type { Dialect } from "./dialect.ts";
import { list } from "./field-names.ts";
import type { ReadOptions } from "./load-file.ts";
import { type RawTable, raw, type TypedColumn } from "./raw-table.ts";
import { readArrowTable } from "./read-arrow-table.ts";
import { type ColumnReadings, readColumn, readColumns } from "./read-columns.ts";
import { readJsonTable } from "./read-json-table.ts";
import { readParquetTable } from "./read-parquet-table.ts";
import { readTextTable } from "./read-text-table.ts";
import { type ReadingRules, writtenAs } from "./readings.ts";
import type { Rejects } from "./rejects.ts";
import { freeSlug } from "./slugs.ts";
import type { TakenFile } from "./take-in-file.ts";

/** A file in the temporary table `raw_table` of a session, with what each of its columns is. */
export interface ReadTable {
  readonly columns: readonly KeptColumn[];
  readonly chosen: ChosenReadings;
  readonly rejects: Rejects;
  readonly warnings: readonly string[];
}

export interface KeptColumn {
  readonly name: string;
  readonly type: FieldType;
  readonly written: string | null;
  readonly unzoned: boolean;
  /** whether the file itself says its type */
  readonly given: boolean;
  /** the column as it is kept, from the raw table */
  readonly keep: (database: Database, zone: string | null) => Sql;
}

export type TableOptions = ReadOptions & { readonly dialect?: Partial<Dialect> | undefined };

/** Reads a file, and finds for each column the type that every filled cell survives. */
export async function readTable(
  database: Database,
  session: Session,
  taken: TakenFile,
  options: TableOptions,
): Promise<ReadTable> {
  const read = await readRaw(database, session, taken, options);
  const texts = read.names.filter((name) => !read.typed.has(name));
  const readings = await readColumns(database, session, raw, texts, rulesOf(taken, options.dialect));
  const chosen = chooseReadings(taken.name, readings, {
    dates: options.dialect?.dates ?? options.dates ?? null,
    decimal: options.dialect?.decimal ?? null,
  });
  const columns = columnsOf(read, chosen.columns, new Map(readings.map(({ name, blanks }) => [name, blanks])));
  const endless = await countNotFinite(database, session, columns);
  const warnings = [...read.warnings, ...emptyCells(taken.name, readings, endless), ...chosen.warnings];
  return { columns, chosen, rejects: read.rejects, warnings };
}

export function fieldsOf(columns: readonly Pick<KeptColumn, "name" | "type" | "written">[]): Field[] {
  const slugs = new Set<string>();
  return columns.map(({ name, type, written }) => {
    return { name, slug: freeSlug(name, slugs), type, ...(written === null ? {} : { written }) };
  });
}

function readRaw(
  database: Database,
  session: Session,
  taken: TakenFile,
  { dialect, signal }: TableOptions,
): Promise<RawTable> {
  if (taken.format === "parquet") return readParquetTable(database, session, taken);
  if (taken.format === "arrow") return readArrowTable(database, session, taken, signal);
  if (taken.sniffed)
    return readTextTable(database, session, { ...taken, sniffed: taken.sniffed }, dialect?.empty ?? []);
  return readJsonTable(database, session, taken);
}

/** Where the comma parts the cells, a comma inside a quoted number parts its thousands. What Parquet or Arrow call text is only looked at for dates. */
function rulesOf(taken: TakenFile, dialect: Partial<Dialect> = {}): ReadingRules {
  if (taken.format === "parquet" || taken.format === "arrow") return { comma: false, point: false, whole: false };
  if (dialect.decimal) return { comma: dialect.decimal === ",", point: dialect.decimal === ".", whole: true };
  return { comma: taken.sniffed !== null && taken.sniffed.separator !== ",", point: true, whole: true };
}

function columnsOf(read: RawTable, chosen: readonly ChosenColumn[], blanks: ReadonlyMap<string, number>): KeptColumn[] {
  const byName = new Map(chosen.map((column) => [column.name, column.reading]));
  return read.names.map((name) => {
    const typed = read.typed.get(name);
    if (typed) return { ...typed, name, given: true, keep: (database, zone) => keepTyped(database, name, typed, zone) };
    const reading = byName.get(name) ?? null;
    return {
      name,
      type: reading?.type ?? "text",
      written: reading ? writtenAs(reading) : null,
      unzoned: reading?.type === "time" && reading.zone === null,
      given: false,
      keep: (database, zone) => readColumn(database, name, reading, { zone, blanks: blanks.get(name) ?? 0 }),
    };
  });
}

function keepTyped(database: Database, field: string, { type, unzoned }: TypedColumn, zone: string | null): Sql {
  if (type === "number") return database.fragment("datasets/keep-finite", { field });
  if (unzoned && zone !== null) return database.fragment("datasets/time-in-zone", { field, zone: literal(zone) });
  return identifier(field);
}

async function countNotFinite(database: Database, session: Session, columns: readonly KeptColumn[]): Promise<string[]> {
  const numbers = columns.filter(({ given, type }) => given && type === "number");
  if (numbers.length === 0) return [];
  const counts = numbers.map(({ name }) => database.fragment("datasets/not-finite", { field: name }));
  const [row] = await session.rows(
    "datasets/counts-over-table",
    { counts: listOf(count) },
    { names: { counts, rows: raw } },
  );
  return numbers.flatMap(({ name }, at) => (row?.counts[at] ? [cellsIn(row.counts[at], name)] : []));
}

function emptyCells(file: string, readings: readonly ColumnReadings[], endless: readonly string[]): string[] {
  const blanks = readings.filter((column) => column.blanks > 0).map((column) => cellsIn(column.blanks, column.name));
  const warnings: string[] = [];
  if (blanks.length) warnings.push(`${file}: cells of blanks and nothing else count as empty: ${list(blanks)}.`);
  if (endless.length) warnings.push(`${file}: cells that are not a number count as empty: ${list(endless)}.`);
  return warnings;
}

function cellsIn(cells: number, name: string): string {
  return `${cells.toLocaleString("en")} in ${name}`;
}
