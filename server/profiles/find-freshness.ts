import type { Database } from "../database/database.ts";
import { count, type RowOf, real, time } from "../database/shape.ts";
import { literal, relation, type Sql } from "../database/sql-text.ts";
import type { Dataset, FieldRef, FieldSetting, Freshness, Table } from "../vocabulary.ts";
import type { FieldPlace } from "./field-place.ts";
import { type BatchOptions, rowsInBatches } from "./in-batches.ts";
import { sixDigits } from "./six-digits.ts";

/** How a field's age is read: a time beside it, or the latest event of each customer. */
type Clock =
  | { readonly by: FieldRef; readonly updated: string }
  | { readonly by: FieldRef; readonly events: Table; readonly event: string | null; readonly at: string };

/** What is already known of a field. */
interface Known {
  readonly settingOf: (place: FieldPlace) => FieldSetting | undefined;
  readonly isFull: (place: FieldPlace) => boolean;
}

type Timed = FieldPlace & { readonly clock: Clock };

const shape = { field: count, measured: count, median: real, p90: real, latest: time };

/**
 * The age of every field's filled values at `asOf`, by the field's number: by its setting's `updated`, else by its
 * table's updated-at field. A field without either, or whose times are all empty, is not measured and is left out.
 * Fields that are filled in every record (`isFull`) and go by the same clock are measured once.
 */
export async function findFreshness(
  database: Database,
  dataset: Dataset,
  places: readonly FieldPlace[],
  { settingOf, isFull }: Known,
  asOf: string,
  options: BatchOptions = {},
): Promise<Map<number, Freshness>> {
  const timed = places.flatMap((place): Timed[] => {
    const clock = clockOf(dataset, place, settingOf(place));
    return clock ? [{ ...place, clock }] : [];
  });
  const alike = (place: Timed) =>
    isFull(place) ? `${place.table.name}\n${JSON.stringify(place.clock)}` : place.number;
  const measured = [...new Map(timed.map((place) => [alike(place), place])).entries()];
  const piece = ([, place]: (typeof measured)[number]) => freshnessOf(database, dataset, place, asOf);
  const rows = await rowsInBatches(database, "profiles/field-freshness", measured, piece, shape, options);
  const byNumber = new Map(rows.map((row) => [row.field, row]));
  const found = new Map(measured.map(([key, place]) => [key, byNumber.get(place.number)]));
  return new Map(
    timed.flatMap((place) => {
      const row = found.get(alike(place));
      return row ? [[place.number, freshnessFrom(row, place.clock)] as const] : [];
    }),
  );
}

function freshnessFrom(row: RowOf<typeof shape>, { by }: Clock): Freshness {
  const { measured, latest } = row;
  return { by, measured, medianAgeMinutes: sixDigits(row.median), p90AgeMinutes: sixDigits(row.p90), latest };
}

function clockOf(dataset: Dataset, { table, field }: FieldPlace, setting: FieldSetting | undefined): Clock | null {
  const updated = setting?.updated;
  if (typeof updated === "object") {
    const events = dataset.tables.find((other) => other.name === updated.table);
    if (!events || !hasTime(events, updated.at) || !events.layout.key || !joinOf(table, events)) return null;
    return { by: { table: events.name, field: updated.at }, events, event: updated.event ?? null, at: updated.at };
  }
  const name = updated ?? table.layout.updated;
  if (!name || name === field.name) return null;
  const found = hasTime(table, name)
    ? name
    : name.startsWith(`${table.name}.`)
      ? name.slice(table.name.length + 1)
      : name;
  return hasTime(table, found) ? { by: { table: table.name, field: found }, updated: found } : null;
}

function hasTime(table: Table, name: string): boolean {
  return table.fields.some((field) => field.name === name && (field.type === "time" || field.type === "date"));
}

function joinOf(table: Table, events: Table): string | null {
  return table.kind === "customers" ? (events.layout.joins ?? table.layout.key) : table.layout.key;
}

function freshnessOf(database: Database, dataset: Dataset, place: Timed, asOf: string): Sql {
  const { clock, table } = place;
  const names = {
    number: literal(place.number),
    table: place.relation,
    field: place.field.name,
    as_of: literal(asOf.replace("Z", "")),
  };
  if ("updated" in clock) return database.fragment("profiles/field-freshness", { ...names, updated: clock.updated });
  const { events, event, at } = clock;
  const chosen =
    event !== null && events.layout.event
      ? database.fragment("profiles/records-of-event", { event: events.layout.event, kind: literal(event) })
      : database.fragment("profiles/every-record");
  return database.fragment("profiles/field-freshness-by-event", {
    ...names,
    joins: joinOf(table, events) ?? "",
    events: relation(dataset.schema, events.name),
    key: events.layout.key ?? "",
    at,
    chosen,
  });
}
