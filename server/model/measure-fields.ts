import { type CrossFit, crossFit } from "./fitting/cross-fit.ts";
import { type Design, makeDesign } from "./fitting/design.ts";
import { otherSplits } from "./fitting/fold-splits.ts";
import { type RowSpace, rowSpace } from "./fitting/row-passes.ts";
import type { ModelInput } from "./model-input.ts";
import { withPairs } from "./pairs/pairs.ts";
import { type Score, scoreTest } from "./score-test.ts";
import { addOne, type Change, dropOne, type Settled } from "./settle-set.ts";
import { type Difference, meanDifference, pOf } from "./statistics/differences.ts";
import { z90 } from "./statistics/intervals.ts";
import { foundMoreOf100, inTopShare } from "./statistics/ranking.ts";

/** Below, one split into folds is not enough: the noise of the training sets is as large as the differences. */
export const fewRecords = 5000;
export const moreSplits = 4;
/** Of the fields outside the kept set, those with the highest bound by the score test are refitted; beyond, it stands. */
const mostRefits = 100;

/** An interval with its width's standard error; over several splits the mean of the values and the worst bounds. */
export interface Bounded extends Difference {
  readonly low: number;
  readonly high: number;
}

/** What a refit without the field, or for one outside the kept set with it, told; else the score test. */
export interface Measured {
  readonly field: number;
  readonly inKept: boolean;
  /** in nats per record */
  readonly gain: Bounded;
  readonly p: number;
  /** of 100 records with the outcome */
  readonly missed: Bounded;
  readonly refitted: boolean;
}

export interface Measurements {
  readonly fields: readonly Measured[];
  /** loss of the kept set against the reference, in nats per record */
  readonly setLoss: Bounded;
}

/** Refits that are summed with those of other models of the same records, in the same splits. */
export interface Tally {
  /** the same for every model, where there are too few records for one */
  readonly splits: readonly Uint8Array[];
  /** out-of-fold losses by record, of the fields' refits and of the whole set; split 0 is the input's own */
  readonly add: (split: number, field: number | "set", losses: Float64Array, less: Float64Array) => void;
}

/** Measures every tested field against the kept set by an honest refit; with few records over five splits. */
export function measureFields(
  input: ModelInput,
  design: Design,
  tested: readonly number[],
  settled: Settled,
  reference: CrossFit,
  space: RowSpace,
  tally?: Tally,
  each: Each = () => undefined,
): Measurements {
  const counted =
    (split: number): Count =>
    (field, losses, less) =>
      tally?.add(split, field, losses, less);
  const known = new Map([...settled.without, ...settled.withAlso.values()].map((change) => [change.field, change]));
  const [refitted, scored] = divide(tested, settled);
  const one = measureOn(design, refitted, settled.kept, reference, space, known, counted(0), each);
  const first = testTwice(design, settled, one, space);
  const rest = scored.map((field) => byScore(design, field, settled.scores.get(field)!));
  for (const measured of rest) each(measured);
  if (input.records >= fewRecords) return { ...first, fields: inOrder(tested, [...first.fields, ...rest]) };
  const all = [first];
  for (const [split, fold] of (tally?.splits ?? otherSplits(input, moreSplits)).entries()) {
    const dealt = withPairs(makeDesign(input, fold), design.pairs);
    const again = rowSpace(dealt.records);
    const refit = ({ layout, lambda, beta }: CrossFit) =>
      crossFit(dealt, layout.fields, lambda, again, { layout, beta });
    all.push(measureOn(dealt, refitted, refit(settled.kept), refit(reference), again, new Map(), counted(split + 1)));
  }
  const worst = first.fields.map((one, index): Measured => {
    const each = all.map(({ fields }) => fields[index]!);
    return {
      ...one,
      gain: worstOf(each.map(({ gain }) => gain)),
      p: Math.max(...each.map(({ p }) => p)),
      missed: worstOf(each.map(({ missed }) => missed)),
    };
  });
  return { fields: inOrder(tested, [...worst, ...rest]), setLoss: worstOf(all.map(({ setLoss }) => setLoss)) };
}

/**
 * The path has looked at the folds' outcomes, so a field that it chose out of many may look well in them by luck. The
 * score test's p, which is corrected for all tested fields, must hold as well: the larger of the two counts.
 */
function testTwice(design: Design, settled: Settled, measurements: Measurements, space: RowSpace): Measurements {
  const fields = measurements.fields.map((one): Measured => {
    const dropped = settled.without.find(({ field }) => field === one.field);
    const score = dropped ? scoreTest(design, dropped.fit, space).of(one.field) : settled.scores.get(one.field);
    return score ? { ...one, p: Math.max(one.p, score.p) } : one;
  });
  return { ...measurements, fields };
}

function divide(tested: readonly number[], { scores }: Settled): [refitted: number[], scored: number[]] {
  const bound = (field: number) => bounded(scores.get(field)!).high;
  const outside = tested.filter((field) => scores.has(field));
  const lowest = outside.toSorted((a, b) => bound(b) - bound(a)).slice(mostRefits);
  const scored = new Set(lowest);
  return [tested.filter((field) => !scored.has(field)), lowest];
}

function inOrder(tested: readonly number[], measured: readonly Measured[]): Measured[] {
  const byField = new Map(measured.map((one) => [one.field, one]));
  return tested.map((field) => byField.get(field)!);
}

function byScore(design: Design, field: number, score: Score): Measured {
  const { before, after } = score.inSample();
  const missed = foundMoreOf100(design, inTopShare(design, after), inTopShare(design, before));
  return { field, inKept: false, gain: bounded(score), p: score.p, missed: bounded(missed), refitted: false };
}

type Count = (field: number | "set", losses: Float64Array, less: Float64Array) => void;
/** Hears of every field as it is measured, where there are several splits on the first. */
type Each = (measured: Measured) => void;

function measureOn(
  design: Design,
  tested: readonly number[],
  kept: CrossFit,
  reference: CrossFit,
  space: RowSpace,
  known: ReadonlyMap<number, Change>,
  count: Count,
  each: Each = () => undefined,
): Measurements {
  const top = inTopShare(design, kept.eta);
  const fields = tested.map((field): Measured => {
    const inKept = kept.layout.fields.includes(field);
    const { fit, gain } = known.get(field) ?? (inKept ? dropOne : addOne)(design, kept, field, space);
    const other = inTopShare(design, fit.eta);
    if (inKept) count(field, fit.losses, kept.losses);
    else count(field, kept.losses, fit.losses);
    const missed = inKept ? foundMoreOf100(design, top, other) : foundMoreOf100(design, other, top);
    const measured = { field, inKept, gain: bounded(gain), p: pOf(gain), missed: bounded(missed), refitted: true };
    each(measured);
    return measured;
  });
  count("set", kept.losses, reference.losses);
  return { fields, setLoss: bounded(meanDifference(design, kept.losses, reference.losses)) };
}

export function bounded({ value, error }: Difference): Bounded {
  return { value, error, low: value - z90 * error, high: value + z90 * error };
}

export function worstOf(each: readonly Bounded[]): Bounded {
  return {
    value: each.reduce((sum, { value }) => sum + value, 0) / each.length,
    error: Math.max(...each.map(({ error }) => error)),
    low: Math.min(...each.map(({ low }) => low)),
    high: Math.max(...each.map(({ high }) => high)),
  };
}
