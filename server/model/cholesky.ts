/** Lower triangle L with L L' = A, written over the lower triangle of `matrix` (row-major, size x size). */
export function factorize(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const rowOfI = i * size;
    for (let j = 0; j <= i; j++) {
      const rowOfJ = j * size;
      let sum = matrix[rowOfI + j] as number;
      for (let k = 0; k < j; k++) sum -= (matrix[rowOfI + k] as number) * (matrix[rowOfJ + k] as number);
      if (i === j) matrix[rowOfI + i] = Math.sqrt(Math.max(sum, 1e-12));
      else matrix[rowOfI + j] = sum / (matrix[rowOfJ + j] as number);
    }
  }
}

/** Solves A x = b for the A that `factor` was made of. */
export function solve(factor: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (factor[row + k] as number) * (x[k] as number);
    x[i] = sum / (factor[row + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    const value = (x[i] as number) / (factor[i * size + i] as number);
    x[i] = value;
    const row = i * size;
    for (let k = 0; k < i; k++) x[k] = (x[k] as number) - value * (factor[row + k] as number);
  }
  return x;
}

/** The inverse of the A that `factor` was made of, symmetric and full. */
export function inverse(factor: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    lower[column * size + column] = 1 / (factor[column * size + column] as number);
    for (let i = column + 1; i < size; i++) {
      const row = i * size;
      let sum = 0;
      for (let k = column; k < i; k++) sum -= (factor[row + k] as number) * (lower[k * size + column] as number);
      lower[row + column] = sum / (factor[row + i] as number);
    }
  }
  const full = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const row = k * size;
    for (let i = 0; i <= k; i++) {
      const value = lower[row + i] as number;
      if (value === 0) continue;
      for (let j = 0; j <= i; j++)
        full[i * size + j] = (full[i * size + j] as number) + value * (lower[row + j] as number);
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) full[j * size + i] = full[i * size + j] as number;
  return full;
}
