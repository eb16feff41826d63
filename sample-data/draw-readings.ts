import type { SampleEvent } from "./draw-events.ts";
import { filledAgo, type Holding } from "./draw-holdings.ts";
import { billing, type Feed, hasArrived, live, nightly } from "./feeds.ts";
import { asOf, day, hour, midnight, minute } from "./moments.ts";
import { onNewBilling, type Person } from "./person.ts";
import { type Random, randomStream } from "./random.ts";

/** When the value of a field was read or renewed, and when that arrived. */
export interface Reading {
  readonly customer: string;
  readonly field: string;
  /** only of data_left_pct; what the other fields held before is not kept */
  readonly value: number | null;
  readonly readAt: number;
  readonly loadedAt: number;
}

/** How far back the readings of data left and the renewals of push addresses are complete. */
export const pastDays = 35;

/** Every reading that has arrived by the as-of moment, in the order of arrival. */
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
  for (const { kind, customer, value, happenedAt } of events) {
    const person = kind === "low_balance" ? byId.get(customer ?? "") : undefined;
    if (!person?.metered || happenedAt < asOf - pastDays * day) continue;
    if (!alerted.has(person)) readings.push(firstDataLeft(person, random));
    alerted.add(person);
    readings.push(reading(person, "data_left_pct", value, happenedAt, billing(person), random));
  }
  people.forEach((person, index) => {
    const holding = holdings[index];
    if (person.metered) readings.push(lastDataLeft(person, random));
    readings.push(...tokenRenewals(person, random));
    if (holding !== undefined) readings.push(...slowFields(person, holding, random));
  });
  return readings.filter(hasArrived).sort((one, other) => one.loadedAt - other.loadedAt || one.readAt - other.readAt);
}

/** Whoever ran low has an older reading to fall back on. */
function firstDataLeft(person: Person, random: Random): Reading {
  const readAt = midnight - (pastDays + 4) * day + random.integer(0, day - 1);
  return reading(person, "data_left_pct", random.integer(0, 100), readAt, billing(person), random);
}

/** On the new system the last of the readings taken every ten minutes, on the old one the last of yesterday. */
function lastDataLeft(person: Person, random: Random): Reading {
  const value = dataLeft(person, random);
  if (onNewBilling(person, asOf)) {
    const lag = random.integer(5, 200);
    const silent = random.chance(0.03) ? Math.floor(random.exponential(5 * hour)) : 0;
    const readAt = asOf - lag - random.integer(0, 10 * minute) - silent;
    return { customer: person.id, field: "data_left_pct", value, readAt, loadedAt: readAt + lag };
  }
  const missedNights = random.chance(0.05) ? random.integer(1, 3) : 0;
  const readAt = midnight - missedNights * day - random.integer(1, 70 * minute);
  return reading(person, "data_left_pct", value, readAt, nightly, random);
}

function dataLeft({ dataUsed, plan }: Person, random: Random): number {
  const used = (dataUsed / plan.allowanceGb) * random.next() * Math.exp(random.normal(0, 0.2)) * 1.3;
  return Math.round(100 * Math.max(0, 1 - used));
}

/** The app renews its push address when it is opened and the last renewal is about a month old. */
function tokenRenewals(person: Person, random: Random): Reading[] {
  if (person.app === null) return [];
  const { installedAt, seenAt } = person.app;
  const renewals: Reading[] = [];
  let at = Math.max(installedAt, seenAt - random.integer(0, 20 * day));
  for (;;) {
    renewals.push(reading(person, "push_token", null, at, live, random));
    if (at <= installedAt || at < asOf - pastDays * day) return renewals;
    at = Math.max(installedAt, at - random.integer(24 * day, 40 * day));
  }
}

function slowFields(person: Person, holding: Holding, random: Random): Reading[] {
  const bought = (held: unknown, field: string, days: number, each = true) =>
    held === null
      ? []
      : [reading(person, field, null, each ? filledAgo(days, random) : midnight - days * day, nightly, random)];
  return [
    ...bought(holding.postcode, "postcode", 425),
    ...bought(holding.householdSize, "household_size", 1096, false),
    ...bought(holding.incomeBand, "household_income_band", 731, false),
    ...bought(holding.healthInterest, "health_interest", 243, false),
    ...(holding.mast === null ? [] : [lastSighting(person, random)]),
  ];
}

function lastSighting(person: Person, random: Random): Reading {
  const readAt = asOf - 61 - Math.floor(random.exponential(16 * minute));
  return {
    customer: person.id,
    field: "last_cell_location",
    value: null,
    readAt,
    loadedAt: readAt + random.integer(1, 60),
  };
}

function reading(
  person: Person,
  field: string,
  value: number | null,
  readAt: number,
  feed: Feed,
  random: Random,
): Reading {
  return { customer: person.id, field, value, readAt, loadedAt: feed(readAt, random) };
}
