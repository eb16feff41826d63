import type { FieldType } from "../vocabulary.ts";
import type { Reading } from "./field-spread.ts";

export interface Scale {
  readonly start: number;
  readonly step: number;
  readonly bars: number;
}

const barsAtMost = 26;
const year = 365.25;
/** days: hours, days, weeks, months, quarters, years */
const dateSteps = [
  1 / 24,
  0.25,
  1,
  7,
  14,
  year / 12,
  year / 4,
  year / 2,
  year,
  2 * year,
  5 * year,
  10 * year,
  25 * year,
];

/**
 * Where a histogram's bars stand: at round numbers, at most 26 of them, from the 5th lowest to the 5th highest
 * customer, or over the middle 98 of 100 where a few far values would leave everybody else in one bar.
 * Null where fewer than 5 customers have a number.
 */
export function scaleOf(reading: Reading, type: FieldType): Scale | null {
  const fifthLowest = reading.lowest[4];
  const fifthHighest = reading.highest[4];
  if (fifthLowest === undefined || fifthHighest === undefined) return null;
  const [low, high] = robustEnds(
    Math.min(fifthLowest, fifthHighest),
    Math.max(fifthLowest, fifthHighest),
    reading.middle,
  );
  for (const step of steps(type, high - low)) {
    const first = Math.floor(low / step);
    const bars = Math.floor(high / step) - first + 1;
    if (bars <= barsAtMost) return { start: first * step, step, bars };
  }
  return null;
}

function robustEnds(low: number, high: number, middle: readonly number[]): readonly [number, number] {
  const [from, to] = middle;
  if (from === undefined || to === undefined || to <= from) return [low, high];
  return high - low > 10 * (to - from) ? [Math.max(low, from), Math.min(high, to)] : [low, high];
}

function* steps(type: FieldType, range: number): Generator<number> {
  if (type === "date" || type === "time") yield* dateSteps.filter((step) => type === "time" || step >= 1);
  const smallest = type === "integer" ? 0 : Math.floor(Math.log10((range || 1) / barsAtMost));
  for (let power = smallest; power < 300; power++) {
    for (const times of [1, 2, 5]) yield power < 0 ? times / 10 ** -power : times * 10 ** power;
  }
}
