import { relation, type Sql } from "../database/sql-text.ts";
import type { Dataset, Field, Table } from "../vocabulary.ts";

/** A field with what a query needs to reach it. */
export interface FieldPlace {
  readonly number: number;
  readonly table: Table;
  readonly field: Field;
  readonly relation: Sql;
  /** the field that says which customer; null where one record is one customer, or nothing says it */
  readonly key: string | null;
}

/** Every field of every table, those of the customers table first, each table in its file's order. */
export function placesOf(dataset: Dataset): FieldPlace[] {
  const tables = [...dataset.tables].sort((a, b) => Number(b.kind === "customers") - Number(a.kind === "customers"));
  return tables
    .flatMap((table) => table.fields.map((field) => ({ table, field })))
    .map(({ table, field }, number) => ({
      number,
      table,
      field,
      relation: relation(dataset.schema, table.name),
      key: table.kind === "customers" ? null : table.layout.key,
    }));
}
