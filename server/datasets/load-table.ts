import type { Database, Session } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { identifier, relation } from "../database/sql-text.ts";
import { UserError } from "../errors.ts";
import type { Field, FieldType } from "../vocabulary.ts";
import { type ChosenColumn, chooseReadings } from "./choose-readings.ts";
import type { Dialect } from "./dialect.ts";
import { list } from "./field-names.ts";
import type { ReadOptions } from "./load-file.ts";
import { readColumn, readColumns } from "./read-columns.ts";
import { readTextTable } from "./read-text-table.ts";
import { type Reading, writtenAs } from "./readings.ts";
import { countRejected, type Reject, refuseManyRejects } from "./rejects.ts";
import { freeSlug } from "./slugs.ts";
import type { TakenFile } from "./take-in-file.ts";

export interface LoadedTable {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly records: number;
  readonly sha256: string;
  readonly rejects: readonly Reject[];
  readonly rejected: number;
  readonly warnings: readonly string[];
}

const raw = "raw_table";

/** Loads one file into `schema.name`, typed, in the order of the file. */
export async function loadTable(
  database: Database,
  session: Session,
  taken: TakenFile,
  target: { readonly schema: string; readonly name: string },
  options: ReadOptions & { readonly dialect?: Partial<Dialect> | undefined },
): Promise<LoadedTable> {
  const { names, warnings, rejects } = await readRaw(database, session, taken, options.dialect?.empty ?? []);
  const readings = await readColumns(database, session, raw, names, rulesOf(taken, options.dialect));
  const chosen = chooseReadings(taken.name, readings, {
    dates: options.dialect?.dates ?? options.dates ?? null,
    decimal: options.dialect?.decimal ?? null,
  });
  const blanks = readings.filter((column) => column.blanks > 0);
  const table = relation(target.schema, target.name);
  await session.run("datasets/keep-table", {
    names: {
      table,
      raw: identifier(raw),
      columns: chosen.columns.map(({ name, reading }) => readColumn(database, name, reading, options.zone ?? null)),
    },
  });
  const [counted] = await session.rows("datasets/count-records", { records: count }, { names: { table } });
  const records = counted?.records ?? 0;
  refuseManyRejects(taken.name, rejects, { columns: names.length, records, skipBadRows: options.skipBadRows ?? false });
  if (records === 0)
    throw new UserError(`${taken.name} has a header but no rows. Choose a file with at least one record.`);
  return {
    name: target.name,
    fields: fieldsOf(chosen.columns),
    records,
    sha256: taken.sha256,
    rejects,
    rejected: countRejected(rejects),
    warnings: [
      ...warnings,
      ...(blanks.length
        ? [
            `${taken.name}: cells of blanks and nothing else count as empty: ${list(blanks.map((column) => `${column.blanks.toLocaleString("en")} in ${column.name}`))}.`,
          ]
        : []),
      ...chosen.warnings,
      ...zoneWarning(taken.name, chosen.columns, options.zone),
    ],
  };
}

async function readRaw(database: Database, session: Session, taken: TakenFile, empty: readonly string[]) {
  const { sniffed } = taken;
  if (sniffed) return readTextTable(database, session, raw, { ...taken, sniffed }, empty);
  throw new UserError(`${taken.name} is ${taken.format}, which is not read yet.`);
}

/** Where the comma parts the cells, a comma inside a quoted number parts its thousands. */
function rulesOf(taken: TakenFile, dialect: Partial<Dialect> = {}) {
  return {
    comma: dialect.decimal ? dialect.decimal === "," : taken.sniffed !== null && taken.sniffed.separator !== ",",
    point: dialect.decimal !== ",",
  };
}

function fieldsOf(columns: readonly ChosenColumn[]): Field[] {
  const slugs = new Set<string>();
  return columns.map(({ name, reading }) => {
    const written = reading ? writtenAs(reading) : null;
    return { name, slug: freeSlug(name, slugs), type: typeOf(reading), ...(written === null ? {} : { written }) };
  });
}

function typeOf(reading: Reading | null): FieldType {
  return reading?.type ?? "text";
}

function zoneWarning(file: string, columns: readonly ChosenColumn[], zone: string | undefined): string[] {
  if (zone) return [];
  const unsaid = columns.filter(({ reading }) => reading?.type === "time" && reading.zone === null);
  if (unsaid.length === 0) return [];
  const names = list(unsaid.map(({ name }) => name));
  return [
    `${file}: the times in ${names} do not say their zone and are read as UTC. Name it with --zone, such as --zone Europe/Berlin.`,
  ];
}
