import type { Design } from "./design.ts";
import type { Layout } from "./layout.ts";

/** One array a quantity, over all records; each pass fills a range of them. */
export interface RowSpace {
  readonly eta: Float64Array;
  readonly residual: Float64Array;
  readonly curvature: Float64Array;
  readonly index: Int32Array;
}

export function rowSpace(records: number): RowSpace {
  return {
    eta: new Float64Array(records),
    residual: new Float64Array(records),
    curvature: new Float64Array(records),
    index: new Int32Array(records),
  };
}

/** eta = intercept + the coefficient of each field's bin, for records [from, to). */
export function predict(
  design: Design,
  layout: Layout,
  beta: Float64Array,
  from: number,
  to: number,
  eta: Float64Array,
): void {
  eta.fill(beta[0]!, from, to);
  for (const [position, field] of layout.blocks.entries()) {
    const { codes, bins } = design.fields[field]!;
    const offset = layout.offsets[position]!;
    const block = beta.slice(offset, offset + bins);
    for (let i = from; i < to; i++) eta[i]! += block[codes[i]!]!;
  }
}

/** Residual y - p and curvature p (1 - p), both times the weight; of numbers y - eta and 1. Returns the log-likelihood of the range. */
export function linearize(design: Design, from: number, to: number, space: RowSpace): number {
  return design.family === "gaussian" ? ofNumbers(design, from, to, space) : ofAnswers(design, from, to, space);
}

function ofNumbers({ outcome, weight }: Design, from: number, to: number, space: RowSpace): number {
  const { eta, residual, curvature } = space;
  let logLikelihood = 0;
  for (let i = from; i < to; i++) {
    const w = weight ? weight[i]! : 1;
    const off = outcome[i]! - eta[i]!;
    residual[i] = w * off;
    curvature[i] = w;
    logLikelihood -= (w * off * off) / 2;
  }
  return logLikelihood;
}

function ofAnswers(design: Design, from: number, to: number, space: RowSpace): number {
  const { outcome, weight } = design;
  const { eta, residual, curvature } = space;
  let logLikelihood = 0;
  let product = 1;
  for (let i = from; i < to; i++) {
    const p = 1 / (1 + Math.exp(-clamp(eta[i]!)));
    const y = outcome[i]!;
    const h = p * (1 - p);
    const told = y > 0 ? p : 1 - p;
    if (weight) {
      const w = weight[i]!;
      residual[i] = w * (y - p);
      curvature[i] = w * Math.max(h, 1e-5);
      logLikelihood += w * Math.log(told);
    } else {
      residual[i] = y - p;
      curvature[i] = Math.max(h, 1e-5);
      // one logarithm for many records: the product stays far above the smallest double
      product *= told;
      if (product < 1e-200) {
        logLikelihood += Math.log(product);
        product = 1;
      }
    }
  }
  return logLikelihood + Math.log(product);
}

/** Adds the residuals of records [from, to) to `gradient`, by bin. */
export function addGradient(
  design: Design,
  layout: Layout,
  from: number,
  to: number,
  residual: Float64Array,
  gradient: Float64Array,
): void {
  let sum = 0;
  for (let i = from; i < to; i++) sum += residual[i]!;
  gradient[0]! += sum;
  for (const [position, field] of layout.blocks.entries()) {
    const { codes, bins } = design.fields[field]!;
    const block = new Float64Array(bins);
    for (let i = from; i < to; i++) block[codes[i]!]! += residual[i]!;
    const offset = layout.offsets[position]!;
    for (let b = 0; b < bins; b++) gradient[offset + b]! += block[b]!;
  }
}

/** Adds sum of curvature x x' of records [from, to) to the lower triangle of `hessian`: all two-way tables of the bins. */
export function addHessian(
  design: Design,
  layout: Layout,
  from: number,
  to: number,
  space: RowSpace,
  hessian: Float64Array,
): void {
  const { curvature, index } = space;
  const { size } = layout;
  let sum = 0;
  for (let i = from; i < to; i++) sum += curvature[i]!;
  hessian[0]! += sum;
  for (const [position, field] of layout.blocks.entries()) {
    const { codes, bins } = design.fields[field]!;
    const offset = layout.offsets[position]!;
    const block = new Float64Array(bins);
    for (let i = from; i < to; i++) {
      const code = codes[i]!;
      block[code]! += curvature[i]!;
      index[i] = (offset + code) * size;
    }
    for (let b = 0; b < bins; b++) {
      const row = (offset + b) * size;
      hessian[row]! += block[b]!;
      hessian[row + offset + b]! += block[b]!;
    }
    for (let other = 0; other < position; other++) {
      const otherCodes = design.fields[layout.blocks[other]!]!.codes;
      const column = layout.offsets[other]!;
      for (let i = from; i < to; i++) hessian[index[i]! + column + otherCodes[i]!]! += curvature[i]!;
    }
  }
}

/** Log-loss of each record in nats; of numbers half the squared error, in units of their variance. */
export function logLosses(design: Design, eta: Float64Array): Float64Array {
  if (design.family === "gaussian") return eta.map((told, i) => (design.outcome[i]! - told) ** 2 / 2);
  const losses = new Float64Array(design.records);
  for (let i = 0; i < design.records; i++) {
    const signed = design.outcome[i]! > 0 ? -clamp(eta[i]!) : clamp(eta[i]!);
    losses[i] = signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed));
  }
  return losses;
}

function clamp(eta: number): number {
  return Math.max(-35, Math.min(35, eta));
}
