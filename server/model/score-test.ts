import { factorize, solve } from "./fitting/cholesky.ts";
import { type CrossFit, curvatureAt, sumOf } from "./fitting/cross-fit.ts";
import type { Design } from "./fitting/design.ts";
import type { Layout } from "./fitting/layout.ts";
import { predict, type RowSpace } from "./fitting/row-passes.ts";
import { tablesWith } from "./fitting/two-way-tables.ts";
import { chiSquaredUpperTail } from "./statistics/tails.ts";

/** bins with fewer records are merged before the test */
const leastInCell = 20;

export interface Score {
  /** gain per record in nats that the field would add, with its standard error */
  readonly value: number;
  readonly error: number;
  readonly p: number;
  /** log-odds of each record before and after one Newton step with the field, on all records: a rosy view of its use */
  readonly inSample: () => { readonly before: Float64Array; readonly after: Float64Array };
}

/** Prepared once for a kept set; then each field outside it is tested without a refit. */
export interface ScoreTest {
  readonly of: (field: number) => Score;
}

/**
 * Rao's score test of a field against the model of the kept set (all records, at its optimum):
 * V = H_jj - H_jS inv(H_SS) H_Sj + lambda I, chi2 = g' inv(V) g, D = (chi2 - df) / 2n.
 * In a sample of cases and controls chi2 is divided by the mean weight of the curvature.
 */
export function scoreTest(design: Design, fit: CrossFit, space: RowSpace): ScoreTest {
  const { layout, lambda, beta } = fit;
  const { size } = layout;
  const { hessians } = curvatureAt(design, layout, beta, space);
  const factor = sumOf(hessians);
  for (let i = 1; i < size; i++) factor[i * size + i]! += lambda;
  factorize(factor, size);
  const before = Float64Array.from(space.eta);
  const residual = Float64Array.from(space.residual);
  const curvature = Float64Array.from(space.curvature);
  const scale = inflation(design, residual, curvature);

  const blocks = layout.blocks.map((block) => design.fields[block]!);

  const of = (field: number): Score => {
    const terms = termsOf(design, layout, field).map((term) => ({ term, ...mergeSmallCells(design, term) }));
    const merged = terms.map(({ term, groups, count }) => ({ bins: count, codes: regroup(design, term, groups) }));
    const starts = terms.map((_, index) => terms.slice(0, index).reduce((sum, { count }) => sum + count, 0));
    const count = terms.reduce((sum, term) => sum + term.count, 0);
    const own = new Float64Array(count * count);
    const gradient = new Float64Array(count);
    const cross = Array.from({ length: count }, () => new Float64Array(size));
    for (const [index, one] of merged.entries()) {
      const start = starts[index]!;
      const earlier = merged.slice(0, index);
      const tables = tablesWith(one, [...blocks, ...earlier], curvature, { from: 0 });
      const pulls = sumByCode(one, residual);
      const weights = sumByCode(one, curvature);
      for (let g = 0; g < one.bins; g++) {
        gradient[start + g] = pulls[g]!;
        const column = cross[start + g]!;
        column[0] = weights[g]!;
        for (const [position, { bins }] of blocks.entries()) {
          column.set(tables[position]!.subarray(g * bins, (g + 1) * bins), layout.offsets[position]!);
        }
        const row = (start + g) * count;
        for (const [before, { bins }] of earlier.entries()) {
          own.set(tables[blocks.length + before]!.subarray(g * bins, (g + 1) * bins), row + starts[before]!);
        }
        own[row + start + g] = weights[g]!;
      }
    }
    const solved = cross.map((column) => solve(factor, size, column));
    const variance = new Float64Array(count * count);
    for (let a = 0; a < count; a++) {
      for (let b = 0; b <= a; b++) {
        let explained = 0;
        for (let i = 0; i < size; i++) explained += cross[a]![i]! * solved[b]![i]!;
        variance[a * count + b] = own[a * count + b]! + (a === b ? lambda : 0) - explained;
      }
    }
    factorize(variance, count);
    const pull = solve(variance, count, gradient);
    let statistic = 0;
    for (let a = 0; a < count; a++) statistic += gradient[a]! * pull[a]!;
    statistic /= scale;
    const df = terms.reduce((sum, { freedom }) => sum + freedom, 0);
    const inSample = () => {
      const change = new Float64Array(size);
      for (let a = 0; a < count; a++) for (let i = 0; i < size; i++) change[i]! -= solved[a]![i]! * pull[a]!;
      const after = new Float64Array(design.records);
      predict(design, layout, change, 0, design.records, after);
      for (let i = 0; i < design.records; i++) after[i]! += before[i]!;
      for (const [index, { term, groups }] of terms.entries()) {
        const { codes } = design.fields[term]!;
        for (let i = 0; i < design.records; i++) after[i]! += pull[starts[index]! + groups[codes[i]!]!]!;
      }
      return { before, after };
    };
    return {
      inSample,
      value: (scale * (statistic - df)) / (2 * design.totalWeight),
      error: (scale * Math.sqrt(2 * df + 4 * Math.max(0, statistic - df))) / (2 * design.totalWeight),
      p: chiSquaredUpperTail(statistic, df),
    };
  };
  return { of };
}

function regroup(design: Design, field: number, groups: Uint8Array): Uint8Array {
  return design.fields[field]!.codes.map((code) => groups[code]!);
}

function sumByCode({ codes, bins }: { codes: Uint8Array; bins: number }, values: Float64Array): Float64Array {
  const sums = new Float64Array(bins);
  for (let i = 0; i < codes.length; i++) sums[codes[i]!]! += values[i]!;
  return sums;
}

/** Mean weight of the curvature: by it a chi-squared of weighted records is too large. */
export function inflation(design: Design, residual: Float64Array, curvature: Float64Array): number {
  if (design.family === "gaussian") return spreadOf(design, residual);
  if (!design.weight) return 1;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < design.records; i++) {
    sum += curvature[i]!;
    squares += curvature[i]! * design.weight[i]!;
  }
  return squares / sum;
}

/** Of numbers: the variance that is left, of which the outcome's was 1. */
function spreadOf({ weight, totalWeight }: Design, residual: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < residual.length; i++) squares += residual[i]! ** 2 / (weight ? weight[i]! : 1);
  return squares / totalWeight || 1;
}

/** The field, and the pairs that it would bring: those with a field that the model holds. */
function termsOf(design: Design, { blocks }: Layout, field: number): number[] {
  const brought = design.pairs.filter(
    ({ first, second }) => (first === field && blocks.includes(second)) || (second === field && blocks.includes(first)),
  );
  return [field, ...brought.map(({ term }) => term)];
}

/** Ordered bins join the neighbour before them, others one common cell. */
function mergeSmallCells(design: Design, field: number): { groups: Uint8Array; count: number; freedom: number } {
  const { bins, counts, ordered, freedom } = design.fields[field]!;
  const groups = new Uint8Array(bins);
  let count = 0;
  let common = -1;
  let filled = leastInCell;
  for (let b = 0; b < bins; b++) {
    const small = counts[b]! < leastInCell;
    if (ordered) {
      if (filled >= leastInCell && !(small && count > 0)) {
        count++;
        filled = 0;
      }
      filled += counts[b]!;
      groups[b] = count - 1;
    } else if (small) {
      if (common < 0) common = count++;
      groups[b] = common;
    } else groups[b] = count++;
  }
  return { groups, count, freedom: Math.max(1, freedom - (bins - count)) };
}
