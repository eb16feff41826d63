import type { Progress } from "../jobs/serve-tasks.ts";
import { bestOf, checkpointSizes } from "./choose-set.ts";
import { type Elimination, eliminate } from "./eliminate.ts";
import { type CrossFit, crossFit, curvatureAt, sumOf } from "./fitting/cross-fit.ts";
import type { Design } from "./fitting/design.ts";
import { fitAlone, fitNone } from "./fitting/fit-alone.ts";
import type { RowSpace } from "./fitting/row-passes.ts";
import { tune } from "./fitting/tune.ts";
import { choosePairs } from "./pairs/choose-pairs.ts";
import { discoveries } from "./statistics/benjamini-hochberg.ts";
import { type Difference, meanDifference, pOf } from "./statistics/differences.ts";

/** Fewer records with the outcome, or without it, than this are little: only the fields best alone go on. */
const lowPower = 500;
const fieldsAtLowPower = 10;
/** Bins of the fields that enter the path together; the rest is tested against the kept set. */
const mostBinsOnPath = 640;
export const aloneLambda = 1;

export interface Fits {
  /** with the pairs that help */
  readonly design: Design;
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
export function fitNested(plain: Design, q: number, space: RowSpace, progress: Progress): Fits {
  const none = fitNone(plain);
  const alone = plain.fields.map((_, field) => fitAlone(plain, field, aloneLambda));
  const gains = alone.map(({ losses }) => meanDifference(plain, none.losses, losses));
  const tested = screen(plain, gains, q);
  const contenders = limitBins(plain, tested, gains, q);
  const additive = tune(plain, contenders, space, 3);
  const { design, full } = choosePairs(plain, tested, additive, space);
  progress(1, 4, "Following the path");
  const hessian = sumOf(curvatureAt(design, full.layout, full.beta, space).hessians);
  const path = eliminate(design, full.layout, full.beta, hessian, full.lambda);
  const nested = refitNested(design, full, path, space);
  return { design, none, alone, tested, full, path, nested };
}

/** The checkpoints of the path, out of fold. The full model's lambda may not suit the best of them: then once more with its own. */
function refitNested(design: Design, full: CrossFit, path: readonly Elimination[], space: RowSpace): CrossFit[] {
  const most = full.layout.fields.length;
  const refitAt = (lambda: number) =>
    checkpointSizes(most, design.held.length > 0 ? 0 : 1).map((size) => {
      if (size === most) return full;
      const step = path.find(({ left }) => left.length === size)!;
      return crossFit(design, step.left, lambda, space, { layout: full.layout, beta: step.beta });
    });
  const nested = refitAt(full.lambda);
  const best = bestOf(design, nested);
  const tuned = tune(design, best.layout.fields, space, full.lambda, best);
  return tuned.lambda === full.lambda ? nested : refitAt(tuned.lambda);
}

/** With little data, the ten best alone; of a wide table only fields that are shown to tell something alone. */
function screen(design: Design, alone: readonly Difference[], q: number): readonly number[] {
  const all = design.candidates;
  if (rarerAnswer(design) >= lowPower) return all;
  const found = new Set(discovered(design, alone, q));
  const open = all.length <= 3 * fieldsAtLowPower ? all : all.filter((field) => found.has(field));
  return bestAlone(design, open, alone)
    .slice(0, fieldsAtLowPower)
    .sort((a, b) => a - b);
}

/** Records of the rarer answer; of a number, half of them all. */
function rarerAnswer({ family, outcome, records }: Design): number {
  if (family === "gaussian") return records / 2;
  const positives = outcome.reduce((sum, y) => sum + y, 0);
  return Math.min(positives, records - positives);
}

/**
 * All fields, where their bins are few enough; else those shown to tell something alone, the best first. Just the best
 * would be a winner's choice: out of many fields of noise some look well in any folds.
 */
function limitBins(design: Design, fields: readonly number[], alone: readonly Difference[], q: number): number[] {
  const binsOf = (field: number) => design.fields[field]!.bins;
  let bins = design.held.reduce((sum, field) => sum + binsOf(field), 0);
  const all = fields.reduce((sum, field) => sum + binsOf(field), bins);
  if (all <= mostBinsOnPath) return byNameOrder(design, fields);
  const found = new Set(discovered(design, alone, q));
  const within = bestAlone(
    design,
    fields.filter((field) => found.has(field)),
    alone,
  ).filter((field) => {
    bins += binsOf(field);
    return bins <= mostBinsOnPath;
  });
  return byNameOrder(design, within);
}

function discovered(design: Design, alone: readonly Difference[], q: number): number[] {
  const found = discoveries(
    design.candidates.map((field) => pOf(alone[field]!)),
    q,
  );
  return design.candidates.filter((_, index) => found[index]);
}

function bestAlone(design: Design, fields: readonly number[], alone: readonly Difference[]): number[] {
  return byNameOrder(design, fields).sort((a, b) => alone[b]!.value - alone[a]!.value);
}

/** The order of the fields in the file must not matter, not even to the last digit of a sum. */
function byNameOrder(design: Design, fields: readonly number[]): number[] {
  return [...fields].sort((a, b) => (design.fields[a]!.name < design.fields[b]!.name ? -1 : 1));
}
