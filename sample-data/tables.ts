import type { ConsentEntry } from "./draw-consents.ts";
import type { SampleEvent } from "./draw-events.ts";
import type { Reading } from "./draw-readings.ts";
import { timeText } from "./moments.ts";
import type { Cell, SampleTable } from "./table.ts";

export function tableOf(name: string, records: readonly Readonly<Record<string, Cell>>[]): SampleTable {
  const columns = Object.keys(records[0] ?? {});
  return { name, columns, rows: records.map((record) => columns.map((column) => record[column] ?? null)) };
}

export function eventsTable(events: readonly SampleEvent[]): SampleTable {
  return {
    name: "events",
    columns: ["event_id", "customer_id", "kind", "value", "happened_at", "loaded_at", "source"],
    rows: events.map(({ id, customer, kind, value, happenedAt, loadedAt, source }) => [
      id,
      customer,
      kind,
      value,
      timeText(happenedAt),
      timeText(loadedAt),
      source,
    ]),
  };
}

export function readingsTable(readings: readonly Reading[]): SampleTable {
  return {
    name: "readings",
    columns: ["customer_id", "field", "value", "read_at", "loaded_at"],
    rows: readings.map(({ customer, field, value, readAt, loadedAt }) => [
      customer,
      field,
      value,
      timeText(readAt),
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
