import { type CrossFit, crossFit } from "./cross-fit.ts";
import { type Design, makeDesign } from "./design.ts";
import { type Difference, meanDifference } from "./differences.ts";
import { otherSplits } from "./fold-splits.ts";
import { z90 } from "./intervals.ts";
import type { ModelInput } from "./model-result.ts";
import { foundMoreOf100, inTopShare } from "./ranking.ts";
import { type RowSpace, rowSpace } from "./row-passes.ts";
import { addOne, type Change, dropOne, pOf, type Settled } from "./settle-set.ts";

/** Below, one split into folds is not enough: the noise of the training sets is as large as the differences. */
const fewRecords = 5000;
const moreSplits = 4;

/** An interval with its width's standard error; over several splits the mean of the values and the worst bounds. */
export interface Bounded extends Difference {
  readonly low: number;
  readonly high: number;
}

/** What a refit without the field, or for one outside the kept set with it, told. */
export interface Measured {
  readonly field: number;
  readonly inKept: boolean;
  /** in nats per record */
  readonly gain: Bounded;
  readonly p: number;
  /** of 100 records with the outcome */
  readonly missed: Bounded;
}

export interface Measurements {
  readonly fields: readonly Measured[];
  /** loss of the kept set against the reference, in nats per record */
  readonly setLoss: Bounded;
}

/** Measures every tested field against the kept set by an honest refit; with few records over five splits. */
export function measureFields(
  input: ModelInput,
  design: Design,
  tested: readonly number[],
  settled: Settled,
  reference: CrossFit,
  space: RowSpace,
): Measurements {
  const known = new Map([...settled.without, ...settled.withAlso.values()].map((change) => [change.field, change]));
  const first = measureOn(design, tested, settled.kept, reference, space, known);
  if (input.records >= fewRecords) return first;
  const all = [first];
  for (const fold of otherSplits(input, moreSplits)) {
    const split = makeDesign(input, fold);
    const again = rowSpace(split.records);
    const refit = ({ layout, lambda, beta }: CrossFit) =>
      crossFit(split, layout.fields, lambda, again, { layout, beta });
    all.push(measureOn(split, tested, refit(settled.kept), refit(reference), again, new Map()));
  }
  return {
    fields: first.fields.map((one, index) => {
      const each = all.map(({ fields }) => fields[index]!);
      return {
        ...one,
        gain: worstOf(each.map(({ gain }) => gain)),
        p: Math.max(...each.map(({ p }) => p)),
        missed: worstOf(each.map(({ missed }) => missed)),
      };
    }),
    setLoss: worstOf(all.map(({ setLoss }) => setLoss)),
  };
}

function measureOn(
  design: Design,
  tested: readonly number[],
  kept: CrossFit,
  reference: CrossFit,
  space: RowSpace,
  known: ReadonlyMap<number, Change>,
): Measurements {
  const top = inTopShare(design, kept.eta);
  const fields = tested.map((field): Measured => {
    const inKept = kept.layout.fields.includes(field);
    const { fit, gain } = known.get(field) ?? (inKept ? dropOne : addOne)(design, kept, field, space);
    const other = inTopShare(design, fit.eta);
    const missed = inKept ? foundMoreOf100(design, top, other) : foundMoreOf100(design, other, top);
    return { field, inKept, gain: bounded(gain), p: pOf(gain), missed: bounded(missed) };
  });
  return { fields, setLoss: bounded(meanDifference(design, kept.losses, reference.losses)) };
}

export function bounded({ value, error }: Difference): Bounded {
  return { value, error, low: value - z90 * error, high: value + z90 * error };
}

function worstOf(each: readonly Bounded[]): Bounded {
  return {
    value: each.reduce((sum, { value }) => sum + value, 0) / each.length,
    error: Math.max(...each.map(({ error }) => error)),
    low: Math.min(...each.map(({ low }) => low)),
    high: Math.max(...each.map(({ high }) => high)),
  };
}
