import type { Design } from "./design.ts";

/**
 * mu+ of field `from` to field `to` on their bins: how far the one says what the other is, corrected for the number of
 * its values (0 not at all, 1 wholly). Methods: pdep(X->Y) against pdep(Y) of Piatetsky-Shapiro and Matheus, as in
 * Parciak and others' study of approximate functional dependencies.
 */
export function muPlus(design: Design, from: number, to: number): number {
  const x = design.fields[from]!;
  const y = design.fields[to]!;
  const n = design.records;
  const table = new Float64Array(x.bins * y.bins);
  for (let i = 0; i < n; i++) table[x.codes[i]! * y.bins + y.codes[i]!]! += 1;
  let given = 0;
  for (let a = 0; a < x.bins; a++) {
    let squares = 0;
    for (let b = 0; b < y.bins; b++) squares += table[a * y.bins + b]! ** 2;
    given += squares / x.counts[a]! / n;
  }
  let own = 0;
  for (const count of y.counts) own += (count / n) ** 2;
  if (own >= 1 || n <= x.bins) return 0;
  return Math.max(0, 1 - ((1 - given) / (1 - own)) * ((n - 1) / (n - x.bins)));
}
