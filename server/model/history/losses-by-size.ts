import { type Design, makeDesign } from "../fitting/design.ts";
import { fitNone } from "../fitting/fit-alone.ts";
import { fitPart, lossesOn, type SetToFit } from "../fitting/fit-part.ts";
import { rowSpace } from "../fitting/row-passes.ts";
import type { ModelInput } from "../model-input.ts";
import { namedPairs, placesOf } from "../named-fields.ts";
import { withPairs } from "../pairs/pairs.ts";
import type { CurvePoint } from "./learning-curve.ts";

/** Losses of a set that was fitted on a part of the records of one size. A sample's records are counted as what they stand for. */
export interface SizeLosses extends CurvePoint {
  /** of each subset on every tested record: of the fold's k-th subset at the records of that fold */
  readonly each: readonly Float64Array[];
  readonly weight: Float64Array | null;
  /** of the base rate alone */
  readonly baseLosses: Float64Array;
  readonly base: number;
  readonly tested: number;
}

/** The smallest part is one in 32. */
const parts = 32;
const mostSubsets = 6;
/** A model of fewer records of either answer says more about them than about the fields. */
const leastOfEach = 20;
/** As many test records are enough; with fewer in a fold more folds take their turn. */
const enoughTested = 10_000;

interface Set {
  readonly kept: readonly string[];
  readonly lambda: number;
  readonly pairs: readonly (readonly [string, string])[];
}

/** Fits on 1/32, 1/16 … of the records and on all of them, each without a fold that it is tested on; smallest first. */
export function lossesBySize(input: ModelInput, { kept, lambda, pairs }: Set): SizeLosses[] {
  const set = { fields: placesOf(input, kept), lambda };
  const turns = Math.min(input.folds, Math.max(1, Math.ceil((enoughTested * input.folds) / input.records)));
  const named = namedPairs(input, pairs);
  const folds = Array.from({ length: turns }, (_, fold) => testFold(input, fold, set, named));
  const weights = folds.map(({ weight }) => weight);
  const weight = weights.every((one) => one !== null) ? joined(weights) : null;
  const baseLosses = joined(folds.map(({ base }) => base));
  const meanOf = (losses: Float64Array) => {
    let [sum, all] = [0, 0];
    for (let i = 0; i < losses.length; i++) {
      sum += losses[i]! * (weight?.[i] ?? 1);
      all += weight?.[i] ?? 1;
    }
    return sum / all;
  };
  const base = meanOf(baseLosses);
  return sizesOf(input).map(({ part, subsets }, place) => {
    const each = Array.from({ length: subsets }, (_, subset) =>
      joined(folds.map(({ losses }) => losses[place]![subset]!)),
    );
    const loss = each.reduce((sum, losses) => sum + meanOf(losses), 0) / subsets;
    const records = Math.round((input.records * standsFor(input) * (1 - 1 / input.folds)) / part);
    return { records, subsets, loss, each, weight, baseLosses, base, tested: baseLosses.length };
  });
}

/** Of a sample of cases and controls, the records that it takes to meet as many of the rarer answer, for each one in it. */
function standsFor({ outcome, weight, records }: ModelInput): number {
  if (!weight) return 1;
  const all = weight.reduce((sum, w) => sum + w, 0);
  const share = outcome.reduce((sum, y) => sum + (y > 0 ? 1 : 0), 0) / records;
  const weighed = outcome.reduce((sum, y, i) => sum + (y > 0 ? weight[i]! : 0), 0) / all;
  return weighed <= 0.5 ? share / weighed : (1 - share) / (1 - weighed);
}

function sizesOf({ outcome, measure, folds }: ModelInput): { part: number; subsets: number }[] {
  const positives = outcome.reduce((sum, y) => sum + (y > 0 ? 1 : 0), 0);
  const rarer = measure === "auc" ? Math.min(positives, outcome.length - positives) : outcome.length / 2;
  const trained = rarer * (1 - 1 / folds);
  return [32, 16, 8, 4, 2, 1]
    .filter((part) => trained / part >= leastOfEach)
    .map((part) => ({ part, subsets: Math.min(part, mostSubsets) }));
}

/** One fold's losses, by size and subset. */
function testFold(
  input: ModelInput,
  fold: number,
  set: SetToFit,
  pairs: readonly { readonly first: number; readonly second: number }[],
) {
  const plain = makeDesign({ ...input, folds: parts + 1 }, dealOut(input, fold));
  const design = withPairs(plain, pairs);
  const from = design.starts[parts]!;
  const test = [from, design.records] as const;
  const space = rowSpace(design.records);
  const whole = fitPart(design, set, [0, from], space);
  const losses = sizesOf(input).map(({ part, subsets }) =>
    Array.from({ length: subsets }, (_, subset) => {
      const range = rangeOf(design, part, subset);
      const fit = part === 1 ? whole : fitPart(design, set, range, space, whole.beta);
      return lossesOn(design, fit, test);
    }),
  );
  return { losses, base: fitNone(design).losses.subarray(from), weight: design.weight?.subarray(from) ?? null };
}

/**
 * Deals the records outside the fold into 32 parts of the same mix of answers, in an order in which every half, quarter …
 * stands together; the fold comes last.
 */
function dealOut({ outcome, fold }: ModelInput, tested: number): Uint8Array {
  const ranks = [0, 0];
  return Uint8Array.from(outcome, (y, i) => (fold[i] === tested ? parts : backwards(ranks[y > 0 ? 1 : 0]!++ % parts)));
}

/** The subset of every `part`-th record. */
function rangeOf({ starts }: Design, part: number, subset: number): readonly [number, number] {
  const width = parts / part;
  const first = Math.floor(backwards(subset) / width) * width;
  return [starts[first]!, starts[first + width]!];
}

/** Five bits read from the other end. */
function backwards(number: number): number {
  let turned = 0;
  for (let bit = 1; bit < parts; bit *= 2) turned = turned * 2 + (Math.floor(number / bit) % 2);
  return turned;
}

function joined(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((sum, one) => sum + one.length, 0));
  let place = 0;
  for (const one of arrays) {
    all.set(one, place);
    place += one.length;
  }
  return all;
}
