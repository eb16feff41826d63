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

/** Sums over persons: of their units m, of those that pass a, and of the products that the variance needs. */
export interface PersonSums {
  readonly persons: number;
  readonly units: number;
  readonly passing: number;
  readonly unitsSquared: number;
  readonly unitsPassing: number;
  readonly passingSquared: number;
}

/**
 * The share of units that pass, where one person may have several: the ratio estimator p = Σa / Σm with
 * se = √Σ(a − p·m)² / Σm (methods.md 9.1), put into Wilson's form through the effective size p(1 − p) / se²,
 * so that the bounds stay inside 0 and 1. With one unit a person this is Wilson's interval itself.
 */
export function clusteredInterval(clusters: readonly Cluster[]): Interval {
  const sum = (of: (cluster: Cluster) => number) =>
    clusters.reduce((all, cluster) => all + cluster.persons * of(cluster), 0);
  return ratioInterval({
    persons: sum(() => 1),
    units: sum(({ units }) => units),
    passing: sum(({ passing }) => passing),
    unitsSquared: sum(({ units }) => units * units),
    unitsPassing: sum(({ units, passing }) => units * passing),
    passingSquared: sum(({ passing }) => passing * passing),
  });
}

/** The same from sums over persons. */
export function ratioInterval(sums: PersonSums): Interval {
  const { persons, units, passing } = sums;
  if (units === 0) return { low: 0, high: 1 };
  const share = passing / units;
  const variance = ratioVariance(sums);
  const effective = variance > 0 ? (share * (1 - share)) / variance : persons;
  const trials = Math.min(units, effective);
  return wilson(share * trials, trials);
}

/** Of the share Σa / Σm, by Σ(a − p·m)² / (Σm)². */
export function ratioVariance({ units, passing, unitsSquared, unitsPassing, passingSquared }: PersonSums): number {
  if (units === 0) return 0;
  const share = passing / units;
  const squares = passingSquared - 2 * share * unitsPassing + share * share * unitsSquared;
  // Rounding may leave a trace of a variance that is none.
  return squares > 1e-9 * passingSquared ? squares / units ** 2 : 0;
}
