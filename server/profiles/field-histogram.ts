import type { Database } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { literal, type Sql } from "../database/sql-text.ts";
import type { HistogramBar } from "../vocabulary.ts";
import type { FieldPlace } from "./field-place.ts";
import { numberOf, type Reading } from "./field-spread.ts";
import { type Scale, scaleOf } from "./histogram-scale.ts";
import { type BatchOptions, rowsInBatches } from "./in-batches.ts";

interface CountedBar extends HistogramBar {
  readonly holders: number;
}

type Scaled = FieldPlace & { readonly scale: Scale };

/** A histogram for every field that was read, by the field's number; every bar is empty or holds 5 customers. */
export async function drawHistograms(
  database: Database,
  places: readonly FieldPlace[],
  readings: ReadonlyMap<number, Reading>,
  options: BatchOptions = {},
): Promise<Map<number, HistogramBar[]>> {
  const scaled = places.flatMap((place): Scaled[] => {
    const reading = readings.get(place.number);
    const scale = reading ? scaleOf(reading, place.field.type) : null;
    return scale ? [{ ...place, scale }] : [];
  });
  const shape = { field: count, bar: count, records: count, holders: count };
  const piece = (place: Scaled) => barsOf(database, place);
  const rows = await rowsInBatches(database, "profiles/field-bars", scaled, piece, shape, options);
  const byField = new Map<number, (typeof rows)[number][]>(scaled.map((place) => [place.number, []]));
  for (const row of rows) byField.get(row.field)?.push(row);
  return new Map(scaled.map((place) => [place.number, histogram(place, byField.get(place.number) ?? [])]));
}

function histogram(
  { scale, key }: Scaled,
  rows: readonly { readonly bar: number; readonly records: number; readonly holders: number }[],
): HistogramBar[] {
  const counted = new Map(rows.map((row) => [row.bar, row]));
  const bars = Array.from({ length: scale.bars }, (_, bar): CountedBar => {
    const from = scale.start + bar * scale.step;
    const row = counted.get(bar);
    return { from, to: from + scale.step, count: row?.records ?? 0, holders: row?.holders ?? 0 };
  });
  // Customers of two bars may be the same ones where they have several records each.
  const joined = key === null ? (a: number, b: number) => a + b : Math.max;
  return hideSmallBars(bars, joined).map(({ from, to, count }) => ({ from, to, count }));
}

/** Joins each bar of 1 to 4 customers with its smaller neighbour until none is left; a lone one disappears. */
export function hideSmallBars(
  bars: readonly CountedBar[],
  joined: (a: number, b: number) => number,
): readonly CountedBar[] {
  const kept = [...bars];
  for (let at = smallBar(kept); at >= 0; at = smallBar(kept)) {
    if (kept.length === 1) return [];
    const left = kept[at - 1];
    const right = kept[at + 1];
    const first = left && (!right || left.count <= right.count) ? at - 1 : at;
    const [a, b] = [kept[first] as CountedBar, kept[first + 1] as CountedBar];
    const both = { from: a.from, to: b.to, count: a.count + b.count, holders: joined(a.holders, b.holders) };
    kept.splice(first, 2, both);
  }
  return kept;
}

function smallBar(bars: readonly CountedBar[]): number {
  return bars.findIndex((bar) => bar.count > 0 && bar.holders < 5);
}

function barsOf(database: Database, place: Scaled): Sql {
  return database.fragment("profiles/field-bars", {
    number: literal(place.number),
    table: place.relation,
    value: numberOf(database, place),
    start: literal(place.scale.start),
    step: literal(place.scale.step),
    last: literal(place.scale.bars - 1),
    holders:
      place.key === null
        ? database.fragment("profiles/count-records")
        : database.fragment("profiles/count-customers", { key: place.key }),
  });
}
