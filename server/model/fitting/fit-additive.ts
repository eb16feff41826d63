import { factorize, solve } from "./cholesky.ts";
import type { Design } from "./design.ts";
import type { Layout } from "./layout.ts";
import { type PackedGroup, packBlocks } from "./packed-blocks.ts";
import { addHessian, pass, type RowSpace } from "./row-passes.ts";

/** Records trained on: all of them, or all but one fold. */
type Ranges = readonly (readonly [from: number, to: number])[];

/** Newton's decrement, in nats over all records, below which the next step is the last. */
export const enough = 1e-5;
const mostSteps = 40;
const mostHalvings = 6;

export interface Start {
  readonly beta: Float64Array;
  /** of the ridge-penalised Hessian near `beta` */
  readonly factor: Float64Array;
  /** penalised gradient at `beta`, where it is known without a pass; with the objective, if that is to be held against */
  readonly gradient?: Float64Array;
  readonly objective?: number;
  /** the layout's blocks, where they are packed already */
  readonly groups?: readonly PackedGroup[];
}

/**
 * The ridge-penalised additive logistic model on bins: maximises loglik - lambda/2 |beta|^2, the intercept free.
 * Newton steps on all blocks together, each coefficient's step clipped to 1; where the objective fell, the step is
 * halved; where the Hessian of the start no longer serves, it is taken anew.
 */
export function maximize(
  design: Design,
  layout: Layout,
  lambda: number,
  ranges: Ranges,
  start: Start,
  space: RowSpace,
  tolerance = enough,
): Float64Array {
  const { size } = layout;
  const groups = start.groups ?? packBlocks(design, layout);
  const passAt = (beta: Float64Array) => passOver(design, groups, lambda, ranges, beta, space);
  let { factor } = start;
  let beta = start.beta;
  let before = beta;
  let best = start.objective ?? Number.NEGATIVE_INFINITY;
  let lastDecrement = Number.POSITIVE_INFINITY;
  let gradient = start.gradient;
  let halvings = 0;
  for (let steps = 0; steps < mostSteps; ) {
    if (!gradient) {
      const { objective, gradient: here } = passAt(beta);
      if (objective < best - 1e-9 * Math.abs(best) && halvings < mostHalvings) {
        beta = halfway(before, beta);
        halvings++;
        continue;
      }
      if (halvings > 0) factor = factorAt(design, layout, lambda, ranges, space);
      best = objective;
      gradient = here;
      halvings = 0;
    }
    let step = solve(factor, size, gradient);
    let decrement = half(gradient, step);
    if (decrement > 0.1 * lastDecrement && decrement > tolerance) {
      if (start.gradient === gradient) passAt(beta);
      factor = factorAt(design, layout, lambda, ranges, space);
      step = solve(factor, size, gradient);
      decrement = half(gradient, step);
    }
    before = beta;
    beta = stepped(beta, step);
    if (decrement < tolerance) return beta;
    lastDecrement = decrement;
    gradient = undefined;
    steps++;
  }
  return beta;
}

/** The factor of the penalised Hessian of the last pass over `ranges`. */
function factorAt(design: Design, layout: Layout, lambda: number, ranges: Ranges, space: RowSpace): Float64Array {
  const hessian = new Float64Array(layout.size * layout.size);
  for (const [from, to] of ranges) addHessian(design, layout, from, to, space, hessian);
  return penalizedFactor(hessian, layout.size, lambda);
}

/** @param hessian lower triangle; overwritten */
export function penalizedFactor(hessian: Float64Array, size: number, lambda: number): Float64Array {
  for (let i = 1; i < size; i++) hessian[i * size + i]! += lambda;
  factorize(hessian, size);
  return hessian;
}

function passOver(
  design: Design,
  groups: readonly PackedGroup[],
  lambda: number,
  ranges: Ranges,
  beta: Float64Array,
  space: RowSpace,
): { objective: number; gradient: Float64Array } {
  const gradient = new Float64Array(beta.length);
  let objective = 0;
  for (const [from, to] of ranges) objective += pass(design, groups, beta, from, to, space, gradient);
  objective += penalize(beta, lambda, gradient);
  return { objective, gradient };
}

/** Takes the ridge off the gradient; returns what it adds to the objective. */
export function penalize(beta: Float64Array, lambda: number, gradient: Float64Array): number {
  let objective = 0;
  for (let i = 1; i < beta.length; i++) {
    objective -= (lambda / 2) * beta[i]! * beta[i]!;
    gradient[i]! -= lambda * beta[i]!;
  }
  return objective;
}

function half(gradient: Float64Array, step: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < step.length; i++) sum += gradient[i]! * step[i]!;
  return sum / 2;
}

function stepped(beta: Float64Array, step: Float64Array): Float64Array {
  return beta.map((value, i) => value + Math.max(-1, Math.min(1, step[i]!)));
}

function halfway(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => (value + b[i]!) / 2);
}
