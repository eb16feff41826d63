import { count } from "../database/shape.ts";
import type { Sql } from "../database/sql-text.ts";
import type { Funnel } from "./count-stages.ts";
import { inTime } from "./create-masks.ts";
import type { Lag } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import { wilson } from "./intervals.ts";
import type { LagMeasured } from "./measure-lag.ts";
import { bit, countPassing } from "./stage-masks.ts";

/** In batches when this share arrives within two clock hours (methods.md 9.3). */
const BATCHED = 0.8;
/** Fewer arrivals, or of one day only, tell no habit. */
const FEWEST = 20;

/** The lag as the report prints it. `batch` speaks of all arrivals, else of those that come too late. */
export async function describeLag(inquiry: Inquiry, lag: LagMeasured, funnel: Funnel): Promise<Lag> {
  const window = lag.measured && funnel.measured.includes("in-time") && lag.events > 0;
  const passing = countPassing(funnel.masks, bit.inTime);
  const interval = window ? wilson(passing, lag.events) : null;
  return {
    measured: lag.measured,
    events: lag.measured ? lag.events : null,
    negative: lag.measured ? lag.negative : null,
    p50Minutes: lag.p50,
    p95Minutes: lag.p95,
    p99Minutes: lag.p99,
    inWindowShare: window ? passing / lag.events : null,
    inWindowLow: interval?.low ?? null,
    inWindowHigh: interval?.high ?? null,
    matureMinutes: lag.measured ? lag.matureMinutes : null,
    batch: lag.measured ? await findBatch(inquiry, lag) : null,
  };
}

async function findBatch(inquiry: Inquiry, lag: LagMeasured): Promise<string | null> {
  if (lag.grainMinutes > 0) return null;
  const { database } = inquiry;
  const all = await batchOf(inquiry, database.fragment("actionability/always"));
  if (all !== null || inquiry.goal.windowMinutes === null) return all;
  return batchOf(inquiry, database.fragment("actionability/without", { condition: inTime(inquiry, lag) }));
}

/** At least 80 % of the arrivals fall into two neighbouring clock hours, and what happened does not. */
async function batchOf({ session }: Inquiry, chosen: Sql): Promise<string | null> {
  const rows = await session.rows(
    "actionability/arrival-hours",
    { arrived_hour: count, at_hour: count, units: count, days: count },
    { names: { chosen } },
  );
  const all = rows.reduce((sum, { units }) => sum + units, 0);
  const days = rows.reduce((most, row) => Math.max(most, row.days), 0);
  if (all < FEWEST || days < 2) return null;
  const arrived = busiestHours(rows.map((row) => ({ hour: row.arrived_hour, units: row.units })));
  const happened = busiestHours(rows.map((row) => ({ hour: row.at_hour, units: row.units })));
  if (arrived.units < BATCHED * all || happened.units >= BATCHED * all) return null;
  const often = arrived.hour < 7 || arrived.hour >= 22 ? "once a night" : "once a day";
  return `arrives ${often}, between ${clock(arrived.hour)} and ${clock(arrived.hour + arrived.hours)} UTC`;
}

/** The hour, or the two neighbouring hours, with most units; one hour where it suffices. */
function busiestHours(rows: readonly { readonly hour: number; readonly units: number }[]) {
  const perHour = Array.from({ length: 24 }, () => 0);
  for (const { hour, units } of rows) perHour[hour] = (perHour[hour] ?? 0) + units;
  const all = perHour.reduce((sum, units) => sum + units, 0);
  let best = { hour: 0, hours: 1, units: -1 };
  perHour.forEach((units, hour) => {
    if (units > best.units) best = { hour, hours: 1, units };
  });
  if (best.units >= BATCHED * all) return best;
  perHour.forEach((units, hour) => {
    const both = units + (perHour[(hour + 1) % 24] ?? 0);
    if (both > best.units) best = { hour, hours: 2, units: both };
  });
  return best;
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, "0")}:00`;
}
