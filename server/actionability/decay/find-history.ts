import { fieldOf } from "../../datasets/dataset.ts";
import type { Table } from "../../vocabulary.ts";
import type { Inquiry } from "../inquiry.ts";
import { isTime, type NeededField } from "../needed-fields.ts";

/** A table that holds values of a field as they were at several times. */
export interface ValueHistory {
  readonly table: Table;
  readonly key: string;
  readonly at: string;
  readonly value: string;
}

/** The field's own table where that is a list of readings, else another one with a field of its name, a key and a time. */
export function findHistory(
  { dataset, customers }: Inquiry,
  { ref, readings }: NeededField,
  snapshots: readonly Table[],
): ValueHistory | null {
  const own = ref.table === customers.name ? undefined : dataset.tables.find(({ name }) => name === ref.table);
  const candidates = own ? [own] : dataset.tables.filter((table) => table !== customers && !snapshots.includes(table));
  for (const table of candidates) {
    const { key, at, updated, arrived } = table.layout;
    const when = (readings?.table === table ? readings.at : null) ?? at ?? updated ?? arrived;
    if (key === null || when === null || when === ref.field || !isTime(fieldOf(table, when))) continue;
    if (fieldOf(table, ref.field)) return { table, key, at: when, value: ref.field };
  }
  return null;
}
