import type { Database } from "../database/database.ts";
import { orNull, time } from "../database/shape.ts";
import { relation } from "../database/sql-text.ts";
import type { Dataset, FieldProfile, Table } from "../vocabulary.ts";
import { rowsInBatches } from "./in-batches.ts";

const telling = new Set(["event-time", "arrival-time", "updated-at", "consent-time"]);

/**
 * The as-of time that the tables themselves give (contract 1): the latest value of their event, arrival, updated-at
 * and consent-time fields, as ISO 8601 in UTC; null where they have none. Fields about the future never count, nor do
 * far-off dates that stand for "never".
 */
export async function findAsOf(
  database: Database,
  dataset: Dataset,
  profiles: readonly Pick<FieldProfile, "table" | "name" | "meaning">[],
): Promise<string | null> {
  const meanings = new Map(profiles.map((profile) => [`${profile.table}\n${profile.name}`, profile.meaning]));
  const fields = dataset.tables.flatMap((table) =>
    timesOf(table)
      .filter((name) => tellsTime(table, name, meanings.get(`${table.name}\n${name}`)))
      .map((field) => ({ table: relation(dataset.schema, table.name), field })),
  );
  const piece = (names: (typeof fields)[number]) => database.fragment("profiles/latest-time", names);
  const rows = await rowsInBatches(database, "profiles/latest-time", fields, piece, { latest: orNull(time) });
  const times = rows.flatMap((row) => row.latest ?? []).sort();
  return times.at(-1) ?? null;
}

function timesOf(table: Table): string[] {
  return table.fields.filter(({ type }) => type === "date" || type === "time").map(({ name }) => name);
}

function tellsTime({ layout }: Table, name: string, meaning: string | undefined): boolean {
  if (meaning === "end-date" || meaning === "birth-date") return false;
  return telling.has(meaning ?? "") || [layout.at, layout.arrived, layout.updated].includes(name);
}
