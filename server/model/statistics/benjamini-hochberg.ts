/** Which of the claims pass Benjamini and Hochberg's step-up rule at false discovery rate q (1995). */
export function discoveries(pValues: readonly number[], q: number): boolean[] {
  const ascending = [...pValues].sort((a, b) => a - b);
  let limit = -1;
  for (const [index, p] of ascending.entries()) if (p <= ((index + 1) / ascending.length) * q) limit = p;
  return pValues.map((p) => p <= limit);
}
