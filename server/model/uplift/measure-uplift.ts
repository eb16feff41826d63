import type { Progress } from "../../jobs/serve-tasks.ts";
import type { Task } from "../../jobs/worker-pool.ts";
import type { Estimate } from "../../vocabulary.ts";
import { fitGoal } from "../fit-goal.ts";
import { crossFit } from "../fitting/cross-fit.ts";
import { makeDesign, sortByFold } from "../fitting/design.ts";
import { fitPart } from "../fitting/fit-part.ts";
import { predict, rowSpace } from "../fitting/row-passes.ts";
import { leaveOut } from "../lock-quarter.ts";
import type { ModelInput } from "../model-input.ts";
import type { FieldNeed } from "../model-result.ts";
import { withPairs } from "../pairs/pairs.ts";
import { toRoundRecords } from "../round-records.ts";
import { searchSet } from "../search-set.ts";
import type { Difference } from "../statistics/differences.ts";
import { around, z90, z95, zSupported } from "../statistics/intervals.ts";
import { qini, qiniDifference, qiniOf, upliftCurve } from "./qini.ts";

/** A goal, who got its offer, and the model that tells who is likely to reach it anyway. */
export interface UpliftInput {
  /** without weights: the same part of all is sampled */
  readonly input: ModelInput;
  /** 1 where the record got the offer */
  readonly treated: Uint8Array;
  /** fields that take part in asking whether the offer was drawn by lot, and in nothing else: it is not known when they are known */
  readonly onlyForLot: readonly string[];
  /** the kept set of the goal, by name, and its ridge; empty where the fields do not support it */
  readonly propensity: { readonly fields: readonly string[]; readonly lambda: number };
}

/** What the offer changes, and whom. Areas are in outcomes per customer. */
export interface UpliftResult {
  readonly records: number;
  readonly treated: number;
  readonly rates: { readonly treated: number; readonly untreated: number };
  /** difference of the rates (of numbers, of the means) with its 95 % interval */
  readonly average: Estimate;
  /** fields that tell who got the offer: then it was not drawn by lot, and nothing more is claimed; empty where none does */
  readonly treatedToldBy: readonly string[];
  /** do the fields tell who is persuaded? null where the offer was not drawn by lot */
  readonly told: boolean | null;
  readonly qini: {
    /** null where the fields do not tell who is persuaded */
    readonly uplift: Estimate | null;
    readonly propensity: Estimate;
    /** how much more ranking by uplift brings, paired by record */
    readonly difference: Estimate | null;
  } | null;
  /** extra outcomes per customer when the first 0, 5, 10 … 100 % are treated */
  readonly curve: { readonly uplift: readonly number[] | null; readonly propensity: readonly number[] } | null;
  /** what each field tells of who is persuaded */
  readonly fields: readonly Pick<FieldNeed, "name" | "inKept" | "share" | "discovered">[];
  /** where they do not: about how many records would settle it; null where no number can be given */
  readonly enough: number | null;
}

/** `measureUplift` in a worker thread. */
export const upliftTask: Task<UpliftInput, UpliftResult> = { name: "measure-uplift" };

const steps = 20;
/** A ranking that finds the whole effect in the first half of the customers has this part of it as its coefficient. */
const ofHalf = 0.25;

/**
 * Uplift by the transformed outcome: (Y - expected) (W - e) / (e (1 - e)), whose mean over any group is what the offer
 * brings there when it was drawn by lot. `expected` is what the propensity model says out of fold; it takes noise away and
 * changes no mean. The same additive model as for numbers says which fields tell it. Qini coefficients are of rankings
 * whose fields, too, were chosen without the records ranked.
 */
export function measureUplift(given: UpliftInput, progress: Progress = () => undefined): UpliftResult {
  const { order } = sortByFold(given.input.fold, given.input.folds);
  const whole = reordered(given.input, order);
  const input = { ...whole, fields: whole.fields.filter(({ name }) => !given.onlyForLot.includes(name)) };
  const treated = Uint8Array.from(order, (i) => given.treated[i]!);
  progress(0, 4, "Asking whether the offer was drawn by lot");
  const toldBy = tellTreated(whole, treated);
  const basic = { ...ratesOf(input.outcome, treated), treatedToldBy: toldBy };
  if (toldBy.length) return { ...basic, told: null, qini: null, curve: null, fields: [], enough: null };
  progress(1, 4, "Fitting who is persuaded");
  const expected = expect(input, given.propensity);
  const effects = transform(input.outcome, treated, expected.amount);
  const own: ModelInput = { ...input, outcome: effects, measure: "captured", asItIs: true };
  const model = fitGoal(own);
  progress(2, 4, "Ranking everybody by what the offer changes");
  const byUplift = model.supported ? qiniAndScore(effects, rankHonestly(own)) : null;
  const byPropensity = qiniAndScore(effects, expected.eta);
  progress(4, 4, "Done");
  return {
    ...basic,
    told: model.supported,
    qini: {
      uplift: byUplift && qiniOf(byUplift.parts),
      propensity: qiniOf(byPropensity.parts),
      difference: byUplift && qiniDifference(byUplift.parts, byPropensity.parts),
    },
    curve: {
      uplift: byUplift && upliftCurve(effects, byUplift.score, steps),
      propensity: upliftCurve(effects, byPropensity.score, steps),
    },
    fields: model.fields.map(({ name, inKept, share, discovered }) => ({ name, inKept, share, discovered })),
    enough: byUplift && qiniOf(byUplift.parts).low > 0 ? null : enoughFor(effects, basic.average, model.gain),
  };
}

function qiniAndScore(effects: Float64Array, score: Float64Array) {
  return { score, parts: qini(effects, score) };
}

/** The fields that tell who got the offer; none where it looks drawn by lot. */
function tellTreated(input: ModelInput, treated: Uint8Array): string[] {
  const fields = input.fields.map(({ always: _, ...field }) => field);
  const asked: ModelInput = { ...input, fields, measure: "auc", outcome: Float64Array.from(treated) };
  const { settled, design } = searchSet(asked, () => undefined);
  if (!settled) return [];
  const clear = settled.without.filter(({ gain }) => gain.value - z90 * gain.error > 0);
  return (clear.length ? clear : settled.without).map(({ field }) => design.fields[field]!.name);
}

/** What the propensity model expects of each record out of fold, as a ranking and as an amount. */
function expect(input: ModelInput, { fields, lambda }: UpliftInput["propensity"]) {
  const design = makeDesign({ ...input, asItIs: true });
  const places = fields.map((name) => input.fields.findIndex((field) => field.name === name)).filter((i) => i >= 0);
  const mean = input.outcome.reduce((sum, y) => sum + y, 0) / input.records;
  const { eta } = crossFit(design, places, lambda, rowSpace(input.records));
  if (design.family === "logistic") return { eta, amount: eta.map((odds) => 1 / (1 + Math.exp(-odds))) };
  const spread = Math.sqrt(input.outcome.reduce((sum, y) => sum + (y - mean) ** 2, 0) / input.records) || 1;
  return { eta, amount: eta.map((told) => mean + spread * told) };
}

/** @param expected what is expected of the record whoever got the offer */
export function transform(outcome: Float64Array, treated: Uint8Array, expected: Float64Array): Float64Array {
  const e = treated.reduce((sum, w) => sum + w, 0) / treated.length;
  return outcome.map((y, i) => ((y - expected[i]!) * (treated[i]! - e)) / (e * (1 - e)));
}

/** Scores of each record from a model whose fields, pairs and ridge were chosen without its fold. */
function rankHonestly(input: ModelInput): Float64Array {
  const score = new Float64Array(input.records);
  for (let fold = 0; fold < input.folds; fold++) {
    const mask = input.fold.map((one) => (one === fold ? 1 : 0));
    const others = leaveOut(input, mask);
    const relabelled = {
      ...others,
      fold: others.fold.map((one) => (one > fold ? one - 1 : one)),
      folds: input.folds - 1,
    };
    const { settled, design } = searchSet(relabelled, () => undefined);
    if (!settled) continue;
    const { layout, lambda } = settled.kept;
    const apart = withPairs(makeDesign({ ...input, folds: 2 }, mask), design.pairs);
    const end = apart.starts[1]!;
    const fit = fitPart(apart, { fields: layout.fields, lambda }, [0, end], rowSpace(input.records));
    const eta = new Float64Array(input.records);
    predict(apart, fit.layout, fit.beta, end, input.records, eta);
    // the records of the fold stand together, in the same order in both
    score.set(eta.subarray(end), input.fold.indexOf(fold));
  }
  return score;
}

/** The rates (of numbers, the means) with and without the offer, and their difference. */
export function ratesOf(
  outcome: Float64Array,
  treated: Uint8Array,
): Pick<UpliftResult, "records" | "treated" | "rates" | "average"> {
  const [without, withOffer] = [0, 1].map((answer) => {
    const own = outcome.filter((_, i) => treated[i] === answer);
    const mean = own.reduce((sum, y) => sum + y, 0) / own.length;
    const variance = own.reduce((sum, y) => sum + (y - mean) ** 2, 0) / Math.max(1, own.length - 1) / own.length;
    return { count: own.length, mean, variance };
  });
  return {
    records: outcome.length,
    treated: withOffer!.count,
    rates: { treated: withOffer!.mean, untreated: without!.mean },
    average: around(withOffer!.mean - without!.mean, Math.sqrt(withOffer!.variance + without!.variance), z95),
  };
}

/**
 * What the gain needs to stand clear above nothing, or, if that is less, a ranking that finds the whole average effect in
 * one half of the customers: its coefficient has the error sd / sqrt(12 n).
 */
function enoughFor(effects: Float64Array, average: Estimate, gain: Difference): number | null {
  const n = effects.length;
  const mean = effects.reduce((sum, effect) => sum + effect, 0) / n;
  const variance = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0) / n;
  const effect = average.low > 0 || average.high < 0 ? average.value : Math.max(average.high, -average.low);
  const forHalf = ((z95 / (ofHalf * effect)) ** 2 * variance) / 12;
  const forGain = gain.value > 0 ? n * ((zSupported * gain.error) / gain.value) ** 2 : 0;
  const records = toRoundRecords(Math.max(forHalf, forGain));
  return records !== null && records > n ? records : null;
}

function reordered(input: ModelInput, order: Uint32Array): ModelInput {
  return {
    ...input,
    weight: null,
    outcome: Float64Array.from(order, (i) => input.outcome[i]!),
    fold: Uint8Array.from(order, (i) => input.fold[i]!),
    fields: input.fields.map((field) => ({ ...field, codes: Uint8Array.from(order, (i) => field.codes[i]!) })),
  };
}
