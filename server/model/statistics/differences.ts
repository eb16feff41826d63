import type { Design } from "../fitting/design.ts";
import { normalUpperTail } from "./tails.ts";

/** A mean over the records with its standard error; of two models' losses it is paired by record. */
export interface Difference {
  readonly value: number;
  readonly error: number;
}

/** Records, or a part of them, with their weights. */
type Weighted = Pick<Design, "records" | "weight" | "totalWeight">;

/** Mean of a - b, weighted where the design is. */
export function meanDifference(design: Weighted, a: Float64Array, b: Float64Array): Difference {
  const { records, weight, totalWeight } = design;
  let sum = 0;
  for (let i = 0; i < records; i++) sum += (a[i]! - b[i]!) * (weight ? weight[i]! : 1);
  const value = sum / totalWeight;
  let squares = 0;
  for (let i = 0; i < records; i++) {
    const off = (a[i]! - b[i]! - value) * (weight ? weight[i]! : 1);
    squares += off * off;
  }
  return { value, error: Math.sqrt(squares) / totalWeight };
}

export function mean(design: Weighted, a: Float64Array): number {
  const { records, weight, totalWeight } = design;
  let sum = 0;
  for (let i = 0; i < records; i++) sum += a[i]! * (weight ? weight[i]! : 1);
  return sum / totalWeight;
}

/** Nats per record below which a gain is the rounding of sums, and nothing. */
export const nothing = 1e-9;

/** One-sided p of a gain above nothing. */
export function pOf(gain: Difference): number {
  if (Math.abs(gain.value) < nothing) return 1;
  if (gain.error > 0) return normalUpperTail(gain.value / gain.error);
  return gain.value > 0 ? 0 : 1;
}
