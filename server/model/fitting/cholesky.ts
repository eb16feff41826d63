/** Lower triangle L with L L' = A, written over the lower triangle of `matrix` (row-major, size x size). */
export function factorize(matrix: Float64Array, size: number): void {
  for (let top = 0; top < size; top += 4) {
    const fourth = top + 3;
    if (fourth < size) fillFour(matrix, size, top);
    for (let i = top; i < size && i <= fourth; i++) fillRow(matrix, size, i, fourth < size ? top : 0);
  }
}

/** Four rows left of column `top` at once: what is read of the rows above serves all four, and no sum waits for another. */
function fillFour(matrix: Float64Array, size: number, top: number): void {
  const [one, two, three, four] = [top * size, (top + 1) * size, (top + 2) * size, (top + 3) * size];
  for (let j = 0; j < top; j++) {
    const row = j * size;
    let a = matrix[one + j]!;
    let b = matrix[two + j]!;
    let c = matrix[three + j]!;
    let d = matrix[four + j]!;
    for (let k = 0; k < j; k++) {
      const above = matrix[row + k]!;
      a -= matrix[one + k]! * above;
      b -= matrix[two + k]! * above;
      c -= matrix[three + k]! * above;
      d -= matrix[four + k]! * above;
    }
    const root = matrix[row + j]!;
    matrix[one + j] = a / root;
    matrix[two + j] = b / root;
    matrix[three + j] = c / root;
    matrix[four + j] = d / root;
  }
}

/** Row i from column `first` to the diagonal. */
function fillRow(matrix: Float64Array, size: number, i: number, first: number): void {
  const rowOfI = i * size;
  for (let j = first; j <= i; j++) {
    const rowOfJ = j * size;
    let sum = matrix[rowOfI + j]!;
    for (let k = 0; k < j; k++) sum -= matrix[rowOfI + k]! * matrix[rowOfJ + k]!;
    if (i === j) matrix[rowOfI + i] = Math.sqrt(Math.max(sum, 1e-12));
    else matrix[rowOfI + j] = sum / matrix[rowOfJ + j]!;
  }
}

/** Solves A x = b for the A that `factor` was made of. */
export function solve(factor: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= factor[row + k]! * x[k]!;
    x[i] = sum / factor[row + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    const value = x[i]! / factor[i * size + i]!;
    x[i] = value;
    const row = i * size;
    for (let k = 0; k < i; k++) x[k] = x[k]! - value * factor[row + k]!;
  }
  return x;
}

/** The inverse of the A that `factor` was made of, symmetric and full. */
export function inverse(factor: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    lower[column * size + column] = 1 / factor[column * size + column]!;
    for (let i = column + 1; i < size; i++) {
      const row = i * size;
      let sum = 0;
      for (let k = column; k < i; k++) sum -= factor[row + k]! * lower[k * size + column]!;
      lower[row + column] = sum / factor[row + i]!;
    }
  }
  const full = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const row = k * size;
    for (let i = 0; i <= k; i++) {
      const value = lower[row + i]!;
      if (value === 0) continue;
      for (let j = 0; j <= i; j++) full[i * size + j] = full[i * size + j]! + value * lower[row + j]!;
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) full[j * size + i] = full[i * size + j]!;
  return full;
}
