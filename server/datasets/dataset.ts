import type { Dataset, Field, FieldRef, Table } from "../vocabulary.ts";

/** The table with one record per customer. Every loaded dataset has one. */
export function customersTable(dataset: Dataset): Table {
  const table = dataset.tables.find(({ kind }) => kind === "customers");
  if (!table) throw new Error(`The dataset ${dataset.slug} has no customers table.`);
  return table;
}

export function tableOf(dataset: Dataset, name: string): Table | undefined {
  return dataset.tables.find((table) => table.name === name);
}

export function fieldOf(table: Table, name: string): Field | undefined {
  return table.fields.find((field) => field.name === name);
}

/**
 * What a person's `name` or `table.name` points at. An exact name of a field of the customers table wins
 * (`emp.var.rate` is a field), so that no name is ever split that need not be.
 */
export function findField(dataset: Dataset, name: string): FieldRef | undefined {
  const customers = customersTable(dataset);
  if (fieldOf(customers, name)) return { table: customers.name, field: name };
  for (const table of dataset.tables) {
    const field = name.startsWith(`${table.name}.`) ? name.slice(table.name.length + 1) : undefined;
    if (field !== undefined && fieldOf(table, field)) return { table: table.name, field };
  }
  return undefined;
}
