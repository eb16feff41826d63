import { count, orNull, real } from "../database/shape.ts";
import type { Inquiry } from "./inquiry.ts";
import { microseconds } from "./needed-fields.ts";
import { hasArrival } from "./trigger-table.ts";

const DAY = 1_440;
/** Fewer arrivals say nothing about a quantile: the upper bound of its 95 % interval would lie beyond the longest lag. */
const enough = { p50: 5, p95: 59, p99: 299 } as const;
/** At this share of midnights, times are dates. */
const MIDNIGHTS = 0.95;
/** Clocks that differ by less than a minute are one clock. */
const SKEW_SECONDS = 60;

/** The lags of a goal's units, in minutes. */
export interface LagMeasured {
  readonly measured: boolean;
  readonly events: number;
  readonly negative: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly matureMinutes: number;
  /** arrivals are dates: up to this much later than written */
  readonly grainMinutes: number;
  /** the events, or the arrivals, are dates without a time of day */
  readonly dateOnly: boolean;
  /** negative lags under a minute are the clocks', and count as none */
  readonly skewed: boolean;
  /** most negative lags are this many whole hours: a zone is wrong */
  readonly hoursEarly: number | null;
}

const nothing: LagMeasured = {
  measured: false,
  events: 0,
  negative: 0,
  p50: null,
  p95: null,
  p99: null,
  matureMinutes: 0,
  grainMinutes: 0,
  dateOnly: false,
  skewed: false,
  hoursEarly: null,
};

const shape = {
  events: count,
  arrived: count,
  negative: count,
  p50: orNull(real),
  p95: orNull(real),
  p99: orNull(real),
  p995: orNull(real),
  p01: orNull(real),
  at_midnight: count,
  arrived_at_midnight: count,
  hours_early: orNull(count),
  far_early: count,
};

/**
 * Lags of the units, from event to arrival (methods.md 9.3). Recent events with long lags have not arrived yet, so only
 * events older than the 99.5 % quantile of the lags count; found by asking twice.
 */
export async function measureLag(inquiry: Inquiry): Promise<LagMeasured> {
  if (!hasArrival(inquiry)) return nothing;
  const first = await lagFacts(inquiry, 0, 0);
  const grainMinutes = first.arrived > 0 && mostly(first.arrived_at_midnight, first.arrived + first.negative) ? DAY : 0;
  // What stands beside a customer has arrived; only a list of events lacks its latest ones.
  const ripens = inquiry.asOf !== null && inquiry.goal.trigger?.kind === "event";
  const once = ripens ? minutes((await lagFacts(inquiry, 0, grainMinutes)).p995) : 0;
  const twice = ripens ? minutes((await lagFacts(inquiry, once, grainMinutes)).p995) : 0;
  const facts = await lagFacts(inquiry, twice, grainMinutes);
  return {
    measured: true,
    events: facts.events,
    negative: facts.negative,
    p50: quantile(facts.p50, facts.arrived, enough.p50),
    p95: quantile(facts.p95, facts.arrived, enough.p95),
    p99: quantile(facts.p99, facts.arrived, enough.p99),
    matureMinutes: twice,
    grainMinutes,
    dateOnly: grainMinutes > 0 || mostly(first.at_midnight, first.events),
    skewed: facts.p01 !== null && facts.p01 < 0 && facts.p01 > -SKEW_SECONDS * 1_000_000,
    hoursEarly: facts.hours_early !== null && facts.far_early * 2 > facts.negative ? facts.hours_early : null,
  };
}

function lagFacts({ session, asOf }: Inquiry, matureMinutes: number, grainMinutes: number) {
  return session
    .rows("actionability/lag-facts", shape, {
      names: { grain: microseconds(grainMinutes) },
      values: { as_of: asOf, mature: Math.round(matureMinutes * 60_000_000) },
    })
    .then(([facts]) => {
      if (!facts) throw new Error("actionability/lag-facts returned nothing.");
      return facts;
    });
}

function mostly(some: number, all: number): boolean {
  return all > 0 && some >= MIDNIGHTS * all;
}

function minutes(microseconds: number | null): number {
  return (microseconds ?? 0) / 60_000_000;
}

function quantile(microseconds: number | null, arrived: number, needed: number): number | null {
  return microseconds === null || arrived < needed ? null : minutes(microseconds);
}
