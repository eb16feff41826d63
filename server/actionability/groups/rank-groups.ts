import { type PersonSums, ratioInterval, ratioVariance, Z } from "../intervals.ts";

/** One in a hundred fields without any difference would seem to have one. */
const Z_ONE_PERCENT = 2.326347874;

/** How far the shares of a field's groups lie apart, as a standard deviation without what chance adds; 0 where nothing shows. */
export function spreadOf(groups: readonly PersonSums[]): number {
  const all = groups.reduce((sum, { units }) => sum + units, 0);
  if (groups.length < 2 || all === 0) return 0;
  const parts = groups.map((group) => ({
    share: group.passing / group.units,
    weight: group.units / all,
    variance: varianceOf(group),
  }));
  const precision = parts.reduce((sum, { variance }) => sum + 1 / variance, 0);
  const centre = parts.reduce((sum, { share, variance }) => sum + share / variance, 0) / precision;
  const distance = parts.reduce((sum, { share, variance }) => sum + (share - centre) ** 2 / variance, 0);
  if (distance <= chiSquare(groups.length - 1)) return 0;
  const middle = parts.reduce((sum, { share, weight }) => sum + share * weight, 0);
  const between = parts.reduce((sum, { share, weight }) => sum + weight * (share - middle) ** 2, 0);
  const chance = parts.reduce((sum, { variance, weight }) => sum + weight * (1 - weight) * variance, 0);
  return Math.sqrt(Math.max(0, between - chance));
}

/** A group where everybody passes, or nobody, is no surer than its interval. */
function varianceOf(group: PersonSums): number {
  const variance = ratioVariance(group);
  if (variance > 0) return variance;
  const { low, high } = ratioInterval(group);
  return ((high - low) / (2 * Z)) ** 2;
}

/** The 99 % point of the chi-square distribution, by Wilson and Hilferty. */
function chiSquare(freedom: number): number {
  const part = 2 / (9 * freedom);
  return freedom * (1 - part + Z_ONE_PERCENT * Math.sqrt(part)) ** 3;
}
