import { bit, countPassing, gainOf, type MaskCount, type MiddleStage, requiredMask } from "../stage-masks.ts";

/** What one measured stage costs, in the goal's unit. */
export interface StageLoss {
  readonly stage: MiddleStage;
  /** how many more would be acted on if this stage alone let everybody pass */
  readonly alone: number;
  /** its fair share of all that is lost: those stopped at several stages are split between them */
  readonly share: number;
}

export interface JointGain {
  readonly stages: readonly [MiddleStage, MiddleStage];
  /** how many more would be acted on if both let everybody pass */
  readonly gain: number;
}

/**
 * Per measured stage, what fixing it alone brings, and its Shapley value: the mean, over all orders in which the stages
 * could stand, of what it loses there. The shares sum to everything the funnel loses; exact, from at most 2^6 sums over
 * the mask table (methods.md 9.1).
 */
export function stageLosses(counts: readonly MaskCount[], measured: readonly MiddleStage[]): readonly StageLoss[] {
  const passing = subsets(measured).map((stages) => countPassing(counts, requiredMask(stages)));
  const orders = factorial(measured.length);
  return measured.map((stage, place) => {
    let weighted = 0;
    for (const [set, before] of passing.entries()) {
      if (set & (1 << place)) continue;
      const size = bitsOf(set);
      const lost = before - (passing[set | (1 << place)] ?? 0);
      weighted += factorial(size) * factorial(measured.length - size - 1) * lost;
    }
    return { stage, alone: gainOf(counts, measured, stage), share: weighted / orders };
  });
}

/** Every pair of measured stages, the pair that brings most first; one that brings no more than its parts is left out. */
export function jointGains(counts: readonly MaskCount[], measured: readonly MiddleStage[]): readonly JointGain[] {
  const acted = (stages: readonly MiddleStage[]) => countPassing(counts, requiredMask(stages) | bit.notHeldBack);
  const now = acted(measured);
  const pairs = measured.flatMap((one, place) => measured.slice(place + 1).map((other) => [one, other] as const));
  return pairs
    .map((stages) => ({ stages, gain: acted(measured.filter((stage) => !stages.includes(stage))) - now }))
    .filter(({ stages, gain }) => gain > gainOf(counts, measured, stages[0]) + gainOf(counts, measured, stages[1]))
    .sort((one, other) => other.gain - one.gain);
}

/** All subsets, the one of bit mask m at place m. */
function subsets(stages: readonly MiddleStage[]): readonly (readonly MiddleStage[])[] {
  return Array.from({ length: 1 << stages.length }, (_, set) => stages.filter((_, place) => set & (1 << place)));
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let rest = set; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}

function factorial(number: number): number {
  return number < 2 ? 1 : number * factorial(number - 1);
}
