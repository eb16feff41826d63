import { logOdds, probability, toppedUp } from "./effects.ts";
import { app as appFeed, billing, type Feed, hasArrived, network, nightly } from "./feeds.ts";
import { asOf, day, hour, midnight, minute } from "./moments.ts";
import type { Person } from "./person.ts";
import { type Random, randomStream } from "./random.ts";

export type EventKind = "low_balance" | "top_up" | "app_first_open" | "app_open" | "contract_mark";

export interface SampleEvent {
  /** null where the sender did not say; a stranger's number where it is not one of our customers */
  readonly customer: string | null;
  readonly kind: string;
  readonly happenedAt: number;
  readonly loadedAt: number;
}

/** Days back over which each kind is kept. */
export const kept = { low_balance: 63, top_up: 90, app_open: 14, app_first_open: 63, contract_mark: 63 } as const;

interface Draft {
  readonly kind: EventKind;
  readonly happenedAt: number;
  readonly feed: Feed;
}

/** What customers did and what happened to them, each event once, as far as it has arrived by the as-of moment. */
export function drawEvents(seed: number, people: readonly Person[]): SampleEvent[] {
  const random = randomStream(seed, "events");
  return people
    .flatMap((person) => draftsOf(person, random).map((draft) => send(draft, person, random)))
    .filter(hasArrived);
}

function draftsOf(person: Person, random: Random): Draft[] {
  return [...alerts(person, random), ...topUps(person, random), ...openings(person, random), ...contractMarks(person)];
}

function send({ kind, happenedAt, feed }: Draft, person: Person, random: Random): SampleEvent {
  const customer = senderOf(kind, person, random);
  return { customer, kind, happenedAt, loadedAt: feed(happenedAt, random) };
}

/** More often the nearer the use comes to the plan's allowance; mostly by day, less at weekends, a little more each week. */
function alerts({ plan, dataUsed }: Person, random: Random): Draft[] {
  const useRatio = Math.min(2, dataUsed / plan.allowanceGb);
  const expected = (kept.low_balance / 28) * (0.12 + 0.85 * useRatio);
  return Array.from({ length: countOf(expected, random) }, () => ({
    kind: "low_balance",
    happenedAt: alertMoment(random),
    feed: network,
  }));
}

function alertMoment(random: Random): number {
  for (;;) {
    const ago = random.integer(0, kept.low_balance - 1);
    const dayStart = midnight - ago * day;
    const weekday = new Date(dayStart * 1000).getUTCDay();
    const busy = (weekday === 0 ? 0.6 : weekday === 6 ? 0.75 : 1) * (1 - 0.002 * ago);
    const inDay = random.chance(0.96) ? random.integer(8 * hour, 19.9 * hour) : random.integer(22 * hour, 29.9 * hour);
    const at = dayStart + inDay;
    if (random.chance(busy) && at < asOf - 20 * minute) return at;
  }
}

function topUps(person: Person, random: Random): Draft[] {
  const likely = probability(logOdds(toppedUp, person));
  const drafts: Draft[] = [];
  for (let month = 0; month < 3; month++) {
    if (!random.chance(likely)) continue;
    for (let left = 1 + countOf(0.4, random); left > 0; left--) {
      const happenedAt = asOf - Math.floor((month + random.next()) * 30 * day) - 1;
      drafts.push({ kind: "top_up", happenedAt, feed: billing(person) });
    }
  }
  return drafts;
}

function openings({ app }: Person, random: Random): Draft[] {
  if (app === null) return [];
  const opening = (kind: EventKind, happenedAt: number, feed = appFeed): Draft => ({ kind, happenedAt, feed });
  const drafts: Draft[] = [];
  if (app.installedAt >= asOf - kept.app_first_open * day) drafts.push(opening("app_first_open", app.installedAt));
  if (app.seenAt < asOf - kept.app_open * day) return drafts;
  drafts.push(opening("app_open", app.seenAt, (at) => Math.min(asOf, at + 2)));
  const earlier = app.seenAt - random.integer(1, 6 * day);
  if (earlier > Math.max(app.installedAt, asOf - kept.app_open * day)) drafts.push(opening("app_open", earlier));
  return drafts;
}

/** The contract system marks the day on which 30 days are left. */
function contractMarks({ contractEnd }: Person): Draft[] {
  if (contractEnd === null) return [];
  const happenedAt = contractEnd - 30 * day;
  if (happenedAt > asOf || happenedAt < asOf - kept.contract_mark * day) return [];
  return [{ kind: "contract_mark", happenedAt, feed: nightly }];
}

/** The network and the app know an account, not a customer: some match nobody we know. */
function senderOf(kind: EventKind, person: Person, random: Random): string | null {
  if (kind !== "low_balance" && kind !== "app_open") return person.id;
  if (random.chance(0.004)) return null;
  return random.chance(0.026) ? `HX${random.integer(100000, 999999)}` : person.id;
}

/** A Poisson count. */
function countOf(expected: number, random: Random): number {
  let count = 0;
  for (let left = Math.exp(-expected), product = random.next(); product > left; product *= random.next()) count++;
  return count;
}
