import { asOf, day, minute } from "./moments.ts";
import type { Person } from "./person.ts";
import { type Random, randomStream } from "./random.ts";

export type SampleChannel = "email" | "app-push";

export interface ConsentEntry {
  readonly customer: string;
  readonly channel: SampleChannel;
  readonly status: "granted" | "withdrawn" | "unknown";
  readonly changedAt: number;
}

/** The whole history of grants and withdrawals, oldest first. Who was never asked has no entry. */
export function drawConsents(seed: number, people: readonly Person[]): ConsentEntry[] {
  const random = randomStream(seed, "consents");
  return people
    .flatMap((person) => [...emailHistory(person, random), ...pushHistory(person, random)])
    .sort((one, other) => one.changedAt - other.changedAt);
}

/** The latest entry up to that moment says yes. Nothing said is no. */
export function agreedAt(entries: readonly ConsentEntry[], channel: SampleChannel, moment: number): boolean {
  const latest = entries.findLast((entry) => entry.channel === channel && entry.changedAt <= moment);
  return latest?.status === "granted";
}

function emailHistory(person: Person, random: Random): ConsentEntry[] {
  if (random.chance(0.14)) return [];
  if (random.chance(0.02)) return [entry(person, "email", "unknown", person.joinedAt)];
  return history(person, "email", person.joinedAt, random.chance(0.87), random);
}

/** Asked when the app is opened for the first time, mostly within minutes; before there was an app, at sign-up. */
function pushHistory(person: Person, random: Random): ConsentEntry[] {
  if (person.app === null) {
    return random.chance(0.4) ? history(person, "app-push", person.joinedAt, random.chance(0.87), random) : [];
  }
  if (random.chance(0.08)) return [];
  const later = random.chance(0.85) ? random.integer(20, 8 * minute) : Math.floor(random.exponential(3 * day));
  const askedAt = person.app.installedAt + later;
  return askedAt > asOf ? [] : history(person, "app-push", askedAt, random.chance(0.82), random);
}

/** A first answer, then changes of mind: one in five over the years, and some more during the last month. */
function history(
  person: Person,
  channel: SampleChannel,
  askedAt: number,
  yes: boolean,
  random: Random,
): ConsentEntry[] {
  const entries = [entry(person, channel, yes ? "granted" : "withdrawn", askedAt)];
  let granted = yes;
  let from = askedAt + minute;
  const change = (to: number) => {
    if (to <= from) return;
    const at = from + Math.floor(random.next() * (to - from));
    granted = !granted;
    entries.push(entry(person, channel, granted ? "granted" : "withdrawn", at));
    from = at + minute;
  };
  if (random.chance(granted ? 0.12 : 0.15)) change(asOf - 30 * day);
  if (random.chance(granted ? 0.06 : 0.12)) {
    from = Math.max(from, asOf - 30 * day);
    change(asOf);
  }
  return entries;
}

function entry(
  { id }: Person,
  channel: SampleChannel,
  status: ConsentEntry["status"],
  changedAt: number,
): ConsentEntry {
  return { customer: id, channel, status, changedAt };
}
