import type { Inquiry } from "../inquiry.ts";
import type { LagMeasured } from "../measure-lag.ts";

const HOUR = 60;
const DAY = 1_440;
/** How often things are loaded, in minutes; 1 is "as it happens". */
const usual = [DAY, 6 * HOUR, HOUR, 15, 1];

/** How often what triggers would have to be loaded. */
export interface Cadences {
  /** the slowest at which everything is in time; null where nothing but at once will do */
  readonly enough: number;
  /** the next slower one, at which some of it is; null where it makes no sense */
  readonly slower: number | null;
}

/** Null where a window leaves no time at all, or the trigger is no event that is loaded. */
export function cadencesFor({ goal }: Inquiry, lag: LagMeasured): Cadences | null {
  const most = (goal.windowMinutes ?? 0) - goal.reactionMinutes;
  const enough = usual.find((cadence) => cadence <= most);
  if (enough === undefined || goal.trigger?.kind !== "event") return null;
  const slower = usual[usual.indexOf(enough) - 1] ?? null;
  return { enough, slower: lag.grainMinutes > 0 ? null : slower };
}

export function sayCadence(minutes: number): string {
  if (minutes === 1) return "as they happen";
  if (minutes < HOUR) return `every ${minutes} minutes`;
  if (minutes === HOUR) return "every hour";
  return minutes === DAY ? "once a day" : `every ${minutes / HOUR} hours`;
}
