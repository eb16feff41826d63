import type { Progress } from "../../jobs/serve-tasks.ts";
import type { Task } from "../../jobs/worker-pool.ts";
import { type Confirmation, confirmTogether } from "../confirm-set.ts";
import type { CrossFit } from "../fitting/cross-fit.ts";
import { leaveOut } from "../lock-quarter.ts";
import type { FieldNeed, ModelResult, ValueResult } from "../model-result.ts";
import { type Difference, meanDifference, pOf } from "../statistics/differences.ts";
import { combineNeeds } from "./combine-needs.ts";
import { type MeasuredValues, measureValues } from "./measure-values.ts";
import type { SearchedValue } from "./search-value.ts";
import { carryUnited, sumLosses, type United, uniteSets, type ValueFits } from "./unite-sets.ts";
import { allFieldsOf, meanArea, performanceOf } from "./value-performance.ts";
import { countsOf, lockedOf, ofValue, type ValuesInput } from "./values-input.ts";

export interface SearchedValues {
  readonly input: ValuesInput;
  /** one a value of the input, in its order */
  readonly searched: readonly SearchedValue[];
}

/** `fitValues` in a worker thread. */
export const valuesTask: Task<SearchedValues, ModelResult> = { name: "fit-values" };

/** Level of the claim that the fields tell anything of any value, over all values (Bonferroni). */
const levelSupported = 0.01;

/**
 * Which fields does an outcome of several values need? One model a value, this one against all others. Each value's own
 * search proposes a set; what any of them keeps is the kept set, refitted and measured for every value.
 */
export function fitValues({ input, searched }: SearchedValues, progress: Progress = () => undefined): ModelResult {
  const supported = searched.filter(({ supported, gain }) => supported && pOf(gain) * searched.length < levelSupported);
  if (supported.length === 0) return unsupported(input, searched);
  const steps = supported.length + 1;
  progress(0, steps, "Choosing one set for all values");
  const locked = lockedOf(input);
  const chosen = uniteSets(locked ? leaveOut(input, locked) : input, supported);
  const confirmed = locked ? confirm(input, locked, chosen) : null;
  const united = locked ? carryUnited(input, supported, chosen) : chosen;
  const tested = testedOf(input, supported, united);
  const measured = measureValues(input, united, tested, (place) =>
    progress(place + 1, steps, `Measuring each field for “${supported[place]?.value.label}”`),
  );
  const needs = combineNeeds(input, measured, tested);
  return compose(input, searched, measured, needs, confirmed);
}

/** What one value's screen let through is measured for all of them. */
function testedOf(input: ValuesInput, searched: readonly SearchedValue[], { each }: United): number[] {
  const fields = new Set([...searched.flatMap(({ tested }) => tested), ...each[0]!.kept.layout.fields]);
  return [...input.fields.keys()].filter((field) => fields.has(field));
}

function confirm(input: ValuesInput, locked: Uint8Array, { each }: United): Confirmation {
  const set = ({ layout, lambda }: CrossFit) => ({ fields: layout.fields, lambda });
  return confirmTogether(
    each.map(({ value, design: { pairs }, kept, reference }) => ({
      input: ofValue(input, value),
      pairs,
      kept: set(kept),
      reference: set(reference),
    })),
    locked,
  );
}

function compose(
  input: ValuesInput,
  searched: readonly SearchedValue[],
  measured: MeasuredValues,
  needs: readonly FieldNeed[],
  confirmed: Confirmation | null,
): ModelResult {
  const each = measured.each.map(({ fits }) => fits);
  const { design, kept } = each[0]!;
  const gain = gainOf(each);
  const nameOf = (field: number) => design.fields[field]!.name;
  const shareOf = (name: string) => needs.find((need) => need.name === name)?.share.value ?? 0;
  const loss = measured.tally.total(design, "set")!;
  const pairs = new Map(
    each.flatMap(({ design }) => design.pairs).map((pair) => [`${pair.first} ${pair.second}`, pair]),
  );
  const references = new Set(each.flatMap(({ reference }) => reference.layout.fields));
  const tested = new Set(needs.map(({ name }) => name));
  return {
    gain,
    supported: true,
    lambda: kept.lambda,
    performance: performanceOf(
      each,
      { value: 1 - loss.value / gain.value, low: 1 - loss.high / gain.value },
      tested.size,
    ),
    kept: kept.layout.fields.map(nameOf).sort((a, b) => shareOf(b) - shareOf(a) || (a < b ? -1 : 1)),
    reference: { fields: [...references].sort((a, b) => a - b).map(nameOf), lambda: each[0]!.reference.lambda },
    fields: needs,
    path: [],
    pairs: [...pairs.values()].map(({ first, second }) => [nameOf(first), nameOf(second)] as const),
    held: [],
    preScreened: design.candidates.map(nameOf).filter((name) => !tested.has(name)),
    proven: loss.high <= (1 - input.settings.keep) * gain.value,
    confirmed,
    shadows: {
      tested: measured.each.reduce((sum, { shadows }) => sum + shadows.tested, 0),
      needed: measured.each.reduce((sum, { shadows }) => sum + shadows.needed, 0),
    },
    values: valuesOf(input, searched, measured),
  };
}

function valuesOf(
  input: ValuesInput,
  searched: readonly SearchedValue[],
  measured: MeasuredValues | null,
): ValueResult[] {
  const counts = countsOf(
    input.outcome,
    searched.map(({ value }) => value),
  );
  return searched.map(({ value }, place): ValueResult => {
    const own = measured?.each.find(({ fits }) => fits.value.code === value.code);
    const area = ({ eta }: CrossFit) => meanArea([{ design: own!.fits.design, eta }]);
    return {
      ...value,
      records: counts[place]!,
      supported: own !== undefined,
      area: own
        ? { allFields: area(allFieldsOf(own.fits, own.measured.length)), keptFields: area(own.fits.kept) }
        : null,
      fields: own?.needs ?? [],
      held: own?.held ?? [],
    };
  });
}

function gainOf(each: readonly ValueFits[]): Difference {
  const none = sumLosses(each.map((one) => one.none));
  return meanDifference(each[0]!.design, none, sumLosses(each.map(({ reference }) => reference)));
}

function unsupported(input: ValuesInput, searched: readonly SearchedValue[]): ModelResult {
  const nothing = { value: 0, low: 0, high: 0 };
  return {
    gain: {
      value: searched.reduce((sum, { gain }) => sum + gain.value, 0),
      error: searched.reduce((sum, { gain }) => sum + gain.error, 0),
    },
    supported: false,
    lambda: searched[0]?.kept.lambda ?? 1,
    performance: {
      measure: "auc",
      allFields: { ...nothing, value: 0.5 },
      keptFields: { ...nothing, value: 0.5 },
      keptShare: { value: 0, low: 0 },
      foundInTop20: { allFields: nothing, keptFields: nothing },
    },
    kept: [],
    reference: { fields: [], lambda: 1 },
    fields: [],
    path: [],
    pairs: [],
    held: [],
    preScreened: [],
    proven: false,
    confirmed: null,
    shadows: null,
    values: valuesOf(input, searched, null),
  };
}
