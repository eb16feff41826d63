import type { Design } from "./design.ts";
import { enough, maximize, penalize, penalizedFactor } from "./fit-additive.ts";
import { carryOver, type Layout, layOut } from "./layout.ts";
import { type PackedGroup, packBlocks } from "./packed-blocks.ts";
import { addHessian, logLosses, pass, predictPacked, type RowSpace } from "./row-passes.ts";

/** The model of one set of fields: fitted on all records, and out of fold. */
export interface CrossFit {
  readonly layout: Layout;
  readonly lambda: number;
  /** fitted on all records */
  readonly beta: Float64Array;
  /** out-of-fold log-odds of each record */
  readonly eta: Float64Array;
  /** out-of-fold log-loss of each record, in nats */
  readonly losses: Float64Array;
}

/** Coefficients this near to where the Hessian was taken need no new one: the Newton steps only get a little longer. */
const nearEnough = 0.3;

/**
 * With more records than these, a fold's model is near enough where the last Newton step gained this much a record: a
 * thousandth of the least floor that a field is ever held against, and the error left is a hundredth of that again.
 */
const manyRecords = 50_000;
const enoughPerRecord = 5e-8;

/** A model to begin from; any set of fields will do. */
export interface Warm {
  readonly layout: Layout;
  readonly beta: Float64Array;
}

/**
 * Fits a set of fields once on all records and once without each fold. The fold models begin with an exact Newton step
 * from the whole: gradient and Hessian without a fold are those of all records less the fold's own.
 * The unique optimum does not depend on where `warm` begins.
 */
export function crossFit(
  design: Design,
  fields: readonly number[],
  lambda: number,
  space: RowSpace,
  warm?: Warm,
  tolerance = enough,
): CrossFit {
  const layout = layOut(design, fields);
  const groups = packBlocks(design, layout);
  const begin = warm ? carryOver(warm.beta, warm.layout, layout, design) : baseRateOnly(design, layout);
  const rough = curvatureAt(design, layout, begin, space, { groups });
  const start = sumOf(rough.gradients);
  const objective = rough.logLikelihood + penalize(begin, lambda, start);
  const factor = penalizedFactor(sumOf(rough.hessians), layout.size, lambda);
  const beta = maximize(
    design,
    layout,
    lambda,
    [[0, design.records]],
    { beta: begin, factor, gradient: start, objective, groups },
    space,
    tolerance,
  );
  const near = beta.every((value, i) => Math.abs(value - begin[i]!) < nearEnough);
  const here = curvatureAt(design, layout, beta, space, near ? { groups, hessians: rough.hessians } : { groups });
  const hessian = sumOf(here.hessians);
  const whole = sumOf(here.gradients);
  const close = design.records > manyRecords ? Math.max(tolerance, enoughPerRecord * design.records) : tolerance;
  const eta = new Float64Array(design.records);
  for (let fold = 0; fold < design.folds; fold++) {
    const [from, to] = [design.starts[fold]!, design.starts[fold + 1]!];
    const factor = penalizedFactor(difference(hessian, here.hessians[fold]!), layout.size, lambda);
    const gradient = difference(whole, here.gradients[fold]!);
    penalize(beta, lambda, gradient);
    const ranges = [[0, from] as const, [to, design.records] as const];
    const folded = maximize(design, layout, lambda, ranges, { beta, factor, gradient, groups }, space, close);
    predictPacked(groups, folded, from, to, eta);
  }
  return { layout, lambda, beta, eta, losses: logLosses(design, eta) };
}

interface Known {
  /** the layout's blocks, packed */
  readonly groups?: readonly PackedGroup[];
  /** where they were taken near enough */
  readonly hessians?: readonly Float64Array[];
}

/** Gradient and Hessian, without the ridge, of each fold at one set of coefficients, and the log-likelihood of all. */
export function curvatureAt(
  design: Design,
  layout: Layout,
  beta: Float64Array,
  space: RowSpace,
  known: Known = {},
): { gradients: readonly Float64Array[]; hessians: readonly Float64Array[]; logLikelihood: number } {
  const groups = known.groups ?? packBlocks(design, layout);
  const gradients: Float64Array[] = [];
  const hessians: Float64Array[] = [];
  let logLikelihood = 0;
  for (let fold = 0; fold < design.folds; fold++) {
    const [from, to] = [design.starts[fold]!, design.starts[fold + 1]!];
    const gradient = new Float64Array(layout.size);
    logLikelihood += pass(design, groups, beta, from, to, space, gradient);
    gradients.push(gradient);
    if (known.hessians) continue;
    const hessian = new Float64Array(layout.size * layout.size);
    addHessian(design, layout, from, to, space, hessian);
    hessians.push(hessian);
  }
  return { gradients, hessians: known.hessians ?? hessians, logLikelihood };
}

export function sumOf(parts: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(parts[0]!.length);
  for (const part of parts) for (let i = 0; i < sum.length; i++) sum[i]! += part[i]!;
  return sum;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const left = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) left[i] = a[i]! - b[i]!;
  return left;
}

function baseRateOnly(design: Design, layout: Layout): Float64Array {
  const beta = new Float64Array(layout.size);
  let positives = 0;
  for (let i = 0; i < design.records; i++) positives += design.outcome[i]! * (design.weight?.[i] ?? 1);
  const mean = positives / design.totalWeight;
  beta[0] = design.family === "gaussian" ? mean : Math.log(mean / (1 - mean));
  return beta;
}
