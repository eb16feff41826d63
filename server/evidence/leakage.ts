import type { BinnedField, ModelInput } from "../model/model-input.ts";
import type { FieldNeed } from "../model/model-result.ts";

/** Which sign says that a field may be known only after the outcome (method §2.6). */
export type LeakageTest =
  | "updated-after-outcome"
  | "says-it-alone"
  | "filled-by-outcome"
  | "named-like-outcome"
  | "carries-most";

/** Thresholds of method §2.6. */
const aloneShare = 0.8;
const aloneAuc = 0.95;
/** Under it the field gives too little away: among weak fields any one may say most of what all of them say. */
const leastAuc = 0.8;
/** The same of a field that carries most: in a table of two fields one of them always does. */
const leastAucCarried = 0.75;
const carriedShare = 0.5;
const filledLogOdds = 3;

const afterwards = new Set([
  "cancel",
  "cancelled",
  "canceled",
  "cancellation",
  "closed",
  "refund",
  "refunded",
  "reason",
  "score",
  "outcome",
  "terminated",
  "termination",
]);

/**
 * The first sign that fires for a field, or nothing. A sign only asks: a legitimate field can look as strong as a leak,
 * and only its timing tells.
 */
export function findLeakage(
  field: BinnedField,
  { outcome, weight }: Pick<ModelInput, "outcome" | "weight">,
  need: Pick<FieldNeed, "alone" | "share" | "aloneDiscovered">,
): LeakageTest | null {
  const auc = aucAlone(field, outcome, weight);
  if (auc >= aloneAuc || (auc >= leastAuc && need.alone.value >= aloneShare)) return "says-it-alone";
  if (auc >= leastAucCarried && need.share.value > carriedShare) return "carries-most";
  if (Math.abs(filledOdds(field, outcome, weight)) > filledLogOdds) return "filled-by-outcome";
  return named(field.name) && need.aloneDiscovered ? "named-like-outcome" : null;
}

/** A number as an answer: is it more than half of them are? */
export function aboveMedian(amounts: Float64Array): Float64Array {
  const median = Float64Array.from(amounts).sort()[Math.floor(amounts.length / 2)] ?? 0;
  return amounts.map((amount) => (amount > median ? 1 : 0));
}

/** Area under the curve of the outcome's rate by bin, in the sample: an upper bound of what the field says alone. */
export function aucAlone(field: BinnedField, outcome: Float64Array, weight: Float64Array | null): number {
  const [withOutcome, without] = countByBin(field, outcome, weight);
  const order = Array.from(withOutcome.keys()).toSorted((a, b) => rate(a) - rate(b));
  function rate(bin: number): number {
    const all = withOutcome[bin]! + without[bin]!;
    return all ? withOutcome[bin]! / all : 0;
  }
  let [below, wins] = [0, 0];
  for (const bin of order) {
    wins += withOutcome[bin]! * (below + without[bin]! / 2);
    below += without[bin]!;
  }
  const positives = withOutcome.reduce((sum, count) => sum + count, 0);
  return positives && below ? wins / (positives * below) : 0.5;
}

/**
 * Log odds ratio of being filled, with against without the outcome. One record is added, filled and empty, and shared out
 * as the outcome is: half of one to each cell would make a field that is always filled look odd where the outcome is rare.
 */
export function filledOdds(field: BinnedField, outcome: Float64Array, weight: Float64Array | null): number {
  const [withOutcome, without] = countByBin(field, outcome, weight);
  const filled = (counts: Float64Array) => counts.reduce((sum, count) => sum + count, 0) - counts[0]!;
  const share = (withOutcome[0]! + filled(withOutcome)) / outcome.length;
  const [a, b] = [filled(withOutcome) + share, withOutcome[0]! + share];
  const [c, d] = [filled(without) + 1 - share, without[0]! + 1 - share];
  return Math.log((a * d) / (b * c));
}

function countByBin(field: BinnedField, outcome: Float64Array, weight: Float64Array | null) {
  const counts = [new Float64Array(field.bins), new Float64Array(field.bins)] as const;
  for (const [record, code] of field.codes.entries()) {
    counts[outcome[record]! > 0 ? 0 : 1][code]! += weight ? weight[record]! : 1;
  }
  return counts;
}

function named(field: string): boolean {
  const words = field
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => afterwards.has(word));
}
