import { customersTable } from "../datasets/dataset.ts";
import type { Dataset, FieldRef, Strategy } from "../vocabulary.ts";

export interface TableAbout {
  readonly customers: number;
  /** of the customers table, the outcomes of its goals not counted */
  readonly fields: number;
  /** of the other tables */
  readonly otherFields: number;
}

/** How much is held about how many. */
export function tableAbout(dataset: Dataset, strategy: Strategy): TableAbout {
  const customers = customersTable(dataset);
  const outcomes = outcomeFields(dataset, strategy);
  const others = dataset.tables.filter((table) => table !== customers);
  return {
    customers: customers.records,
    fields: customers.fields.length - outcomes.length,
    otherFields: others.reduce((sum, table) => sum + table.fields.length, 0),
  };
}

/** The fields of the customers table that say whether a goal's event happened. */
export function outcomeFields(dataset: Dataset, { goals }: Strategy): readonly FieldRef[] {
  const { name, fields } = customersTable(dataset);
  const named = new Set(goals.flatMap(({ outcome }) => (outcome && "field" in outcome ? [outcome.field] : [])));
  return fields.filter((field) => named.has(field.name)).map((field) => ({ table: name, field: field.name }));
}
