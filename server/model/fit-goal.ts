import { UserError } from "../errors.ts";
import type { Progress } from "../jobs/serve-tasks.ts";
import { type Choice, checkpointSizes, chooseSet } from "./choose-set.ts";
import { composeResult } from "./compose-result.ts";
import { type CrossFit, crossFit, curvatureAt, sumOf } from "./cross-fit.ts";
import { type Design, makeDesign } from "./design.ts";
import { meanDifference } from "./differences.ts";
import { type Elimination, eliminate } from "./eliminate.ts";
import { fitAlone, fitNone } from "./fit-alone.ts";
import type { ModelInput, ModelResult } from "./model-result.ts";
import { type RowSpace, rowSpace } from "./row-passes.ts";
import { settleSet } from "./settle-set.ts";
import { tune } from "./tune.ts";

/** Fewer records with the outcome, or without it, than this are little: only the fields best alone go on. */
const lowPower = 500;
const fieldsAtLowPower = 10;
/** Bins of the fields that enter the path together; the rest is tested against the kept set. */
const mostBinsOnPath = 1200;
const aloneLambda = 1;
/** standard errors that the gain must stand above nothing */
const supportedFrom = 2.33;

export interface Fits {
  readonly none: Pick<CrossFit, "eta" | "losses">;
  readonly alone: readonly CrossFit[];
  /** positions of the fields that the low-power screen let through */
  readonly tested: readonly number[];
  readonly full: CrossFit;
  readonly path: readonly Elimination[];
  /** the refitted sizes of the path, the full model among them */
  readonly nested: readonly CrossFit[];
}

/**
 * Which fields does the goal need? Pure and in a fixed order: the same records in the same order give the same answer
 * to the last digit.
 * @throws UserError for outcomes that are not yes or no
 */
export function fitGoal(input: ModelInput, progress: Progress = () => undefined): ModelResult {
  if (input.measure !== "auc") {
    throw new UserError(
      "An outcome that is a number cannot be tested yet. Give the goal an outcome that is yes or no.",
    );
  }
  const design = makeDesign(input);
  const space = rowSpace(design.records);
  progress(0, 4, "Fitting every field");
  const fits = fitNested(design, space, progress);
  const { keep, delta, q } = input.settings;
  const choice: Choice = chooseSet(design, fits.nested, fits.none.losses, (gain) => Math.max(0, (1 - keep) * gain));
  const gain = meanDifference(design, fits.none.losses, choice.reference.losses);
  const supported = gain.value - supportedFrom * gain.error > 0;
  progress(2, 4, "Choosing the smallest set");
  if (!supported) return composeResult(input, design, fits, { gain, choice, settled: null }, space);
  const limits = { setLoss: (1 - keep) * gain.value, floor: delta * gain.value, q };
  const settled = settleSet(design, choice, fits.tested, limits, space);
  progress(3, 4, "Measuring each field");
  const result = composeResult(input, design, fits, { gain, choice, settled }, space);
  progress(4, 4, "Done");
  return result;
}

function fitNested(design: Design, space: RowSpace, progress: Progress): Fits {
  const none = fitNone(design);
  const alone = design.fields.map((_, field) => fitAlone(design, field, aloneLambda));
  const tested = screen(design, alone, none.losses);
  const contenders = limitBins(design, tested, alone, none.losses);
  const full = tune(design, contenders, space, 3);
  progress(1, 4, "Following the path");
  const hessian = sumOf(curvatureAt(design, full.layout, full.beta, space).hessians);
  const path = eliminate(design, full.layout, full.beta, hessian, full.lambda);
  const nested = checkpointSizes(contenders.length).map((size) => {
    if (size === contenders.length) return full;
    const step = path.find(({ left }) => left.length === size)!;
    return crossFit(design, step.left, full.lambda, space, { layout: full.layout, beta: step.beta });
  });
  return { none, alone, tested, full, path, nested };
}

function screen(design: Design, alone: readonly CrossFit[], none: Float64Array): number[] {
  let positives = 0;
  for (const y of design.outcome) positives += y;
  const all = design.fields.map((_, field) => field);
  if (Math.min(positives, design.records - positives) >= lowPower) return all;
  return bestAlone(design, all, alone, none)
    .slice(0, fieldsAtLowPower)
    .sort((a, b) => a - b);
}

function limitBins(
  design: Design,
  fields: readonly number[],
  alone: readonly CrossFit[],
  none: Float64Array,
): number[] {
  let bins = 0;
  const within = bestAlone(design, fields, alone, none).filter((field) => {
    bins += design.fields[field]!.bins;
    return bins <= mostBinsOnPath;
  });
  return byNameOrder(design, within);
}

function bestAlone(
  design: Design,
  fields: readonly number[],
  alone: readonly CrossFit[],
  none: Float64Array,
): number[] {
  const gains = new Map(fields.map((field) => [field, meanDifference(design, none, alone[field]!.losses).value]));
  return byNameOrder(design, fields).sort((a, b) => gains.get(b)! - gains.get(a)!);
}

/** The order of the fields in the file must not matter, not even to the last digit of a sum. */
function byNameOrder(design: Design, fields: readonly number[]): number[] {
  return [...fields].sort((a, b) => (design.fields[a]!.name < design.fields[b]!.name ? -1 : 1));
}
