import type { Sql } from "../../database/sql-text.ts";
import type { FieldRef, FieldType } from "../../vocabulary.ts";

/** How the records of one table are summed up per customer. */
export type RollUpKind = "count" | "recency" | "sum" | "mean" | "last" | "only" | "distinct";

/** One thing that a customer's records in another table add up to: a candidate field of the model. */
export interface RollUp {
  /** unlike every field of the customers table and every other roll-up: "events: number of top_up" */
  readonly name: string;
  /** the same without its table, for sentences: "number of top_up" */
  readonly label: string;
  readonly kind: RollUpKind;
  /** the field whose records they are; for the number of all records the time field, else the key */
  readonly of: FieldRef;
  /** of what it makes */
  readonly type: FieldType;
  /** over the records of the table */
  readonly aggregate: Sql;
}

/** The roll-ups of one table, and which of its records they may look at. */
export interface RolledTable {
  readonly table: string;
  readonly key: string;
  /** the field of the customers table that the key matches */
  readonly customer: string;
  /** the time field, where it draws the line; null where every record counts */
  readonly at: string | null;
  readonly event: string | null;
  /** boolean over the table: nothing after the cut-off */
  readonly within: Sql;
  /** does the line stand before the outcome's window? Then nothing here can be known only afterwards */
  readonly beforeOutcome: boolean;
  readonly rollUps: readonly RollUp[];
}

/** "events.kind", as the strategy writes a field of another table than customers. */
export function fieldName({ table, field }: FieldRef): string {
  return `${table}.${field}`;
}
