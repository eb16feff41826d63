import { factorize, inverse, solve } from "./fitting/cholesky.ts";
import type { Design } from "./fitting/design.ts";
import type { Layout } from "./fitting/layout.ts";

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
  const left = [...layout.fields];
  const sequence: Elimination[] = [];
  while (left.length > 0) {
    const weakest = left
      .map((field) => priceOf(design, layout, termsOf(design, layout, field, left), covariance, beta))
      .reduce((best, block) => (isWeaker(design, block, best) ? block : best));
    remove(weakest, size, covariance, beta);
    left.splice(left.indexOf(weakest.field), 1);
    sequence.push({ removed: weakest.field, left: [...left], beta: Float64Array.from(beta) });
  }
  return sequence;
}

interface Block {
  readonly field: number;
  /** places of its coefficients */
  readonly places: readonly number[];
  readonly factor: Float64Array;
  /** inv(covariance of the block) times its coefficients */
  readonly pull: Float64Array;
  readonly price: number;
}

/** What goes with a field: its own bins, and the cells of the pairs that it is in with a field that is still there. */
function termsOf(design: Design, layout: Layout, field: number, left: readonly number[]): readonly number[] {
  const isThere = (other: number) => left.includes(other) || design.held.includes(other);
  const pairs = design.pairs.filter(
    ({ first, second, term }) =>
      layout.blocks.includes(term) && ((first === field && isThere(second)) || (second === field && isThere(first))),
  );
  return [field, ...pairs.map(({ term }) => term)];
}

function priceOf(
  design: Design,
  layout: Layout,
  terms: readonly number[],
  covariance: Float64Array,
  beta: Float64Array,
): Block {
  const field = terms[0]!;
  const { cost } = design.fields[field]!;
  const places = terms.flatMap((term) => {
    const offset = layout.offsets[layout.blocks.indexOf(term)]!;
    return Array.from({ length: design.fields[term]!.bins }, (_, bin) => offset + bin);
  });
  const count = places.length;
  const factor = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) factor[a * count + b] = covariance[places[a]! * layout.size + places[b]!]!;
  }
  factorize(factor, count);
  const own = Float64Array.from(places, (place) => beta[place]!);
  const pull = solve(factor, count, own);
  let statistic = -terms.reduce((sum, term) => sum + design.fields[term]!.freedom, 0);
  for (let i = 0; i < count; i++) statistic += own[i]! * pull[i]!;
  return { field, places, factor, pull, price: rounded(statistic > 0 ? statistic / cost : statistic * cost) };
}

/** So far that the rounding of sums tells no two copies apart. */
function rounded(price: number): number {
  return Number(price.toPrecision(6));
}

/** Equal prices are told apart by name, so that the order of the fields in the file does not matter. */
function isWeaker(design: Design, a: Block, b: Block): boolean {
  if (a.price !== b.price) return a.price < b.price;
  return design.fields[a.field]!.name > design.fields[b.field]!.name;
}

/** beta -= C_j inv(C_jj) beta_j and C -= C_j inv(C_jj) C_j', with C the covariance. */
function remove(block: Block, size: number, covariance: Float64Array, beta: Float64Array): void {
  const { places, factor, pull } = block;
  const count = places.length;
  const columns = Array.from({ length: size }, (_, i) =>
    Float64Array.from(places, (place) => covariance[i * size + place]!),
  );
  const solved = columns.map((column) => solve(factor, count, column));
  for (let i = 0; i < size; i++) {
    const column = columns[i]!;
    let change = 0;
    for (let b = 0; b < count; b++) change += column[b]! * pull[b]!;
    beta[i]! -= change;
  }
  for (let i = 0; i < size; i++) {
    const left = solved[i]!;
    if (left.every((value) => value === 0)) continue;
    const row = i * size;
    for (let j = 0; j < size; j++) {
      const right = columns[j]!;
      let change = 0;
      for (let b = 0; b < count; b++) change += left[b]! * right[b]!;
      covariance[row + j]! -= change;
    }
  }
  for (const place of places) {
    beta[place] = 0;
    for (let i = 0; i < size; i++) {
      covariance[place * size + i] = 0;
      covariance[i * size + place] = 0;
    }
  }
}
