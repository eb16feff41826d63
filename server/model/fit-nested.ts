import type { Progress } from "../jobs/serve-tasks.ts";
import { bestOf, checkpointSizes } from "./choose-set.ts";
import { type CrossFit, crossFit, curvatureAt, sumOf } from "./cross-fit.ts";
import type { Design } from "./design.ts";
import { meanDifference } from "./differences.ts";
import { type Elimination, eliminate } from "./eliminate.ts";
import { fitAlone, fitNone } from "./fit-alone.ts";
import type { RowSpace } from "./row-passes.ts";
import { tune } from "./tune.ts";

/** Fewer records with the outcome, or without it, than this are little: only the fields best alone go on. */
const lowPower = 500;
const fieldsAtLowPower = 10;
/** Bins of the fields that enter the path together; the rest is tested against the kept set. */
const mostBinsOnPath = 640;
const aloneLambda = 1;

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

/** Everything that is fitted before a set is chosen. */
export function fitNested(design: Design, space: RowSpace, progress: Progress): Fits {
  const none = fitNone(design);
  const alone = design.fields.map((_, field) => fitAlone(design, field, aloneLambda));
  const tested = screen(design, alone, none.losses);
  const contenders = limitBins(design, tested, alone, none.losses);
  const full = tune(design, contenders, space, 3);
  progress(1, 4, "Following the path");
  const hessian = sumOf(curvatureAt(design, full.layout, full.beta, space).hessians);
  const path = eliminate(design, full.layout, full.beta, hessian, full.lambda);
  const nested = refitNested(design, full, path, space);
  return { none, alone, tested, full, path, nested };
}

/** The checkpoints of the path, out of fold. The full model's lambda may not suit the best of them: then once more with its own. */
function refitNested(design: Design, full: CrossFit, path: readonly Elimination[], space: RowSpace): CrossFit[] {
  const most = full.layout.fields.length;
  const refitAt = (lambda: number) =>
    checkpointSizes(most).map((size) => {
      if (size === most) return full;
      const step = path.find(({ left }) => left.length === size)!;
      return crossFit(design, step.left, lambda, space, { layout: full.layout, beta: step.beta });
    });
  const nested = refitAt(full.lambda);
  const best = bestOf(design, nested);
  const tuned = tune(design, best.layout.fields, space, full.lambda, best);
  return tuned.lambda === full.lambda ? nested : refitAt(tuned.lambda);
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
