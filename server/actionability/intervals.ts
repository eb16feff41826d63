/** The 97.5 % point of the normal distribution: intervals cover 95 %. */
export const Z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval for `successes` of `trials` (Wilson 1927). `trials` may be an effective size, not whole. */
export function wilson(successes: number, trials: number): Interval {
  if (trials <= 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const square = (Z * Z) / trials;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials));
  return {
    low: successes <= 0 ? 0 : Math.max(0, middle - half),
    high: successes >= trials ? 1 : Math.min(1, middle + half),
  };
}

/** `persons` people with `units` units each, of which `passing` pass. */
export interface Cluster {
  readonly passing: number;
  readonly units: number;
  readonly persons: number;
}

/**
 * The share of units that pass, where one person may have several: the ratio estimator p = Σa / Σm with
 * se = √Σ(a − p·m)² / Σm (methods.md 9.1), put into Wilson's form through the effective size p(1 − p) / se²,
 * so that the bounds stay inside 0 and 1. With one unit a person this is Wilson's interval itself.
 */
export function clusteredInterval(clusters: readonly Cluster[]): Interval {
  let passing = 0;
  let units = 0;
  let persons = 0;
  for (const cluster of clusters) {
    passing += cluster.passing * cluster.persons;
    units += cluster.units * cluster.persons;
    persons += cluster.persons;
  }
  if (units === 0) return { low: 0, high: 1 };
  const share = passing / units;
  let squares = 0;
  for (const cluster of clusters) squares += cluster.persons * (cluster.passing - share * cluster.units) ** 2;
  const variance = squares / units ** 2;
  const effective = variance > 0 ? (share * (1 - share)) / variance : persons;
  const trials = Math.min(units, effective);
  return wilson(share * trials, trials);
}
