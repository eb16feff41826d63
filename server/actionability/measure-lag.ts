import { count, listOf, orNull, real } from "../database/shape.ts";
import { literal } from "../database/sql-text.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Interval } from "./intervals.ts";
import { microseconds } from "./needed-fields.ts";
import { quantileRanks } from "./quantile-ranks.ts";
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
  /** of p50, p95 and p99, in this order; null where too few arrived */
  readonly bounds: readonly (Interval | null)[];
}

export interface Grain {
  /** arrivals are dates: up to this much later than written */
  readonly minutes: number;
  /** the events, or the arrivals, are dates without a time of day */
  readonly dateOnly: boolean;
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
  bounds: [null, null, null],
};

const shape = {
  events: count,
  arrived: count,
  negative: count,
  quantiles: orNull(listOf(real)),
  p01: orNull(real),
};

/** Whether the times of the units are dates, and how much later than written an arrival may have been. */
export async function measureGrain(inquiry: Inquiry): Promise<Grain> {
  if (!hasArrival(inquiry)) return { minutes: 0, dateOnly: false };
  const shape = { happened: count, at_midnight: count, arrived: count, arrived_at_midnight: count };
  const [found] = await inquiry.session.rows("actionability/midnights", shape);
  if (!found) throw new Error("actionability/midnights returned nothing.");
  const minutes = mostly(found.arrived_at_midnight, found.arrived) ? DAY : 0;
  return { minutes, dateOnly: minutes > 0 || mostly(found.at_midnight, found.happened) };
}

/**
 * Recent events with long lags have not arrived yet, so only events older than the 99.5 % quantile of the lags count;
 * found by asking twice. What stands beside a customer has arrived; only a list of events lacks its latest ones.
 */
export async function matureAge(inquiry: Inquiry, grain: Grain): Promise<number> {
  if (inquiry.asOf === null || inquiry.goal.trigger?.kind !== "event" || !hasArrival(inquiry)) return 0;
  return longestLag(inquiry, grain, await longestLag(inquiry, grain, 0));
}

async function longestLag({ session, asOf }: Inquiry, grain: Grain, matureMinutes: number): Promise<number> {
  const [found] = await session.rows(
    "actionability/longest-lag",
    { longest: orNull(real) },
    {
      names: { grain: microseconds(grain.minutes) },
      values: { as_of: asOf, mature: Math.round(matureMinutes * 60_000_000) },
    },
  );
  return inMinutes(found?.longest ?? 0);
}

/** Lags of the units that are old enough, from event to arrival (methods.md 9.3). */
export async function measureLag(inquiry: Inquiry, grain: Grain, matureMinutes: number): Promise<LagMeasured> {
  if (!hasArrival(inquiry)) return nothing;
  const names = { grain: microseconds(grain.minutes) };
  const [facts] = await inquiry.session.rows("actionability/lag-facts", shape, { names });
  if (!facts) throw new Error("actionability/lag-facts returned nothing.");
  const [p50, p95, p99] = facts.quantiles ?? [];
  return {
    measured: true,
    events: facts.events,
    negative: facts.negative,
    p50: quantile(p50, facts.arrived, enough.p50),
    p95: quantile(p95, facts.arrived, enough.p95),
    p99: quantile(p99, facts.arrived, enough.p99),
    matureMinutes,
    grainMinutes: grain.minutes,
    dateOnly: grain.dateOnly,
    skewed: facts.p01 !== null && facts.p01 < 0 && facts.p01 > -SKEW_SECONDS * 1_000_000,
    hoursEarly: await hoursEarly(inquiry, grain, facts.negative),
    bounds: await lagBounds(inquiry, grain, facts.arrived),
  };
}

/** Whole hours, where more than half of the negative lags are so many. */
async function hoursEarly({ session }: Inquiry, grain: Grain, negative: number): Promise<number | null> {
  if (negative === 0) return null;
  const names = { grain: microseconds(grain.minutes) };
  const [most] = await session.rows("actionability/early-hours", { hours: count, events: count }, { names });
  return most && most.events * 2 > negative ? most.hours : null;
}

/** Distribution-free bounds of the quantiles, from the order of the lags. */
async function lagBounds({ session }: Inquiry, grain: Grain, arrived: number): Promise<LagMeasured["bounds"]> {
  const ranks = [0.5, 0.95, 0.99].map((share) => quantileRanks(arrived, share));
  const shares = ranks.flatMap((rank) => (rank ? [rank.low, rank.high] : [])).map((rank) => (rank - 0.5) / arrived);
  if (!shares.length) return ranks.map(() => null);
  const [found] = await session.rows(
    "actionability/lag-bounds",
    { bounds: orNull(listOf(real)) },
    { names: { grain: microseconds(grain.minutes), shares: shares.map(literal) } },
  );
  const bounds = (found?.bounds ?? []).map(inMinutes);
  return ranks.map((rank, index) => {
    const place = 2 * ranks.slice(0, index).filter((one) => one !== null).length;
    const [low, high] = bounds.slice(place, place + 2);
    return rank && low !== undefined && high !== undefined ? { low, high } : null;
  });
}

function mostly(some: number, all: number): boolean {
  return all > 0 && some >= MIDNIGHTS * all;
}

function inMinutes(microseconds: number): number {
  return microseconds / 60_000_000;
}

function quantile(microseconds: number | undefined, arrived: number, needed: number): number | null {
  return microseconds === undefined || arrived < needed ? null : inMinutes(microseconds);
}
