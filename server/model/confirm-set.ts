import { sumOf } from "./fitting/cross-fit.ts";
import { type Design, makeDesign } from "./fitting/design.ts";
import { bare, fitPart, lossesOn, type SetToFit } from "./fitting/fit-part.ts";
import { rowSpace } from "./fitting/row-passes.ts";
import type { ModelInput } from "./model-input.ts";
import { type Pair, withPairs } from "./pairs/pairs.ts";
import { type Difference, meanDifference } from "./statistics/differences.ts";
import { z90 } from "./statistics/intervals.ts";

export type { SetToFit } from "./fitting/fit-part.ts";

/** The claim about the kept set on records that played no part in choosing it. */
export interface Confirmation {
  readonly records: number;
  /** share of the reference's gain that the set keeps there, with its one-sided 95 % bounds */
  readonly keptShare: { readonly value: number; readonly low: number; readonly high?: number };
  /** what the reference tells there, in nats per record */
  readonly gain?: Difference;
}

/** One model of the claim: a yes or no, or a number. */
export interface ToConfirm {
  readonly input: ModelInput;
  readonly pairs: readonly Pick<Pair, "first" | "second">[];
  readonly kept: SetToFit;
  readonly reference: SetToFit;
}

/**
 * Fits the kept set and the reference on the records that chose them, and tests them once on the locked ones.
 * @param locked 1 where a record was kept apart
 */
export function confirmSet(
  input: ModelInput,
  locked: Uint8Array,
  pairs: ToConfirm["pairs"],
  kept: SetToFit,
  reference: SetToFit,
): Confirmation {
  return confirmTogether([{ input, pairs, kept, reference }], locked);
}

/** The same of several models of the same records, one a value: their losses are summed. */
export function confirmTogether(each: readonly ToConfirm[], locked: Uint8Array): Confirmation {
  const models = each.map(({ input, pairs, kept, reference }) => {
    const design = withPairs(makeDesign({ ...input, folds: 2 }, locked), pairs);
    const [none, ofKept, best] = [{ fields: [], lambda: 1 }, kept, reference].map((set) => lossesOnLocked(design, set));
    return { apart: onLocked(design), none: none!, kept: ofKept!, best: best! };
  });
  const { apart } = models[0]!;
  const best = sumOf(models.map((one) => one.best));
  const gain = meanDifference(apart, sumOf(models.map(({ none }) => none)), best);
  const loss = meanDifference(apart, sumOf(models.map(({ kept }) => kept)), best);
  return { records: apart.records, keptShare: shareOf(loss, gain), gain };
}

function shareOf(loss: Difference, gain: Difference): Confirmation["keptShare"] {
  if (gain.value <= 0) return { value: 0, low: 0, high: 0 };
  const [value, reach] = [1 - loss.value / gain.value, (z90 * loss.error) / gain.value];
  return { value, low: value - reach, high: value + reach };
}

function lossesOnLocked(whole: Design, set: SetToFit): Float64Array {
  const design = set.fields.length > 0 ? whole : bare(whole);
  const end = design.starts[1]!;
  const fit = fitPart(design, set, [0, end], rowSpace(design.records));
  return lossesOn(design, fit, [end, design.records]);
}

function onLocked({ records, starts, weight }: Design): Pick<Design, "records" | "weight" | "totalWeight"> {
  const apart = weight?.subarray(starts[1]!) ?? null;
  const left = records - starts[1]!;
  return { records: left, weight: apart, totalWeight: apart ? apart.reduce((sum, w) => sum + w, 0) : left };
}
