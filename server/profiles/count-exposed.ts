import type { Database } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { identifier, relation } from "../database/sql-text.ts";
import { customersTable } from "../datasets/dataset.ts";
import type { Dataset } from "../vocabulary.ts";
import type { GroupedField } from "./count-groups.ts";

/** Customers in groups smaller than a threshold. */
export interface Exposed {
  readonly under: number;
  readonly customers: number;
}

/** How many customers share every value of the fields with fewer than `under` in all; counted on every record. */
export async function countExposed(
  database: Database,
  dataset: Dataset,
  fields: readonly GroupedField[],
  under: number,
  signal?: AbortSignal,
): Promise<Exposed> {
  const grouped = fields.length
    ? fields.map(({ field, level }) => level?.expression(database, field) ?? identifier(field))
    : database.fragment("profiles/no-field");
  const names = { customers: relation(dataset.schema, customersTable(dataset).name), fields: grouped };
  const values = { under };
  const { exposed } = await database.row("profiles/customers-exposed", { exposed: count }, { names, values, signal });
  return { under, customers: exposed };
}
