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
  /** a reference table may be about products; the others are always about customers */
  readonly aboutCustomers: boolean;
}

/** Every field of every table, those of the customers table first, each table in its file's order. */
export function placesOf(dataset: Dataset): FieldPlace[] {
  const tables = [...dataset.tables].sort((a, b) => Number(b.kind === "customers") - Number(a.kind === "customers"));
  return tables
    .flatMap((table) => table.fields.map((field) => ({ table, field })))
    .map(({ table, field }, number) => {
      const aboutCustomers = isAboutCustomers(table, tables[0]);
      return {
        number,
        table,
        field,
        relation: relation(dataset.schema, table.name),
        key: table.kind === "customers" || !aboutCustomers ? null : table.layout.key,
        aboutCustomers,
      };
    });
}

/** A reference table's key may be its own; it is about customers where the key is the customers' key. */
function isAboutCustomers({ kind, layout }: Table, customers: Table | undefined): boolean {
  if (kind !== "reference") return true;
  if (!layout.key) return false;
  return layout.joins !== null || layout.key.toLowerCase() === customers?.layout.key?.toLowerCase();
}
