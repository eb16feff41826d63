/** The values of one bin: a text, a range of numbers, everything else, or the empty cell. */
export type Bin =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "other" }
  | { readonly kind: "range"; readonly from: number; readonly to: number };

/** What the codes of one field stand for. `bins[code]`; code 0 is the empty cell, used or not. */
export interface FieldBins {
  readonly name: string;
  /** do neighbouring codes mean neighbouring values? */
  readonly ordered: boolean;
  readonly bins: readonly Bin[];
  /** records in each bin, of those that the bins were made from */
  readonly counts: readonly number[];
}

/** Fewer records than this do not make a bin of their own: 0.05 % of them, and at least 5. */
export function smallestBin(records: number): number {
  return Math.max(5, records * 0.0005);
}
