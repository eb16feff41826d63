import type { Estimate } from "../../vocabulary.ts";
import type { Design } from "../fitting/design.ts";
import { type Difference, mean, meanDifference } from "../statistics/differences.ts";
import { z90, zSupported } from "../statistics/intervals.ts";

/** What a shorter past tells of the same records (method §10). */
export interface DepthCurve {
  /** the shortest first; the last is all there is */
  readonly points: readonly DepthPoint[];
  /** months: the shortest past that is shown to keep its share */
  readonly needed: number;
  /** is all there is shown to do worse than something shorter? */
  readonly olderHurts: boolean;
  /** share of the best past's gain that a shorter one must keep */
  readonly share: number;
}

export interface DepthPoint {
  readonly months: number;
  /** of the gain of the best past, with a 90 % interval */
  readonly told: Estimate;
  /** is it shown to keep its share (one-sided 95 %)? */
  readonly enough: boolean;
}

/** One past, and the losses of the same records in the same order. */
export interface DepthLosses {
  readonly months: number;
  readonly losses: Float64Array;
}

type Weighted = Pick<Design, "records" | "weight" | "totalWeight">;

/**
 * Every past against the best of them, paired by record. Null where there is no shorter past, or where even the best is
 * not clear of the base rate.
 * @param pasts the shortest first
 */
export function depthCurve(
  records: Weighted,
  base: Float64Array,
  pasts: readonly DepthLosses[],
  keep: number,
): DepthCurve | null {
  const all = pasts.at(-1);
  if (!all || pasts.length < 2) return null;
  const means = pasts.map(({ losses }) => mean(records, losses));
  const best = pasts[means.indexOf(Math.min(...means))]!;
  const gain = meanDifference(records, base, best.losses);
  if (gain.value - zSupported * gain.error <= 0) return null;
  const lossOf = ({ losses }: DepthLosses) => meanDifference(records, losses, best.losses);
  const points = pasts.map((past) => pointOf(past.months, lossOf(past), gain.value, keep));
  const { value, error } = lossOf(all);
  return {
    points,
    needed: points.find(({ enough }) => enough)?.months ?? all.months,
    olderHurts: value - z90 * error > 0,
    share: keep,
  };
}

function pointOf(months: number, { value, error }: Difference, gain: number, keep: number): DepthPoint {
  const reach = z90 * error;
  return {
    months,
    told: { value: 1 - value / gain, low: 1 - (value + reach) / gain, high: 1 - (value - reach) / gain },
    enough: value + reach <= (1 - keep) * gain,
  };
}
