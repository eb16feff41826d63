import { customersTable, findField, tableOf } from "../datasets/dataset.ts";
import { didYouMean } from "../did-you-mean.ts";
import { UserError } from "../errors.ts";
import type { Dataset, Field, FieldRef, Table } from "../vocabulary.ts";

/** A field by the name that a goal gives it. Throws UserError where the tables have no such field; `where` says who asked. */
export function needField(dataset: Dataset, name: string, where: string): FieldRef {
  const found = findField(dataset, name.trim());
  if (found) return found;
  throw new UserError(
    `${where} names the field "${name}", which none of the tables has.${didYouMean(name, fieldNames(dataset))}`,
  );
}

/** As needField, for what must stand on the customer's own record. */
export function needCustomerField(dataset: Dataset, name: string, where: string): Field {
  const found = needField(dataset, name, where);
  const customers = customersTable(dataset);
  if (found.table === customers.name) return fieldOf(dataset, found);
  throw new UserError(
    `${where} names ${found.table}.${found.field}. It must be a field of the table ${customers.name}, one value per customer.`,
  );
}

export function needTable(dataset: Dataset, name: string, where: string): Table {
  const found = tableOf(dataset, name);
  if (found) return found;
  const names = dataset.tables.map((table) => table.name);
  throw new UserError(
    `${where} names the table "${name}", which is not loaded.${didYouMean(name, names)} Loaded are: ${names.join(", ")}.`,
  );
}

export function fieldOf(dataset: Dataset, ref: FieldRef): Field {
  const field = tableOf(dataset, ref.table)?.fields.find((one) => one.name === ref.field);
  if (!field) throw new Error("A field was named that its table does not have.");
  return field;
}

/** Every field by the name a strategy gives it: `churned`, `events.kind`. */
export function fieldNames(dataset: Dataset): string[] {
  return dataset.tables.flatMap((table) =>
    table.fields.map((field) => (table.kind === "customers" ? field.name : `${table.name}.${field.name}`)),
  );
}

export function isTime(field: Field): boolean {
  return field.type === "date" || field.type === "time";
}
