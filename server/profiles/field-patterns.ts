import type { Database } from "../database/database.ts";
import { count, text } from "../database/shape.ts";
import { literal, type Sql } from "../database/sql-text.ts";
import type { ValueCount } from "../vocabulary.ts";
import type { FieldFacts } from "./field-facts.ts";
import type { FieldPlace } from "./field-place.ts";
import { type BatchOptions, rowsInBatches } from "./in-batches.ts";

/** Masking costs several passes over a value's text: beyond this many different values, a fixed part of them is read. */
const valuesMasked = 50_000;

export interface Patterns {
  readonly patterns: readonly ValueCount[];
  /** read from a part of the values, and scaled up */
  readonly approximate: boolean;
}

/** The masked shapes of the text fields, by the field's number. Other fields have none. */
export async function findPatterns(
  database: Database,
  places: readonly FieldPlace[],
  facts: readonly FieldFacts[],
  options: BatchOptions = {},
): Promise<Map<number, Patterns>> {
  const every = new Map(
    places.map((place, index) => [place.number, Math.ceil((facts[index]?.distinct ?? 0) / valuesMasked)]),
  );
  const texts = places.filter((place) => place.field.type === "text" && every.get(place.number));
  const piece = (place: FieldPlace) => valuesToMask(database, place, every.get(place.number) ?? 1);
  const shape = { field: count, shape: text, records: count };
  const within = "profiles/field-patterns";
  const rows = await rowsInBatches(database, within, texts, piece, shape, { ...options, within });
  const found = new Map<number, { patterns: ValueCount[]; approximate: boolean }>();
  for (const row of rows) {
    const times = every.get(row.field) ?? 1;
    const entry = found.get(row.field) ?? { patterns: [], approximate: times > 1 };
    entry.patterns.push({ value: row.shape, count: row.records * times });
    found.set(row.field, entry);
  }
  for (const { patterns } of found.values()) patterns.sort(byCount);
  return found;
}

function valuesToMask(database: Database, place: FieldPlace, every: number): Sql {
  return database.fragment("profiles/values-to-mask", {
    number: literal(place.number),
    field: place.field.name,
    table: place.relation,
    every: literal(every),
    holders:
      place.key === null
        ? database.fragment("profiles/holders-of-customers")
        : database.fragment("profiles/holders-of-records", { key: place.key }),
  });
}

function byCount(a: ValueCount, b: ValueCount): number {
  return b.count - a.count || (`${a.value}` < `${b.value}` ? -1 : 1);
}
