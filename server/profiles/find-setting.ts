import type { Dataset, FieldSetting } from "../vocabulary.ts";
import type { FieldPlace } from "./field-place.ts";

/** A person's setting for this field: `name` is a field of the customers table, `table.name` any other; an exact name wins. */
export function settingFor(
  dataset: Dataset,
  settings: readonly FieldSetting[],
  { table, field }: FieldPlace,
): FieldSetting | undefined {
  const qualified = `${table.name}.${field.name}`;
  if (table.kind === "customers") {
    return (
      settings.find((setting) => setting.field === field.name) ??
      settings.find((setting) => setting.field === qualified)
    );
  }
  const customers = dataset.tables.find((other) => other.kind === "customers");
  if (customers?.fields.some((other) => other.name === qualified)) return undefined;
  return settings.find((setting) => setting.field === qualified);
}
