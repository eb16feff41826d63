import type { ModelInput } from "../model-input.ts";

/** The records whose time is known, the oldest first, in one range. */
export interface InTimeOrder {
  readonly input: ModelInput;
  /** ascending, in milliseconds */
  readonly times: Float64Array;
}

/** @param times of each record in milliseconds; NaN where none is known */
export function inTimeOrder(input: ModelInput, times: Float64Array): InTimeOrder {
  const order = [...times.keys()]
    .filter((i) => !Number.isNaN(times[i]!))
    .sort((a, b) => times[a]! - times[b]! || a - b);
  const { weight } = input;
  return {
    times: Float64Array.from(order, (i) => times[i]!),
    input: {
      ...input,
      records: order.length,
      outcome: Float64Array.from(order, (i) => input.outcome[i]!),
      fold: new Uint8Array(order.length),
      folds: 1,
      weight: weight ? Float64Array.from(order, (i) => weight[i]!) : null,
      fields: input.fields.map((field) => ({ ...field, codes: Uint8Array.from(order, (i) => field.codes[i]!) })),
    },
  };
}

/** The first place at which the time is not before `time`. */
export function placeOf(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same day of the month so many months before, in UTC; the last day of a shorter month. */
export function monthsBefore(time: number, months: number): number {
  const then = new Date(time);
  const day = then.getUTCDate();
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(day, last));
  return then.getTime();
}

/** Months of the calendar between two times, to a tenth. */
export function monthsBetween(from: number, to: number): number {
  let whole = 0;
  while (monthsBefore(to, whole + 1) >= from) whole++;
  const [end, start] = [monthsBefore(to, whole), monthsBefore(to, whole + 1)];
  return Math.round((whole + (end - from) / (end - start)) * 10) / 10;
}

/** Pasts that are tried, in months. */
const tried = [1, 2, 3, 6, 12, 24];

/** The pasts that are clearly shorter than all there is, and that; none where there is no shorter one. */
export function pastsWithin(all: number): number[] {
  const shorter = tried.filter((months) => months < 0.95 * all);
  return shorter.length ? [...shorter, all] : [];
}
