import type { Dataset } from "../vocabulary.ts";

interface Named {
  readonly table: string;
  readonly name: string;
}

/** One text for one field of one table, to look it up by. */
export function fieldKey({ table, name }: Named): string {
  return JSON.stringify([table, name]);
}

export function goalFieldKey(goal: string, { table, name }: Named): string {
  return JSON.stringify([goal, table, name]);
}

/** Tables and fields in the order of the files, whatever the order they were worked out in. */
export function inFileOrder<T extends Named>(dataset: Dataset, fields: readonly T[]): readonly T[] {
  const byKey = new Map(fields.map((field) => [fieldKey(field), field]));
  return dataset.tables.flatMap((table) =>
    table.fields.flatMap((field) => byKey.get(fieldKey({ table: table.name, name: field.name })) ?? []),
  );
}
