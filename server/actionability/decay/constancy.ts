import { Z } from "../intervals.ts";

/** Customers with a value in three snapshots, and in how many two of the values are the same. */
export interface ThreeValues {
  readonly customers: number;
  /** the first and the second */
  readonly early: number;
  /** the second and the third */
  readonly late: number;
  /** the first and the third */
  readonly across: number;
  /** all three */
  readonly throughout: number;
}

/** Whether one rate holds for everybody: what changed from the first to the third, beside what two steps would make of it. */
export interface Constancy {
  readonly customers: number;
  /** share changed between the first and the third */
  readonly changed: number;
  /** 1 − (1 − c12)(1 − c23) */
  readonly expected: number;
  /** of changed − expected */
  readonly low: number;
  readonly high: number;
  /** fewer changed than expected: values come back, or the same customers change again and again */
  readonly holds: "yes" | "fewer" | "more";
}

/**
 * c13 against 1 − (1 − c12)(1 − c23) on the same customers (methods.md 9.4), with the delta method's interval of the
 * difference. Null where nothing changed, or where everything did: then there is nothing to compare.
 */
export function constancyOf({ customers, early, late, across, throughout }: ThreeValues): Constancy | null {
  const [same12, same23, same13] = [early / customers, late / customers, across / customers];
  if (customers === 0 || (early === customers && late === customers) || same12 * same23 === 0) return null;
  // Where two of the pairs agree, the third does too: every joint share is the one of all three.
  const joint = throughout / customers;
  const covariance = (one: number, other: number) => joint - one * other;
  const variance =
    same13 * (1 - same13) +
    same23 ** 2 * same12 * (1 - same12) +
    same12 ** 2 * same23 * (1 - same23) -
    2 * same23 * covariance(same13, same12) -
    2 * same12 * covariance(same13, same23) +
    2 * same12 * same23 * covariance(same12, same23);
  const difference = same12 * same23 - same13;
  const margin = Z * Math.sqrt(Math.max(0, variance) / customers);
  const [low, high] = [difference - margin, difference + margin];
  return {
    customers,
    changed: 1 - same13,
    expected: 1 - same12 * same23,
    low,
    high,
    holds: high < 0 ? "fewer" : low > 0 ? "more" : "yes",
  };
}
