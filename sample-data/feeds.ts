import { asOf, day, hour, minute } from "./moments.ts";
import { onNewBilling, type Person } from "./person.ts";
import type { Random } from "./random.ts";

/** When something that happened at `at` stands in our tables, in epoch seconds. May lie after the as-of moment. */
export type Feed = (at: number, random: Random) => number;

/** Seconds to a few minutes; now and then the sender's clock runs ahead of ours. */
export const live: Feed = (at, random) => {
  if (random.chance(0.004)) return at - random.integer(1, 20);
  return at + Math.max(1, Math.round(Math.exp(random.normal(Math.log(35), 0.9))));
};

/** With the load that starts at 02:30, for everything that happened before midnight. */
export const nightly: Feed = (at, random) => {
  const nextMidnight = (Math.floor(at / day) + 1) * day;
  return nextMidnight + 2.5 * hour + random.integer(0, 40 * minute);
};

/** The network's alerts: live, but those of a roaming partner come with the nightly file. */
export const network: Feed = (at, random) => (random.chance(0.08) ? nightly : live)(at, random);

/** The app's reports: live, but a phone without a connection sends its report hours later. */
export const app: Feed = (at, random) => {
  if (random.chance(0.86)) return live(at, random);
  return at + Math.min(40 * hour, Math.round(10 * minute + random.exponential(5 * hour)));
};

/** Whatever the billing systems report: the new one live, the old one once a night. */
export function billing(person: Person): Feed {
  return (at, random) => (onNewBilling(person, at) ? live : nightly)(at, random);
}

export function hasArrived({ loadedAt }: { readonly loadedAt: number }): boolean {
  return loadedAt <= asOf;
}
