import { bit, type MaskCount, type MiddleStage, requiredMask } from "../stage-masks.ts";

/** How a trigger ended: acted on, held back on purpose, or lost at the first measured stage that it did not pass. */
export type Fate = "acted" | "held-back" | MiddleStage;

/** In the order in which a trigger meets them. */
export const fates: readonly Fate[] = [
  "identifiable",
  "present",
  "fresh",
  "agreed",
  "reachable",
  "in-time",
  "held-back",
  "acted",
];

/** The place in `fates` of every possible mask, given the stages that are measured; as the report's funnel counts. */
export function fatesOf(measured: readonly MiddleStage[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, mask) => fates.indexOf(fateOf(mask, measured)));
}

function fateOf(mask: number, measured: readonly MiddleStage[]): Fate {
  const lost = measured.find((_, index) => !passes(mask, requiredMask(measured.slice(0, index + 1))));
  return lost ?? (passes(mask, bit.notHeldBack) ? "acted" : "held-back");
}

function passes(mask: number, required: number): boolean {
  return (mask & required) === required;
}

/** How many triggers had each fate. */
export type FateCounts = Readonly<Record<Fate, number>>;

export function countFates(masks: readonly MaskCount[], measured: readonly MiddleStage[]): FateCounts {
  const places = fatesOf(measured);
  const counts = fates.map(() => 0);
  for (const { mask, units } of masks) counts[places[mask]!]! += units;
  return sayFates(counts);
}

/** Counts in the order of `fates`, by name. */
export function sayFates(counts: ArrayLike<number>): FateCounts {
  return Object.fromEntries(fates.map((fate, index) => [fate, counts[index] ?? 0])) as Record<Fate, number>;
}
