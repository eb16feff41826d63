import type { Design } from "./design.ts";
import { exponential } from "./exponential.ts";
import type { Layout } from "./layout.ts";
import { addCells, cellValues, type PackedGroup } from "./packed-blocks.ts";
import { eachTwoWayTable } from "./two-way-tables.ts";

/** One array a quantity, over all records; each pass fills a range of them. */
export interface RowSpace {
  readonly eta: Float64Array;
  readonly residual: Float64Array;
  readonly curvature: Float64Array;
}

export function rowSpace(records: number): RowSpace {
  return {
    eta: new Float64Array(records),
    residual: new Float64Array(records),
    curvature: new Float64Array(records),
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

function ofAnswers({ outcome, weight }: Design, from: number, to: number, space: RowSpace): number {
  const { eta, residual, curvature } = space;
  let logLikelihood = 0;
  // One logarithm for many records: the products stay far above the smallest double. Records of one answer mostly weigh
  // the same; where the weight changes, a new product begins.
  const products = [1, 1];
  const weights = [1, 1];
  for (let i = from; i < to; i++) {
    const p = 1 / (1 + exponential(-clamp(eta[i]!)));
    const y = outcome[i]!;
    const h = p * (1 - p);
    const w = weight ? weight[i]! : 1;
    residual[i] = w * (y - p);
    curvature[i] = w * Math.max(h, 1e-5);
    // p where y is 1, else 1 - p, without a branch that nobody could foresee
    const told = y * p + (1 - y) * (1 - p);
    if (w !== weights[y] || products[y]! < 1e-200) {
      logLikelihood += weights[y]! * Math.log(products[y]!);
      products[y] = 1;
      weights[y] = w;
    }
    products[y]! *= told;
  }
  return logLikelihood + weights[0]! * Math.log(products[0]!) + weights[1]! * Math.log(products[1]!);
}

/** As many records at a time as stay in the nearest cache from the first look at them to the last. */
const atOnce = 2048;

/**
 * Predicts and linearizes records [from, to) and adds their residuals to `gradient`, by bin. Returns their log-likelihood.
 * Four groups of blocks are looked up at once, for one look-up need not wait for another.
 */
export function pass(
  design: Design,
  groups: readonly PackedGroup[],
  beta: Float64Array,
  from: number,
  to: number,
  space: RowSpace,
  gradient: Float64Array,
): number {
  const values = groups.map((group) => cellValues(group, beta));
  const sums = groups.map(({ cells }) => new Float64Array(cells));
  let logLikelihood = 0;
  let all = 0;
  for (let start = from; start < to; start += atOnce) {
    const end = Math.min(to, start + atOnce);
    predictCells(groups, values, beta[0]!, start, end, space.eta);
    logLikelihood += linearize(design, start, end, space);
    all = addResiduals(groups, sums, start, end, space.residual, all);
  }
  gradient[0]! += all;
  for (const [index, group] of groups.entries()) addCells(group, sums[index]!, gradient);
  return logLikelihood;
}

/** eta for records [from, to), as `predict`, from packed blocks. */
export function predictPacked(
  groups: readonly PackedGroup[],
  beta: Float64Array,
  from: number,
  to: number,
  eta: Float64Array,
): void {
  const values = groups.map((group) => cellValues(group, beta));
  for (let start = from; start < to; start += atOnce) {
    predictCells(groups, values, beta[0]!, start, Math.min(to, start + atOnce), eta);
  }
}

function predictCells(
  groups: readonly PackedGroup[],
  values: readonly Float64Array[],
  intercept: number,
  from: number,
  to: number,
  eta: Float64Array,
): void {
  eta.fill(intercept, from, to);
  let g = 0;
  for (; g + 3 < groups.length; g += 4) {
    const [a, b, c, d] = [groups[g]!.codes, groups[g + 1]!.codes, groups[g + 2]!.codes, groups[g + 3]!.codes];
    const [va, vb, vc, vd] = [values[g]!, values[g + 1]!, values[g + 2]!, values[g + 3]!];
    for (let i = from; i < to; i++) eta[i]! += va[a[i]!]! + vb[b[i]!]! + (vc[c[i]!]! + vd[d[i]!]!);
  }
  for (; g < groups.length; g++) {
    const { codes } = groups[g]!;
    const value = values[g]!;
    for (let i = from; i < to; i++) eta[i]! += value[codes[i]!]!;
  }
}

/** Returns `all` and the residuals of the range. */
function addResiduals(
  groups: readonly PackedGroup[],
  sums: readonly Float64Array[],
  from: number,
  to: number,
  residual: Float64Array,
  all: number,
): number {
  let total = all;
  for (let i = from; i < to; i++) total += residual[i]!;
  let g = 0;
  for (; g + 1 < groups.length; g += 2) {
    const [a, b] = [groups[g]!.codes, groups[g + 1]!.codes];
    const [sa, sb] = [sums[g]!, sums[g + 1]!];
    for (let i = from; i < to; i++) {
      const r = residual[i]!;
      sa[a[i]!]! += r;
      sb[b[i]!]! += r;
    }
  }
  if (g < groups.length) {
    const { codes } = groups[g]!;
    const sum = sums[g]!;
    for (let i = from; i < to; i++) sum[codes[i]!]! += residual[i]!;
  }
  return total;
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
  const { curvature } = space;
  const { size } = layout;
  let sum = 0;
  for (let i = from; i < to; i++) sum += curvature[i]!;
  hessian[0]! += sum;
  for (const [position, field] of layout.blocks.entries()) {
    const { codes, bins } = design.fields[field]!;
    const offset = layout.offsets[position]!;
    const block = new Float64Array(bins);
    for (let i = from; i < to; i++) block[codes[i]!]! += curvature[i]!;
    for (let b = 0; b < bins; b++) {
      const row = (offset + b) * size;
      hessian[row]! += block[b]!;
      hessian[row + offset + b]! += block[b]!;
    }
  }
  const blocks = layout.blocks.map((field) => design.fields[field]!);
  eachTwoWayTable(blocks, { weights: [curvature], from, to }, (first, second, [table]) => {
    const [rows, columns] = [blocks[first]!.bins, blocks[second]!.bins];
    const [down, right] = [layout.offsets[first]!, layout.offsets[second]!];
    for (let b = 0; b < rows; b++) {
      const place = (down + b) * size + right;
      for (let o = 0; o < columns; o++) hessian[place + o]! += table![b * columns + o]!;
    }
  });
}

/** Log-loss of each record in nats; of numbers half the squared error, in units of their variance. */
export function logLosses(design: Design, eta: Float64Array): Float64Array {
  if (design.family === "gaussian") return eta.map((told, i) => (design.outcome[i]! - told) ** 2 / 2);
  const losses = new Float64Array(design.records);
  for (let i = 0; i < design.records; i++) {
    const signed = design.outcome[i]! > 0 ? -clamp(eta[i]!) : clamp(eta[i]!);
    losses[i] = signed > 0 ? signed + Math.log1p(exponential(-signed)) : Math.log1p(exponential(signed));
  }
  return losses;
}

function clamp(eta: number): number {
  if (eta > 35) return 35;
  if (eta < -35) return -35;
  return eta;
}
