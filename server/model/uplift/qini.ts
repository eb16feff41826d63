import type { Estimate } from "../../vocabulary.ts";
import { around, z95 } from "../statistics/intervals.ts";
import { descending } from "../statistics/ranking.ts";

/** A Qini coefficient, and what each record adds to its error: the variance is the sum of the squares. */
export interface QiniParts {
  readonly value: number;
  readonly parts: Float64Array;
}

/**
 * Qini coefficient (Radcliffe 2007) of a ranking: the area between its curve of extra outcomes per customer and that of
 * treating the same share by lot. With `effects` whose mean over any group is what treating that group brings, the curve is
 * g(share) = sum of the effects of the first share / n, and the coefficient is the mean of effect x (1/2 - rank), the
 * rank being the share of records that stand before, ties half. The error counts that the ranks come from the same
 * records (Hájek's projection of this U-statistic).
 */
export function qini(effects: Float64Array, score: Float64Array): QiniParts {
  const n = effects.length;
  const order = descending(score);
  const mean = effects.reduce((sum, effect) => sum + effect, 0) / n;
  const parts = new Float64Array(n);
  let [value, above] = [0, 0];
  for (let from = 0; from < n; ) {
    let to = from;
    let tied = 0;
    while (to < n && score[order[to]!] === score[order[from]!]) tied += effects[order[to++]!]!;
    const rank = (from + to) / 2 / n;
    const below = mean - (above + tied / 2) / n;
    for (let place = from; place < to; place++) {
      const record = order[place]!;
      // its own effect at its rank, and the effects of all others, which it pushes one place back where they stand below
      parts[record] = effects[record]! * (0.5 - rank) + mean / 2 - below;
    }
    value += tied * (0.5 - rank);
    above += tied;
    from = to;
  }
  value /= n;
  for (let i = 0; i < n; i++) parts[i] = (parts[i]! - 2 * value) / n;
  return { value, parts };
}

/** With its 95 % interval. */
export function qiniOf({ value, parts }: QiniParts): Estimate {
  return around(value, spreadOf(parts), z95);
}

/** How much more the one ranking brings than the other, paired by record. */
export function qiniDifference(one: QiniParts, other: QiniParts): Estimate {
  const parts = one.parts.map((part, i) => part - other.parts[i]!);
  return around(one.value - other.value, spreadOf(parts), z95);
}

function spreadOf(parts: Float64Array): number {
  return Math.sqrt(parts.reduce((sum, part) => sum + part * part, 0));
}

/** Extra outcomes per customer when the first 0, 1/steps, … of the ranking are treated; ties share what they bring. */
export function upliftCurve(effects: Float64Array, score: Float64Array, steps: number): number[] {
  const n = effects.length;
  const order = descending(score);
  const shared = new Float64Array(n);
  for (let from = 0; from < n; ) {
    let to = from;
    let tied = 0;
    while (to < n && score[order[to]!] === score[order[from]!]) tied += effects[order[to++]!]!;
    shared.fill(tied / (to - from), from, to);
    from = to;
  }
  const curve = [0];
  let [sum, place] = [0, 0];
  for (let step = 1; step <= steps; step++) {
    const end = (n * step) / steps;
    while (place + 1 <= end) sum += shared[place++]!;
    curve.push((sum + (place < n ? (end - place) * shared[place]! : 0)) / n);
  }
  return curve;
}
