import { describeNeeds } from "../describe-needs.ts";
import { splitsOf } from "../fitting/fold-splits.ts";
import { fewRecords, type Measured, measureFields, moreSplits } from "../measure-fields.ts";
import { measureHeld } from "../measure-held.ts";
import type { FieldNeed, HeldField } from "../model-result.ts";
import { settleAsIs } from "../settle-set.ts";
import { countShadows, type Shadows } from "../shadows.ts";
import { LossTally } from "./loss-tally.ts";
import type { United, ValueFits } from "./unite-sets.ts";
import type { ValuesInput } from "./values-input.ts";

/** What was measured of the shared set for one value. */
export interface MeasuredValue {
  readonly fits: ValueFits;
  readonly measured: readonly Measured[];
  /** as if the value were the whole goal: discoveries are among its own fields */
  readonly needs: readonly FieldNeed[];
  readonly held: readonly HeldField[];
  readonly shadows: Shadows;
}

export interface MeasuredValues {
  readonly each: readonly MeasuredValue[];
  readonly tally: LossTally;
}

/** Measures every tested field for every value, in turn, and sums the losses by record. */
export function measureValues(
  input: ValuesInput,
  { each, space }: United,
  tested: readonly number[],
  progress: (value: number) => void,
): MeasuredValues {
  const { q, seed, delta } = input.settings;
  const tally = new LossTally(input.records < fewRecords ? splitsByValue(input) : [], each.length);
  const measured = each.map((fits, place): MeasuredValue => {
    progress(place);
    const { design, kept, reference, gain, limits } = fits;
    const settled = settleAsIs(design, kept, tested, limits, space, fits.without);
    const { fields } = measureFields(fits.input, design, tested, settled, reference, space, tally);
    const claim = { whole: gain.value, delta, q, kept };
    return {
      fits,
      measured: fields,
      needs: describeNeeds(design, fits, fields, claim),
      held: measureHeld(design, fits, kept, gain.value, q, space),
      shadows: countShadows(design, settled, fields, limits, seed, space),
    };
  });
  return { each: measured, tally };
}

/** The same splits for every value, or their losses could not be summed by record. */
function splitsByValue({ outcome, folds, settings }: ValuesInput): Uint8Array[] {
  const places = [...outcome.keys()];
  const codes = [...new Set(outcome)].sort((a, b) => a - b);
  const answers = codes.map((code) => places.filter((i) => outcome[i] === code));
  return splitsOf(answers, folds, settings.seed, moreSplits);
}
