import type { StageName } from "../vocabulary.ts";

/** What one unit passes by itself, as bits of its mask (methods.md 9.1; the last two are ours). */
export const bit = {
  present: 1,
  fresh: 2,
  agreed: 4,
  reachable: 8,
  inTime: 16,
  notHeldBack: 32,
  /** one and the same channel is agreed and reachable */
  oneChannel: 64,
  identifiable: 128,
} as const;

/** The stages that can be measured or not, in the contract's order; `known` comes before them and `actionable` after. */
export const middleStages = ["identifiable", "present", "fresh", "agreed", "reachable", "in-time"] as const;
export type MiddleStage = (typeof middleStages)[number];

const ownBit: Record<MiddleStage, number> = {
  identifiable: bit.identifiable,
  present: bit.present,
  fresh: bit.fresh,
  agreed: bit.agreed,
  reachable: bit.reachable,
  "in-time": bit.inTime,
};

/** The bits that passing all of `stages` requires. */
export function requiredMask(stages: readonly MiddleStage[]): number {
  const both = stages.includes("agreed") && stages.includes("reachable") ? bit.oneChannel : 0;
  return stages.reduce((mask, stage) => mask | ownBit[stage], both);
}

export interface MaskCount {
  readonly mask: number;
  readonly units: number;
}

/** Units that pass every bit of `required`. */
export function countPassing(counts: readonly MaskCount[], required: number): number {
  return counts.reduce((sum, { mask, units }) => ((mask & required) === required ? sum + units : sum), 0);
}

/** How many more would be acted on if one stage let everybody pass: leave one stage out, all others as they are. */
export function gainOf(counts: readonly MaskCount[], measured: readonly MiddleStage[], without: StageName): number {
  const rest = measured.filter((stage) => stage !== without);
  return (
    countPassing(counts, requiredMask(rest) | bit.notHeldBack) -
    countPassing(counts, requiredMask(measured) | bit.notHeldBack)
  );
}
