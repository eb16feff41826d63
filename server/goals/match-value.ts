import type { Database } from "../database/database.ts";
import { count, flag, text } from "../database/shape.ts";
import { identifier, relation, type Sql } from "../database/sql-text.ts";
import { UserError } from "../errors.ts";
import type { Dataset, Field, Table } from "../vocabulary.ts";

export interface MatchedValue {
  /** the value as the file writes it */
  readonly value: string;
  readonly how: "as-written" | "ignoring-case" | "number";
  readonly records: number;
}

/**
 * The value of a field that somebody asked for: as written, trimmed, else ignoring case; a number by its size.
 * Throws UserError that names up to 12 values held by at least 5 customers where nothing matches.
 */
export async function matchValue(
  database: Database,
  dataset: Dataset,
  table: Table,
  field: Field,
  asked: string,
): Promise<MatchedValue> {
  const found =
    (await matchText(database, dataset, table, field, asked)) ??
    (await matchNumber(database, dataset, table, field, asked));
  if (found) return found;
  const held = await valuesHeld(database, dataset, table, field, 12);
  const known = held.length ? ` It holds: ${held.join(", ")}.` : " No value of it is held by 5 customers or more.";
  throw new UserError(`No record of ${table.name} has "${asked.trim()}" in ${field.name}.${known}`);
}

/** The commonest values that at least 5 customers hold. */
export async function valuesHeld(
  database: Database,
  dataset: Dataset,
  table: Table,
  field: Field,
  most: number,
): Promise<string[]> {
  const customer: Sql = identifier(table.kind === "customers" ? "rowid" : (table.layout.key ?? "rowid"));
  const rows = await database.rows(
    "goals/values-held",
    { value: text, customers: count },
    { names: { records: relation(dataset.schema, table.name), field: field.name, customer }, values: { most } },
  );
  return rows.map((row) => row.value);
}

async function matchText(
  database: Database,
  dataset: Dataset,
  table: Table,
  field: Field,
  asked: string,
): Promise<MatchedValue | undefined> {
  const ways = await database.rows(
    "goals/values-that-match",
    { value: text, records: count, asWritten: flag },
    { names: { records: relation(dataset.schema, table.name), field: field.name }, values: { value: asked.trim() } },
  );
  const first = ways[0];
  if (!first) return undefined;
  if (first.asWritten) return { value: first.value, how: "as-written", records: first.records };
  const records = ways.reduce((sum, way) => sum + way.records, 0);
  return { value: first.value, how: "ignoring-case", records };
}

async function matchNumber(
  database: Database,
  dataset: Dataset,
  table: Table,
  field: Field,
  asked: string,
): Promise<MatchedValue | undefined> {
  const number = asked.trim() === "" ? Number.NaN : Number(asked);
  if ((field.type !== "integer" && field.type !== "number") || !Number.isFinite(number)) return undefined;
  const { records } = await database.row(
    "goals/records-with-number",
    { records: count },
    { names: { records: relation(dataset.schema, table.name), field: field.name }, values: { number } },
  );
  return records ? { value: asked.trim(), how: "number", records } : undefined;
}
