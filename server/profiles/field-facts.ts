import type { Database } from "../database/database.ts";
import { count, listOf, orNull, text } from "../database/shape.ts";
import { literal, type Sql } from "../database/sql-text.ts";
import { cellAsWritten } from "../datasets/cell-as-written.ts";
import type { Field, ValueCount } from "../vocabulary.ts";
import type { FieldPlace } from "./field-place.ts";
import { type BatchOptions, rowsInBatches } from "./in-batches.ts";

/** What counting a field's values says, before anybody asks what it means. */
export interface FieldFacts {
  readonly records: number;
  readonly filled: number;
  readonly distinct: number;
  /** customers whose value nobody else has */
  readonly alone: number;
  /** at most 20 values, each held by at least 5 customers, most frequent first */
  readonly top: readonly ValueCount[];
  /** up to 300 different values in no order but the same ones every time; never shown */
  readonly sample: readonly string[];
}

const shape = {
  field: count,
  records: count,
  filled: count,
  distinctValues: count,
  alone: count,
  top: orNull(listOf(readTop)),
  sample: orNull(listOf(text)),
};

/** Counts every field's values on every record. Answers in the order of `places`. */
export async function countFields(
  database: Database,
  places: readonly FieldPlace[],
  options: BatchOptions = {},
): Promise<FieldFacts[]> {
  const piece = (place: FieldPlace) => valuesOf(database, place);
  const within = "profiles/field-facts";
  const rows = await rowsInBatches(database, within, places, piece, shape, { ...options, within });
  const byField = new Map(rows.map((row) => [row.field, row]));
  return places.map((place) => {
    const row = byField.get(place.number);
    if (!row) return nothing;
    const { records, filled, distinctValues, alone, top, sample } = row;
    const written = (value: string) => tidy(place.field, value);
    return {
      records,
      filled,
      distinct: distinctValues,
      alone,
      top: sortValues((top ?? []).map(({ value, count }) => ({ value: written(value), count }))),
      sample: (sample ?? []).map(written),
    };
  });
}

const nothing: FieldFacts = { records: 0, filled: 0, distinct: 0, alone: 0, top: [], sample: [] };

function valuesOf(database: Database, place: FieldPlace): Sql {
  const cell = cellAsWritten(database, { ...place.field, name: "value" }, place.table.layout.zone);
  const names = { number: literal(place.number), field: place.field.name, cell };
  return place.key === null
    ? database.fragment("profiles/customer-values", { ...names, customers: place.relation })
    : database.fragment("profiles/record-values", { ...names, table: place.relation, key: place.key });
}

function readTop(cell: unknown): { readonly value: string; readonly count: number } {
  const { records, value } = cell as { records: unknown; value: unknown };
  return { value: text(value), count: count(records) };
}

/** Where nobody knows how the file wrote its numbers, 20 reads 20, not 20.0. */
function tidy(field: Field, value: string): string {
  return field.type === "number" && field.written === undefined ? String(Number(value)) : value;
}

function sortValues(values: readonly { readonly value: string; readonly count: number }[]): ValueCount[] {
  return [...values].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
