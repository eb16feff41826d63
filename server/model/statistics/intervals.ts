import type { Estimate } from "../../vocabulary.ts";

/** One-sided 95 %, two-sided 90 %. */
export const z90 = 1.6448536269514722;
/** Standard errors that the gain must stand above nothing: one-sided 99 %. */
export const zSupported = 2.33;
/** Two-sided 95 %. */
export const z95 = 1.959963984540054;

export function around(value: number, error: number, z: number): Estimate {
  return { value, low: value - z * error, high: value + z * error };
}

/** Wilson's interval for a share of `count` (1927). The share may be fractional where ties are split. */
export function wilson(share: number, count: number, z: number): Estimate {
  if (count === 0) return { value: share, low: 0, high: 1 };
  const squared = z * z;
  const middle = (share + squared / (2 * count)) / (1 + squared / count);
  const reach = (z / (1 + squared / count)) * Math.sqrt((share * (1 - share)) / count + squared / (4 * count * count));
  return { value: share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
