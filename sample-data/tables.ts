import type { ConsentEntry } from "./draw-consents.ts";
import type { SampleEvent } from "./draw-events.ts";
import { timeText } from "./moments.ts";
import type { Cell, SampleTable } from "./table.ts";

export function tableOf(name: string, records: readonly Readonly<Record<string, Cell>>[]): SampleTable {
  const columns = Object.keys(records[0] ?? {});
  return { name, columns, rows: records.map((record) => columns.map((column) => record[column] ?? null)) };
}

export function eventsTable(events: readonly SampleEvent[]): SampleTable {
  return {
    name: "events",
    columns: ["customer_id", "kind", "happened_at", "loaded_at"],
    rows: events.map(({ customer, kind, happenedAt, loadedAt }) => [
      customer,
      kind,
      timeText(happenedAt),
      timeText(loadedAt),
    ]),
  };
}

export function consentsTable(entries: readonly ConsentEntry[]): SampleTable {
  return {
    name: "consents",
    columns: ["customer_id", "channel", "status", "changed_at"],
    rows: entries.map(({ customer, channel, status, changedAt }) => [customer, channel, status, timeText(changedAt)]),
  };
}
