import type { SampleEvent } from "./draw-events.ts";
import { asOf, hour } from "./moments.ts";
import type { Random } from "./random.ts";

/** The rows with exact copies of a few of them, each put in somewhere after its original. */
export function repeatRows<Row>(rows: readonly Row[], copies: number, random: Random): Row[] {
  const copiesAfter = new Map<Row, Row[]>();
  for (let copy = 0; copy < Math.min(copies, rows.length); copy++) {
    const original = random.integer(0, rows.length - 1);
    const row = rows[original];
    const place = rows[random.integer(original, rows.length - 1)];
    if (row !== undefined && place !== undefined) copiesAfter.set(place, [...(copiesAfter.get(place) ?? []), row]);
  }
  return rows.flatMap((row) => [row, ...(copiesAfter.get(row) ?? [])]);
}

/** The events in the order of arrival; a few arrive a second time, up to two hours later. */
export function deliver(events: readonly SampleEvent[], twice: number, random: Random): SampleEvent[] {
  const again = Array.from({ length: Math.min(twice, events.length) }, () => {
    const event = random.pick(events);
    return { ...event, loadedAt: Math.min(asOf, event.loadedAt + random.integer(60, 2 * hour)) };
  });
  return [...events, ...again].sort((one, other) => one.loadedAt - other.loadedAt || one.happenedAt - other.happenedAt);
}
