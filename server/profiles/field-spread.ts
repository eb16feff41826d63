import type { Database } from "../database/database.ts";
import { count, listOf, real } from "../database/shape.ts";
import { literal, type Sql } from "../database/sql-text.ts";
import type { FieldProfile } from "../vocabulary.ts";
import type { FieldPlace } from "./field-place.ts";
import { type BatchOptions, rowsInBatches } from "./in-batches.ts";
import { roundTo, sixDigits } from "./six-digits.ts";

/** Where a field's numbers lie. Dates and times are days since 1970-01-01. */
export interface Reading {
  readonly median: number;
  readonly mean: number;
  readonly medianHolders: number;
  /** the smallest numbers of up to 5 customers, ascending; `highest` likewise, descending */
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  /** the 1st and the 99th of every 100 */
  readonly middle: readonly number[];
}

const shape = {
  field: count,
  median: real,
  mean: real,
  medianHolders: count,
  lowest: listOf(real),
  highest: listOf(real),
  middle: listOf(real),
};

/** Reads every number, date and time field; by the field's number, fields without a number are left out. */
export async function readSpreads(
  database: Database,
  places: readonly FieldPlace[],
  options: BatchOptions = {},
): Promise<Map<number, Reading>> {
  const measured = places.filter((place) => isMeasured(place));
  const piece = (place: FieldPlace) => spreadOf(database, place);
  const rows = await rowsInBatches(database, "profiles/customer-field-spread", measured, piece, shape, options);
  return new Map(rows.map((row) => [row.field, row]));
}

/** The spread as profiles show it: what fewer than 5 customers hold is null, or blurred where it is the middle. */
export function showSpread(reading: Reading): NonNullable<FieldProfile["spread"]> {
  return {
    minimum: sharedEnd(reading.lowest),
    maximum: sharedEnd(reading.highest),
    median: reading.medianHolders >= 5 ? sixDigits(reading.median) : roundTo(reading.median, 3),
    mean: sixDigits(reading.mean),
  };
}

/** The field as a number, in SQL. */
export function numberOf(database: Database, place: FieldPlace): Sql {
  const { type, name } = place.field;
  const query = type === "date" || type === "time" ? "profiles/number-of-date" : "profiles/number-of-number";
  return database.fragment(query, { field: name });
}

function isMeasured(place: FieldPlace): boolean {
  return place.field.type !== "text" && place.field.type !== "boolean";
}

function spreadOf(database: Database, place: FieldPlace): Sql {
  const names = { number: literal(place.number), value: numberOf(database, place) };
  return place.key === null
    ? database.fragment("profiles/customer-field-spread", { ...names, customers: place.relation })
    : database.fragment("profiles/record-field-spread", { ...names, table: place.relation, key: place.key });
}

/** The end itself where 5 customers share it. */
function sharedEnd(ends: readonly number[]): number | null {
  const [first, , , , fifth] = ends;
  return first !== undefined && first === fifth ? sixDigits(first) : null;
}
