import { count } from "../database/shape.ts";
import type { Sql } from "../database/sql-text.ts";
import { inTime } from "./create-masks.ts";
import type { Inquiry } from "./inquiry.ts";
import type { LagMeasured } from "./measure-lag.ts";
import type { NeededField } from "./needed-fields.ts";
import { fieldsRead, type People, placeIn } from "./people.ts";

/** In batches when this share arrives within two clock hours (methods.md 9.3). */
const BATCHED = 0.8;
/** Fewer arrivals, or of one day only, tell no habit. */
const FEWEST = 20;

const hours = { arrived_hour: count, at_hour: count, units: count, days: count };
interface HourCount {
  readonly arrived_hour: number;
  readonly at_hour: number;
  readonly units: number;
  readonly days: number;
}

/** Whether what triggers comes in batches, or at least what comes too late: "those too late arrive once a night, …". */
export async function batchOfTriggers(inquiry: Inquiry, lag: LagMeasured): Promise<string | null> {
  if (!lag.measured || lag.grainMinutes > 0) return null;
  const { database, session, goal } = inquiry;
  const ask = (chosen: Sql) => session.rows("actionability/arrival-hours", hours, { names: { chosen } });
  const all = batchIn(await ask(database.fragment("actionability/always")));
  if (all !== null) return `they arrive ${all}`;
  if (goal.windowMinutes === null) return null;
  const late = batchIn(await ask(database.fragment("actionability/without", { condition: inTime(inquiry, lag) })));
  return late && `those too late arrive ${late}`;
}

/** Whether a field's readings that are too old when they arrive come in batches. */
export async function batchOfReadings(
  { session }: Inquiry,
  people: People,
  field: NeededField,
): Promise<string | null> {
  if (!field.readings) return null;
  const values = {
    position: placeIn(fieldsRead(people), field),
    most: Math.round(field.maxAgeMinutes * 60_000_000),
  };
  const late = batchIn(await session.rows("actionability/reading-hours", hours, { values }));
  return late && `those too old arrive ${late}`;
}

/** At least 80 % of the arrivals fall into two neighbouring clock hours, and what happened does not. */
function batchIn(rows: readonly HourCount[]): string | null {
  const all = rows.reduce((sum, { units }) => sum + units, 0);
  const days = rows.reduce((most, row) => Math.max(most, row.days), 0);
  if (all < FEWEST || days < 2) return null;
  const arrived = busiest(rows.map((row) => ({ hour: row.arrived_hour, units: row.units })));
  const happened = busiest(rows.map((row) => ({ hour: row.at_hour, units: row.units })));
  if (arrived.units < BATCHED * all || happened.units >= BATCHED * all) return null;
  const often = arrived.hour < 7 || arrived.hour >= 22 ? "once a night" : "once a day";
  return `${often}, between ${clock(arrived.hour)} and ${clock(arrived.hour + arrived.hours)} UTC`;
}

/** The hour, or the two neighbouring hours, with most units; one hour where it suffices. */
function busiest(rows: readonly { readonly hour: number; readonly units: number }[]) {
  const perHour = Array.from({ length: 24 }, () => 0);
  for (const { hour, units } of rows) perHour[hour] = (perHour[hour] ?? 0) + units;
  const all = perHour.reduce((sum, units) => sum + units, 0);
  const starting = (length: 1 | 2) =>
    perHour
      .map((units, hour) => ({
        hour,
        hours: length,
        units: units + (length === 2 ? (perHour[(hour + 1) % 24] ?? 0) : 0),
      }))
      .reduce((best, one) => (one.units > best.units ? one : best));
  const one = starting(1);
  return one.units >= BATCHED * all ? one : starting(2);
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, "0")}:00`;
}
