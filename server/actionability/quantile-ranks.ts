/** One-sided 95 %: both bounds together cover 90 %. */
const TAIL = 0.05;
const Z = 1.6448536269514722;

export interface Ranks {
  /** 1 is the smallest */
  readonly low: number;
  readonly high: number;
}

/**
 * The ranks of the order statistics that bound a quantile, whatever the distribution: with B ~ Binomial(n, share) the
 * r-th smallest of n lies below the quantile when B >= r. Null where the upper bound would lie beyond the largest:
 * under 5, 59 and 299 values for the median, the 95 % and the 99 % quantile.
 */
export function quantileRanks(values: number, share: number): Ranks | null {
  if (share ** values > TAIL) return null;
  if (values * share * (1 - share) > 400) return wideRanks(values, share);
  let low = 1;
  let high = values;
  let below = 0;
  for (let hits = 0; hits < values; hits++) {
    below += Math.exp(logProbability(values, hits, share));
    // P(B < hits + 1) <= 5 %: the value of that rank is too low in at most 5 %.
    if (below <= TAIL) low = hits + 1;
    if (below >= 1 - TAIL) {
      high = hits + 1;
      break;
    }
  }
  return { low, high };
}

function wideRanks(values: number, share: number): Ranks {
  const half = Z * Math.sqrt(values * share * (1 - share));
  return {
    low: Math.max(1, Math.floor(values * share - half)),
    high: Math.min(values, Math.ceil(values * share + half) + 1),
  };
}

function logProbability(values: number, hits: number, share: number): number {
  let chosen = 0;
  const few = Math.min(hits, values - hits);
  for (let step = 1; step <= few; step++) chosen += Math.log((values - few + step) / step);
  return chosen + hits * Math.log(share) + (values - hits) * Math.log(1 - share);
}
