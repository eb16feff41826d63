import type { CrossFit } from "./fitting/cross-fit.ts";
import type { Design } from "./fitting/design.ts";
import { type Difference, mean, meanDifference } from "./statistics/differences.ts";
import { z90 } from "./statistics/intervals.ts";

/** Sizes of the nested sequence that are refitted out of fold. */
const checkpoints = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 65, 80];

/** @param least 0 where fields are held anyway: then the smallest set is none beside them */
export function checkpointSizes(most: number, least: 0 | 1): number[] {
  return [...new Set([least, ...checkpoints.filter((size) => size < most), most])].filter((size) => size <= most);
}

export interface Choice {
  /** the best of the nested sizes: not the full model, which may be overfit */
  readonly reference: CrossFit;
  readonly kept: CrossFit;
  /** is the kept set shown to lose no more than the tolerance? */
  readonly proven: boolean;
}

/**
 * The smallest set whose loss against the reference is shown to stay within the tolerance (one-sided 95 %). Where no
 * smaller set could be shown to, whatever it lost, because its error alone is too wide: the smallest within one
 * standard error of the reference (Breiman), not proven.
 * @param tolerance share of the reference's gain that the set may lose
 */
export function chooseSet(design: Design, nested: readonly CrossFit[], none: Float64Array, tolerance: number): Choice {
  const bySize = [...nested].sort((a, b) => a.layout.fields.length - b.layout.fields.length);
  const reference = bestOf(design, bySize);
  const allowed = tolerance * Math.max(0, meanDifference(design, none, reference.losses).value);
  const smaller = bySize.slice(0, bySize.indexOf(reference));
  const losses = smaller.map((fit) => ({ fit, loss: meanDifference(design, fit.losses, reference.losses) }));
  const proven = losses.find(({ loss }) => staysWithin(loss, allowed));
  if (proven) return { reference, kept: proven.fit, proven: true };
  const provable = losses.some(({ loss }) => z90 * loss.error <= allowed);
  const lean = provable ? undefined : losses.find(({ loss }) => loss.value <= loss.error);
  return lean ? { reference, kept: lean.fit, proven: false } : { reference, kept: reference, proven: true };
}

/** The fit of least out-of-fold loss; of equals the first. */
export function bestOf(design: Design, fits: readonly CrossFit[]): CrossFit {
  const losses = fits.map((fit) => mean(design, fit.losses));
  return fits[losses.indexOf(Math.min(...losses))]!;
}

export function staysWithin(loss: Difference, allowed: number): boolean {
  return loss.value + z90 * loss.error <= allowed;
}
