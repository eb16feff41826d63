import { factorize, inverse, solve } from "./cholesky.ts";
import type { Design } from "./design.ts";
import type { Layout } from "./layout.ts";

/** A nested sequence: the field removed, and the coefficients of all fields that are left (to second order). */
export interface Elimination {
  readonly removed: number;
  readonly left: readonly number[];
  /** in the layout of the full model; the blocks of removed fields are 0 */
  readonly beta: Float64Array;
}

/**
 * Removes the field that costs least, again and again, without a refit: the penalised Hessian tells what every subset
 * would cost to second order (Wald's statistic less its degrees of freedom, over the field's relative cost).
 * @param hessian lower triangle without the ridge; overwritten
 */
export function eliminate(
  design: Design,
  layout: Layout,
  fitted: Float64Array,
  hessian: Float64Array,
  lambda: number,
): Elimination[] {
  const { size } = layout;
  for (let i = 1; i < size; i++) hessian[i * size + i]! += lambda;
  factorize(hessian, size);
  const covariance = inverse(hessian, size);
  const beta = Float64Array.from(fitted);
  const left = layout.fields.map((_, position) => position);
  const sequence: Elimination[] = [];
  while (left.length > 0) {
    const weakest = left
      .map((position) => ({ position, ...blockOf(design, layout, position, covariance, beta) }))
      .reduce((best, block) => (isWeaker(design, block, best) ? block : best));
    remove(weakest, size, covariance, beta);
    left.splice(left.indexOf(weakest.position), 1);
    sequence.push({
      removed: layout.fields[weakest.position]!,
      left: left.map((position) => layout.fields[position]!),
      beta: Float64Array.from(beta),
    });
  }
  return sequence;
}

interface Block {
  readonly field: number;
  readonly offset: number;
  readonly bins: number;
  readonly factor: Float64Array;
  /** inv(covariance of the block) times its coefficients */
  readonly pull: Float64Array;
  readonly price: number;
}

function blockOf(
  design: Design,
  layout: Layout,
  position: number,
  covariance: Float64Array,
  beta: Float64Array,
): Block {
  const field = layout.fields[position]!;
  const { bins, cost } = design.fields[field]!;
  const offset = layout.offsets[position]!;
  const factor = new Float64Array(bins * bins);
  for (let a = 0; a < bins; a++) {
    for (let b = 0; b <= a; b++) factor[a * bins + b] = covariance[(offset + a) * layout.size + offset + b]!;
  }
  factorize(factor, bins);
  const own = beta.slice(offset, offset + bins);
  const pull = solve(factor, bins, own);
  let statistic = 1 - bins;
  for (let b = 0; b < bins; b++) statistic += own[b]! * pull[b]!;
  return { field, offset, bins, factor, pull, price: statistic > 0 ? statistic / cost : statistic * cost };
}

/** Equal prices are told apart by name, so that the order of the fields in the file does not matter. */
function isWeaker(design: Design, a: Block, b: Block): boolean {
  if (a.price !== b.price) return a.price < b.price;
  return design.fields[a.field]!.name > design.fields[b.field]!.name;
}

/** beta -= C_j inv(C_jj) beta_j and C -= C_j inv(C_jj) C_j', with C the covariance. */
function remove(block: Block, size: number, covariance: Float64Array, beta: Float64Array): void {
  const { offset, bins, factor, pull } = block;
  const columns = Array.from({ length: size }, (_, i) => covariance.slice(i * size + offset, i * size + offset + bins));
  const solved = columns.map((column) => solve(factor, bins, column));
  for (let i = 0; i < size; i++) {
    const column = columns[i]!;
    let change = 0;
    for (let b = 0; b < bins; b++) change += column[b]! * pull[b]!;
    beta[i]! -= change;
  }
  for (let i = 0; i < size; i++) {
    const left = solved[i]!;
    if (left.every((value) => value === 0)) continue;
    const row = i * size;
    for (let j = 0; j < size; j++) {
      const right = columns[j]!;
      let change = 0;
      for (let b = 0; b < bins; b++) change += left[b]! * right[b]!;
      covariance[row + j]! -= change;
    }
  }
  beta.fill(0, offset, offset + bins);
  for (let a = offset; a < offset + bins; a++) {
    for (let i = 0; i < size; i++) {
      covariance[a * size + i] = 0;
      covariance[i * size + a] = 0;
    }
  }
}
