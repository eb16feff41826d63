import { wilson, Z } from "../intervals.ts";

/** Pairs of one customer's values, `days` apart, and how many of them differ. */
export interface GapCount {
  readonly days: number;
  readonly pairs: number;
  readonly changed: number;
}

/** In days; a bound is null where it lies beyond what can be told. */
export interface HalfLife {
  /** null where nothing changed: then only `low` is known */
  readonly days: number | null;
  readonly low: number;
  readonly high: number | null;
}

/** A drop of the log-likelihood by half the 95 % point of chi-square with one degree of freedom. */
const DROP = (Z * Z) / 2;
/** Gaps that differ by less than a tenth are one. */
const ONE_GAP = 1.1;

/**
 * How long until half of the values are no longer right, from values read again (Heinrich, Kaiser and Klier 2009:
 * P(still right) = e^(−rate·age)). One gap: rate = −ln(1 − c/m) / dt, its interval Wilson's, transformed. Several: the
 * rate that maximises Σ c·ln(1 − e^(−rate·dt)) − (m − c)·rate·dt, its interval where the likelihood falls by 1.92. No
 * change at all: half-life > ln 2 · Σ m·dt / 3 (methods.md 9.4). Null without pairs, or where all of them differ.
 */
export function halfLifeOfReadings(gaps: readonly GapCount[]): HalfLife | null {
  const told = gaps.filter(({ days, pairs }) => days > 0 && pairs > 0);
  const pairs = sum(told, (gap) => gap.pairs);
  const changed = sum(told, (gap) => gap.changed);
  if (pairs === 0 || changed === pairs) return null;
  const watched = sum(told, (gap) => gap.pairs * gap.days);
  if (changed === 0) return { days: null, low: (Math.LN2 * watched) / 3, high: null };
  const least = Math.min(...told.map(({ days }) => days));
  const most = Math.max(...told.map(({ days }) => days));
  return most <= ONE_GAP * least ? ofOneGap(changed, pairs, watched / pairs) : ofSeveralGaps(told);
}

/** The same from a list of changes: how many there were while values were watched for `days` in all; Poisson's interval. */
export function halfLifeOfChanges(changes: number, days: number): HalfLife | null {
  if (days <= 0) return null;
  if (changes === 0) return { days: null, low: (Math.LN2 * days) / 3, high: null };
  // Wilson and Hilferty's approximation of the exact limits.
  const low = changes * (1 - 1 / (9 * changes) - Z / (3 * Math.sqrt(changes))) ** 3;
  const more = changes + 1;
  const high = more * (1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more))) ** 3;
  return fromRates(changes / days, Math.max(low, 0) / days, high / days);
}

function ofOneGap(changed: number, pairs: number, days: number): HalfLife {
  const rate = (share: number) => -Math.log(1 - share) / days;
  const { low, high } = wilson(changed, pairs);
  return fromRates(rate(changed / pairs), rate(low), rate(high));
}

function ofSeveralGaps(gaps: readonly GapCount[]): HalfLife {
  // The slope falls as the rate grows: its zero is the best rate.
  const best = zeroOf((rate) =>
    sum(gaps, ({ days, pairs, changed }) => (changed * days) / Math.expm1(rate * days) - (pairs - changed) * days),
  );
  const likelihood = (rate: number) =>
    sum(
      gaps,
      ({ days, pairs, changed }) =>
        (changed ? changed * Math.log(-Math.expm1(-rate * days)) : 0) - (pairs - changed) * rate * days,
    );
  const floor = likelihood(best) - DROP;
  const low = zeroOf((rate) => (rate >= best ? -1 : floor - likelihood(rate)));
  const high = zeroOf((rate) => (rate <= best ? 1 : likelihood(rate) - floor));
  return fromRates(best, low, high);
}

/** Where a falling function crosses zero, over rates from one change in a million years to one in a second. */
function zeroOf(falling: (rate: number) => number): number {
  let [low, high] = [Math.log(1e-9), Math.log(1e5)];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (falling(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

function fromRates(rate: number, low: number, high: number): HalfLife {
  return { days: Math.LN2 / rate, low: Math.LN2 / high, high: low > 0 ? Math.LN2 / low : null };
}

function sum(gaps: readonly GapCount[], of: (gap: GapCount) => number): number {
  return gaps.reduce((all, gap) => all + of(gap), 0);
}
