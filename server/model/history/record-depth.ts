import type { Progress } from "../../jobs/serve-tasks.ts";
import { type Design, makeDesign } from "../fitting/design.ts";
import { bare, fitPart, lossesOn, type SetToFit } from "../fitting/fit-part.ts";
import { type RowSpace, rowSpace } from "../fitting/row-passes.ts";
import type { ModelInput } from "../model-input.ts";
import { namedPairs, placesOf } from "../named-fields.ts";
import { withPairs } from "../pairs/pairs.ts";
import { type DepthCurve, type DepthLosses, depthCurve } from "./depth-curve.ts";
import { inTimeOrder, monthsBefore, monthsBetween, pastsWithin, placeOf } from "./in-time-order.ts";

export interface RecordDepthInput {
  readonly input: ModelInput;
  /** when each record's outcome became known, in milliseconds; NaN where nobody knows */
  readonly times: Float64Array;
  readonly kept: readonly string[];
  readonly lambda: number;
  readonly pairs: readonly (readonly [string, string])[];
}

/** The newest quarter is told in three turns, each from what came before it. */
const cuts = 3;
const newest = 0.25;
/** With fewer of the rarer answer to learn from, a past is not tried. */
const leastOfEach = 20;

/** How old the customers may be from whom is learned: the last months before a cut tell what came after it (rolling origin). Pure. */
export function recordDepth(
  { input: given, times: known, kept, lambda, pairs }: RecordDepthInput,
  progress: Progress = () => undefined,
): DepthCurve | null {
  progress(0, 1, "Learning from newer customers only");
  const { input, times } = inTimeOrder(given, known);
  const turns = turnsOf(times);
  const [first, oldest] = [turns[0], times[0]];
  if (!first || oldest === undefined) return null;
  const design = withPairs(makeDesign(input), namedPairs(input, pairs));
  const space = rowSpace(input.records);
  const set = { fields: placesOf(input, kept), lambda };
  const all = monthsBetween(oldest, times[first.from]!);
  const pasts = pastsWithin(all).flatMap((months): DepthLosses[] => {
    const trained = turns.map(({ from, to }) => ({
      train: [months === all ? 0 : placeOf(times, monthsBefore(times[from]!, months)), from] as const,
      test: [from, to] as const,
    }));
    return trained.every(({ train }) => rarerIn(input, train) >= leastOfEach)
      ? [{ months, losses: lossesOf(design, set, trained, space) }]
      : [];
  });
  const base = lossesOf(
    bare(design),
    { fields: [], lambda },
    turns.map(({ from, to }) => ({ train: [0, from] as const, test: [from, to] as const })),
    space,
  );
  progress(1, 1, "Done");
  return depthCurve(newestOf(design, first.from), base, pasts, input.settings.keep);
}

/** Records of one moment are never parted. */
function turnsOf(times: Float64Array): { from: number; to: number }[] {
  const starts = Array.from({ length: cuts }, (_, cut) => {
    const share = 1 - newest + (newest * cut) / cuts;
    return placeOf(times, times[Math.floor(share * times.length)] ?? Number.NaN);
  });
  return starts
    .map((from, cut) => ({ from, to: starts[cut + 1] ?? times.length }))
    .filter(({ from, to }) => from > 0 && from < to);
}

interface Turn {
  readonly train: readonly [number, number];
  readonly test: readonly [number, number];
}

function lossesOf(design: Design, set: SetToFit, turns: readonly Turn[], space: RowSpace): Float64Array {
  const each = turns.map(({ train, test }) => lossesOn(design, fitPart(design, set, train, space), test));
  return Float64Array.from(each.flatMap((losses) => [...losses]));
}

function rarerIn({ outcome, measure }: ModelInput, [from, to]: readonly [number, number]): number {
  let positives = 0;
  for (let i = from; i < to; i++) if (outcome[i]! > 0) positives++;
  return measure === "auc" ? Math.min(positives, to - from - positives) : (to - from) / 2;
}

function newestOf({ records, weight: all }: Design, from: number): Pick<Design, "records" | "weight" | "totalWeight"> {
  const weight = all?.subarray(from) ?? null;
  const left = records - from;
  return { records: left, weight, totalWeight: weight ? weight.reduce((sum, w) => sum + w, 0) : left };
}
