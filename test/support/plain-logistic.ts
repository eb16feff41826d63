import type { ModelInput } from "../../server/model/model-input.ts";

/**
 * The ridge-penalised additive logistic model the slow way: one-hot columns, full Newton steps by Gauss-Jordan, no
 * clipping, no blocks, no warm start. Coefficients: the intercept, then a block a field of its bins in use.
 * @param rows the records trained on
 */
export function plainLogistic(input: ModelInput, lambda: number, rows: readonly number[]): Float64Array {
  const columns = oneHot(input);
  const size = columns.length;
  let beta = new Float64Array(size);
  for (let step = 0; step < 60; step++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (const i of rows) {
      const set = columns.flatMap((column, index) => (column(i) ? [index] : []));
      const p = 1 / (1 + Math.exp(-set.reduce((sum, index) => sum + beta[index]!, 0)));
      const w = input.weight?.[i] ?? 1;
      for (const a of set) {
        gradient[a]! += w * (input.outcome[i]! - p);
        for (const b of set) hessian[a]![b]! += w * p * (1 - p);
      }
    }
    for (let a = 1; a < size; a++) {
      gradient[a]! -= lambda * beta[a]!;
      hessian[a]![a]! += lambda;
    }
    const change = gaussJordan(hessian, gradient);
    beta = beta.map((value, index) => value + change[index]!);
    if (change.every((value) => Math.abs(value) < 1e-13)) break;
  }
  return beta;
}

/** Log-odds of one record under `plainLogistic`'s coefficients. */
export function plainLogOdds(input: ModelInput, beta: Float64Array, i: number): number {
  return oneHot(input).reduce((sum, column, index) => sum + (column(i) ? beta[index]! : 0), 0);
}

/** Every pair of a record with the outcome and one without: right order counts 1, a tie a half. */
export function bruteForceAuc(outcome: ArrayLike<number>, score: ArrayLike<number>): number {
  let [right, pairs] = [0, 0];
  for (let a = 0; a < outcome.length; a++) {
    if (outcome[a] === 0) continue;
    for (let b = 0; b < outcome.length; b++) {
      if (outcome[b] !== 0) continue;
      pairs++;
      right += score[a]! > score[b]! ? 1 : score[a] === score[b] ? 0.5 : 0;
    }
  }
  return right / pairs;
}

function oneHot({ fields }: ModelInput): ((i: number) => boolean)[] {
  const ofFields = fields.flatMap(({ codes }) =>
    [...new Set(codes)].sort((a, b) => a - b).map((code) => (i: number) => codes[i] === code),
  );
  return [() => true, ...ofFields];
}

function gaussJordan(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = matrix.map((row, i) => Float64Array.from([...row, right[i]!]));
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let i = pivot; i < size; i++) if (Math.abs(rows[i]![pivot]!) > Math.abs(rows[best]![pivot]!)) best = i;
    [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
    const lead = rows[pivot]!;
    for (let i = 0; i < size; i++) {
      if (i === pivot) continue;
      const factor = rows[i]![pivot]! / lead[pivot]!;
      if (factor !== 0) for (let k = pivot; k <= size; k++) rows[i]![k]! -= factor * lead[k]!;
    }
  }
  return Float64Array.from(rows, (row, i) => row[size]! / row[i]!);
}
