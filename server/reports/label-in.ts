import type { Dataset, FieldProfile } from "../vocabulary.ts";

/** A field's plain name, with its table where that is not the customers table: several tables have a "Customer number". */
export function labelIn(
  { label, table }: Pick<FieldProfile, "label" | "table">,
  customers: string | undefined,
): string {
  return table === customers ? label : `${label} (${table})`;
}

export function customersName({ tables }: Dataset): string | undefined {
  return tables.find(({ kind }) => kind === "customers")?.name;
}
