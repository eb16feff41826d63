import type { SampleEvent } from "./draw-events.ts";
import { filledAgo, type Holding } from "./draw-holdings.ts";
import { billing, type Feed, hasArrived, live, nightly } from "./feeds.ts";
import { asOf, day, hour, midnight, minute } from "./moments.ts";
import { onNewBilling, type Person } from "./person.ts";
import { type Random, randomStream } from "./random.ts";

export type ReadingKind =
  | "data_left_read"
  | "push_token_renewed"
  | "postcode_given"
  | "household_size_bought"
  | "income_band_bought"
  | "health_interest_bought"
  | "mast_seen";

/** A field of the customer was read, renewed or filled. What it held before is not kept. */
export interface Reading extends SampleEvent {
  readonly customer: string;
  readonly kind: ReadingKind;
}

/** How far back the readings of data left and the renewals of push addresses are complete. */
export const pastDays = 35;

/** Every reading that has arrived by the as-of moment. Data left is read at every alert, and once more at the end. */
export function drawReadings(
  seed: number,
  people: readonly Person[],
  holdings: readonly Holding[],
  events: readonly SampleEvent[],
): Reading[] {
  const random = randomStream(seed, "readings");
  const readings: Reading[] = [];
  const byId = new Map(people.map((person) => [person.id, person]));
  const alerted = new Set<Person>();
  for (const { kind, customer, happenedAt } of events) {
    const person = kind === "low_balance" ? byId.get(customer ?? "") : undefined;
    if (!person?.metered || happenedAt < asOf - pastDays * day) continue;
    if (!alerted.has(person)) readings.push(earlyReading(person, random));
    alerted.add(person);
    readings.push(reading(person, "data_left_read", happenedAt, billing(person), random));
  }
  people.forEach((person, index) => {
    const holding = holdings[index];
    if (person.metered) readings.push(lastReading(person, random));
    readings.push(...tokenRenewals(person, random));
    if (holding !== undefined) readings.push(...slowFields(person, holding, random));
  });
  return readings.filter(hasArrived);
}

/** Whoever ran low has an older reading to fall back on. */
function earlyReading(person: Person, random: Random): Reading {
  const at = midnight - (pastDays + 4) * day + random.integer(0, day - 1);
  return reading(person, "data_left_read", at, billing(person), random);
}

/** On the new system the last of the readings taken every ten minutes, on the old one the last of yesterday. */
function lastReading(person: Person, random: Random): Reading {
  if (onNewBilling(person, asOf)) {
    const lag = random.integer(5, 200);
    const silent = random.chance(0.03) ? Math.floor(random.exponential(5 * hour)) : 0;
    const at = asOf - lag - random.integer(0, 10 * minute) - silent;
    return reading(person, "data_left_read", at, () => at + lag, random);
  }
  const missedNights = random.chance(0.05) ? random.integer(1, 3) : 0;
  const at = midnight - missedNights * day - random.integer(1, 70 * minute);
  return reading(person, "data_left_read", at, nightly, random);
}

/** The app renews its push address when it is opened and the last renewal is about a month old. */
function tokenRenewals(person: Person, random: Random): Reading[] {
  if (person.app === null) return [];
  const { installedAt, seenAt } = person.app;
  const renewals: Reading[] = [];
  let at = Math.max(installedAt, seenAt - random.integer(0, 20 * day));
  for (;;) {
    renewals.push(reading(person, "push_token_renewed", at, live, random));
    if (at <= installedAt || at < asOf - pastDays * day) return renewals;
    at = Math.max(installedAt, at - random.integer(24 * day, 40 * day));
  }
}

/** The postcode was given at some time, each list of the seller came on one day, masts are seen all the time. */
function slowFields(person: Person, holding: Holding, random: Random): Reading[] {
  const readings: Reading[] = [];
  const add = (held: unknown, kind: ReadingKind, at: number, feed: Feed = nightly) => {
    if (held !== null) readings.push(reading(person, kind, at, feed, random));
  };
  add(holding.postcode, "postcode_given", filledAgo(425, random));
  add(holding.householdSize, "household_size_bought", midnight - 1096 * day);
  add(holding.incomeBand, "income_band_bought", midnight - 731 * day);
  add(holding.healthInterest, "health_interest_bought", midnight - 243 * day);
  const seenAt = asOf - 61 - Math.floor(random.exponential(16 * minute));
  add(holding.mast, "mast_seen", seenAt, (at) => at + random.integer(1, 60));
  return readings;
}

function reading({ id }: Person, kind: ReadingKind, happenedAt: number, feed: Feed, random: Random): Reading {
  return { customer: id, kind, happenedAt, loadedAt: feed(happenedAt, random) };
}
