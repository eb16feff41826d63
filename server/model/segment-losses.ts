import type { Progress } from "../jobs/serve-tasks.ts";
import type { Estimate } from "../vocabulary.ts";
import { crossFit } from "./fitting/cross-fit.ts";
import { type Design, makeDesign } from "./fitting/design.ts";
import { fitNone } from "./fitting/fit-alone.ts";
import { rowSpace } from "./fitting/row-passes.ts";
import type { ModelInput } from "./model-input.ts";
import { namedPairs, placesOf } from "./named-fields.ts";
import { withPairs } from "./pairs/pairs.ts";
import { meanDifference } from "./statistics/differences.ts";
import { around, z90 } from "./statistics/intervals.ts";
import { normalUpperTail } from "./statistics/tails.ts";

interface NamedSet {
  readonly fields: readonly string[];
  readonly lambda: number;
}

export interface SegmentInput {
  readonly input: ModelInput;
  readonly kept: NamedSet;
  /** what the kept set is held against: with the fields of all pairs, so that what tells only in one segment is there */
  readonly reference: NamedSet;
  readonly pairs: readonly (readonly [string, string])[];
  /** ways to part the records: the code of each record, 0 for none, and the codes that are groups */
  readonly groupings: readonly {
    readonly name: string;
    readonly codes: Uint8Array;
    readonly groups: readonly number[];
  }[];
}

/** What one group of records loses with the kept set, in shares of the gain of all records. */
export interface SegmentLoss {
  readonly name: string;
  readonly code: number;
  readonly records: number;
  /** with its 90 % interval */
  readonly loss: Estimate;
  /** shown to lose more than twice the average, over all groups together at 5 %, and more than the floor of a single field */
  readonly flagged: boolean;
}

export interface SegmentLosses {
  /** of all records */
  readonly average: Estimate;
  readonly groups: readonly SegmentLoss[];
}

/** Groups under this many records say nothing, and the largest few of each grouping are looked at. */
const leastRecords = 100;
const mostGroups = 5;
const level = 0.05;

/** The loss of the kept set by group of records (method §10, Segments; Biega et al. 2020). Pure and in a fixed order. */
export function segmentLosses(
  { input, kept, reference, pairs, groupings }: SegmentInput,
  progress: Progress = () => undefined,
): SegmentLosses | null {
  progress(0, 1, "Looking at who loses more");
  const design = withPairs(makeDesign(input), namedPairs(input, pairs));
  const space = rowSpace(input.records);
  const lossesOf = ({ fields, lambda }: NamedSet) => crossFit(design, placesOf(input, fields), lambda, space).losses;
  const [less, all] = [lossesOf(kept), lossesOf(reference)];
  const gain = meanDifference(design, fitNone(design).losses, all).value;
  progress(1, 1, "Done");
  if (gain <= 0) return null;
  const lost = inInputOrder(
    input,
    less.map((loss, i) => loss - all[i]!),
  );
  const average = meanDifference(design, less, all);
  const members = groupings.flatMap(({ name, codes, groups }) =>
    groups
      .map((code) => ({ name, code, places: [...codes.keys()].filter((i) => codes[i] === code) }))
      .filter(({ places }) => places.length >= leastRecords)
      .sort((a, b) => b.places.length - a.places.length || a.code - b.code)
      .slice(0, mostGroups),
  );
  const groups = members.map(({ name, code, places }): SegmentLoss => {
    const { value, error, p } = compare(design, input, lost, places);
    const flagged = p * members.length < level && value >= input.settings.delta * gain;
    return { name, code, records: places.length, loss: around(value / gain, error / gain, z90), flagged };
  });
  return { average: around(average.value / gain, average.error / gain, z90), groups };
}

/** A group's mean loss, and the one-sided p of its being more than twice that of all (or more than nothing). */
function compare(
  { totalWeight }: Design,
  { weight }: ModelInput,
  lost: Float64Array,
  places: readonly number[],
): { value: number; error: number; p: number } {
  const w = (i: number) => weight?.[i] ?? 1;
  const own = places.reduce((sum, i) => sum + w(i), 0);
  const value = places.reduce((sum, i) => sum + w(i) * lost[i]!, 0) / own;
  const error = Math.sqrt(places.reduce((sum, i) => sum + (w(i) * (lost[i]! - value)) ** 2, 0)) / own;
  const average = lost.reduce((sum, one, i) => sum + w(i) * one, 0) / totalWeight;
  const twice = average > 0 ? 2 : 0;
  const influence = lost.map((one, i) => (-twice * w(i) * (one - average)) / totalWeight);
  for (const i of places) influence[i]! += (w(i) * (lost[i]! - value)) / own;
  const spread = Math.sqrt(influence.reduce((sum, one) => sum + one * one, 0));
  const more = value - twice * average;
  return { value, error, p: spread > 0 ? normalUpperTail(more / spread) : 1 };
}

/** The design stands sorted by fold; the groups do not. */
function inInputOrder({ fold, folds }: ModelInput, sorted: Float64Array): Float64Array {
  const order = Array.from({ length: folds }, (_, one) => [...fold.keys()].filter((i) => fold[i] === one)).flat();
  const back = new Float64Array(sorted.length);
  for (const [place, i] of order.entries()) back[i] = sorted[place]!;
  return back;
}
