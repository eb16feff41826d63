import { Z } from "../intervals.ts";

const PERIOD = 28;
export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** Whole days, the first one's date in ISO, and the triggers of each. */
export interface TriggerDays {
  readonly first: string;
  readonly triggers: readonly number[];
}

export interface TriggerVolume {
  readonly days: number;
  readonly median: number;
  /** eight days of ten lie between these */
  readonly low: number;
  readonly high: number;
  /** triggers of a usual Monday, Tuesday, …; empty under two weeks */
  readonly weekdays: readonly { readonly day: (typeof weekdays)[number]; readonly mean: number }[];
  /** the last 28 days against the 28 before; null where not all of them are on record */
  readonly change: VolumeChange | null;
  /** triggers that come while the same customer's window is still open; null without a window */
  readonly repeats: { readonly triggers: number; readonly customers: number } | null;
}

export interface VolumeChange {
  readonly recent: number;
  readonly before: number;
  /** 1.2 is a fifth more */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/** How often a trigger fires, from whole days only. Null without a whole day. */
export function describeVolume(
  { first, triggers }: TriggerDays,
  repeats: TriggerVolume["repeats"],
): TriggerVolume | null {
  if (!triggers.length) return null;
  const sorted = [...triggers].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return {
    days: triggers.length,
    median: (at(0.5) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2,
    low: at(0.1),
    high: at(0.9),
    weekdays: triggers.length < 14 ? [] : profileOf(first, triggers),
    change: changeOf(first, triggers),
    repeats,
  };
}

function profileOf(first: string, triggers: readonly number[]): TriggerVolume["weekdays"] {
  const start = weekdayOf(first);
  return weekdays.map((day, number) => {
    const own = triggers.filter((_, place) => (start + place) % 7 === number);
    return { day, mean: own.reduce((sum, one) => sum + one, 0) / own.length };
  });
}

/**
 * The ratio of two four-week sums, with an interval on its logarithm. The days scatter more than chance alone would have
 * it: the variance is Poisson's, times the dispersion of the days around their weekday's mean, never under one.
 */
function changeOf(first: string, triggers: readonly number[]): VolumeChange | null {
  if (triggers.length < 2 * PERIOD) return null;
  const last = triggers.slice(-2 * PERIOD);
  const [before, recent] = [last.slice(0, PERIOD), last.slice(PERIOD)];
  const sum = (days: readonly number[]) => days.reduce((all, one) => all + one, 0);
  const [was, is] = [sum(before), sum(recent)];
  if (was === 0 || is === 0) return null;
  const ratio = is / was;
  const half = Z * Math.sqrt(dispersion([before, recent], weekdayOf(first)) * (1 / is + 1 / was));
  return { recent: is, before: was, ratio, low: ratio * Math.exp(-half), high: ratio * Math.exp(half) };
}

function dispersion(periods: readonly (readonly number[])[], start: number): number {
  let squares = 0;
  let free = 0;
  for (const days of periods) {
    for (let weekday = 0; weekday < 7; weekday++) {
      const own = days.filter((_, place) => (start + place) % 7 === weekday);
      const mean = own.reduce((all, one) => all + one, 0) / own.length;
      if (mean === 0) continue;
      squares += own.reduce((all, one) => all + (one - mean) ** 2 / mean, 0);
      free += own.length - 1;
    }
  }
  return Math.max(1, free ? squares / free : 1);
}

/** Monday is 0. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
