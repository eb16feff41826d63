import { bestOf, staysWithin } from "../choose-set.ts";
import { aloneLambda, type Fits } from "../fit-nested.ts";
import { type CrossFit, crossFit } from "../fitting/cross-fit.ts";
import { type Design, makeDesign } from "../fitting/design.ts";
import { fitAlone, fitNone } from "../fitting/fit-alone.ts";
import type { SetToFit } from "../fitting/fit-part.ts";
import { type RowSpace, rowSpace } from "../fitting/row-passes.ts";
import { tune } from "../fitting/tune.ts";
import type { ModelInput } from "../model-input.ts";
import { withPairs } from "../pairs/pairs.ts";
import { byName, type Change, dropEach, type Limits, priced } from "../settle-set.ts";
import { type Difference, meanDifference } from "../statistics/differences.ts";
import { z90 } from "../statistics/intervals.ts";
import type { SearchedValue } from "./search-value.ts";
import { type OutcomeValue, ofValue, type ValuesInput } from "./values-input.ts";

/** One value's models of the set that all values share. */
export interface ValueFits extends Pick<Fits, "none" | "alone"> {
  readonly value: OutcomeValue;
  readonly input: ModelInput;
  readonly design: Design;
  readonly full: CrossFit;
  readonly kept: CrossFit;
  /** the best of what the value's own search held its set against, and the shared set */
  readonly reference: CrossFit;
  readonly gain: Difference;
  readonly limits: Limits;
  /** refits of the shared set without each of its fields, in their order */
  readonly without: readonly Change[];
}

export interface United {
  readonly space: RowSpace;
  readonly each: readonly ValueFits[];
}

/**
 * The fields that any value keeps, less those that no value misses: a twin that one value chose and another did not. A
 * field goes when for every value it is shown to be under the floor given the others, and the whole set still does.
 */
export function uniteSets(input: ValuesInput, searched: readonly SearchedValue[]): United {
  const space = rowSpace(input.records);
  const fields = [...new Set(searched.flatMap(({ kept }) => kept.fields))];
  const byNames = fields.sort((a, b) => (input.fields[a]!.name < input.fields[b]!.name ? -1 : 1));
  const sets = searched.map((one) => ({ one, set: { fields: byNames, lambda: one.kept.lambda } }));
  const first = sets.map(({ one, set }) => fitValue(input, one, set, space, true));
  const { keep } = input.settings;
  const allowed = (1 - keep) * first.reduce((sum, { gain }) => sum + gain.value, 0);
  const proven = staysWithin(
    setLoss(
      first,
      first.map(({ kept }) => kept),
    ),
    allowed,
  );
  for (let each = first; ; ) {
    const idle = mostIdle(each, (fits) => !proven || staysWithin(setLoss(each, fits), allowed));
    if (idle === undefined) return { space, each };
    each = each.map((own) => {
      const kept = own.without[idle]!.fit;
      return { ...own, kept, without: dropEach(own.design, kept, space) };
    });
  }
}

/** The same set on other records: fitted anew, and nothing chosen anew. */
export function carryUnited(input: ValuesInput, searched: readonly SearchedValue[], { each }: United): United {
  const space = rowSpace(input.records);
  const sets = each.map(({ kept: { layout, lambda } }) => ({ fields: layout.fields, lambda }));
  return { space, each: searched.map((one, place) => fitValue(input, one, sets[place]!, space, false)) };
}

function fitValue(
  values: ValuesInput,
  { value, pairs, reference, full }: SearchedValue,
  set: SetToFit,
  space: RowSpace,
  tuned: boolean,
): ValueFits {
  const input = ofValue(values, value);
  const plain = makeDesign(input);
  const design = withPairs(plain, pairs);
  const refit = ({ fields, lambda }: SetToFit) => crossFit(design, fields, lambda, space);
  const kept = tuned ? tune(design, set.fields, space, set.lambda) : refit(set);
  const best = bestOf(design, [refit(reference), kept]);
  const none = fitNone(plain);
  const gain = meanDifference(design, none.losses, best.losses);
  const { keep, delta, q } = input.settings;
  return {
    value,
    input,
    design,
    none,
    alone: plain.fields.map((_, field) => fitAlone(plain, field, aloneLambda)),
    full: refit(full),
    kept,
    reference: best,
    gain,
    limits: { setLoss: (1 - keep) * gain.value, floor: delta * gain.value, q },
    without: dropEach(design, kept, space),
  };
}

/** Place of the field that is under the floor for every value; the one that brings least for what it costs. */
function mostIdle(each: readonly ValueFits[], mayLose: (fits: readonly CrossFit[]) => boolean): number | undefined {
  const { design, kept } = each[0]!;
  if (kept.layout.blocks.length < 2) return undefined;
  const idle = kept.layout.fields.flatMap((field, place) => {
    const changes = each.map(({ without }) => without[place]!);
    const small = changes.every(({ gain }, v) => gain.value + z90 * gain.error < each[v]!.limits.floor);
    if (!small || !mayLose(changes.map(({ fit }) => fit))) return [];
    const gain = { value: changes.reduce((sum, one) => sum + one.gain.value, 0), error: 0 };
    return [{ place, field, price: priced(design, { field, gain }) }];
  });
  return idle.sort((a, b) => a.price - b.price || byName(design, a.field, b.field))[0]?.place;
}

/** Paired by record: losses of all values together against their references. */
function setLoss(each: readonly ValueFits[], fits: readonly CrossFit[]): Difference {
  const losses = sumLosses(fits);
  return meanDifference(each[0]!.design, losses, sumLosses(each.map(({ reference }) => reference)));
}

export function sumLosses(fits: readonly Pick<CrossFit, "losses">[]): Float64Array {
  const sum = new Float64Array(fits[0]!.losses.length);
  for (const { losses } of fits) for (let i = 0; i < sum.length; i++) sum[i]! += losses[i]!;
  return sum;
}
