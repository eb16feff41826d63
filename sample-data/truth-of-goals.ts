import { agreedAt, type ConsentEntry, type SampleChannel } from "./draw-consents.ts";
import type { SampleEvent } from "./draw-events.ts";
import type { Reading } from "./draw-readings.ts";
import { groupBy } from "./group-by.ts";
import { asOf, day, hour, midnight, minute, timeText } from "./moments.ts";
import type { Cell } from "./table.ts";
import type { Made } from "./truth.ts";

/** From 28 days before the as-of moment to two days before it: by then everything has arrived. */
export const maturePeriod = { from: asOf - 28 * day, to: asOf - 2 * day } as const;

/** How many triggers of the period could be acted on inside the goal's window. Counts are triggers, one after another. */
export interface GoalTruth {
  readonly goal: string;
  readonly period: { readonly from: string; readonly to: string };
  /** the fields that must be present; the address and the agreement are looked at apart */
  readonly fields: readonly string[];
  readonly triggers: number;
  /** with what was known at the trigger plus the window */
  readonly atTriggerTime: StepCounts;
  /** with what is known today: what a snapshot makes of the same triggers */
  readonly today: StepCounts;
  readonly audience: number;
  /** distinct customers with a trigger that passes `today` */
  readonly customersToday: number;
}

/** How many are left after each step, and their share of the triggers. */
export interface StepCounts {
  readonly identifiable: number;
  readonly present: number;
  readonly fresh: number;
  readonly agreed: number;
  readonly reachable: number;
  readonly inTime: number;
  /** lost on purpose, of those in time */
  readonly heldBack: number;
  readonly actionable: number;
  readonly share: number;
}

interface Trigger {
  readonly customer: string | null;
  readonly at: number;
  /** null where the moment is known long before */
  readonly arrivedAt: number | null;
}

interface Rules {
  readonly goal: string;
  readonly window: number;
  readonly channels: readonly SampleChannel[];
  readonly fields: readonly string[];
  /** a figure that must have been read within this time of the trigger */
  readonly fresh: { readonly read: ReadKind; readonly maxAge: number } | null;
  readonly audience: (row: Row) => boolean;
  readonly heldBack: (row: Row, at: number) => boolean;
}

type Row = Readonly<Record<string, Cell>>;

type ReadKind = "data_left_read" | "push_token_renewed";

interface Knowledge {
  readonly rowOf: ReadonlyMap<string, Row>;
  readonly consentsOf: ReadonlyMap<string, readonly ConsentEntry[]>;
  readonly readingsOf: Readonly<Record<ReadKind, ReadonlyMap<string, readonly Reading[]>>>;
}

const pushAddressLasts = 270 * day;

const keepLeavers: Rules = {
  goal: "keep-leavers",
  window: 24 * hour,
  channels: ["app-push", "email"],
  fields: ["contract_end_date"],
  fresh: null,
  audience: ({ contract_end_date: end }) => typeof end === "string" && Date.parse(end) / 1000 <= midnight + 60 * day,
  heldBack: () => false,
};
const topUpOffer: Rules = {
  goal: "top-up-offer",
  window: 15 * minute,
  channels: ["app-push"],
  fields: ["data_left_pct"],
  fresh: { read: "data_left_read", maxAge: 15 * minute },
  audience: () => true,
  heldBack: (_, at) => at % day >= 21 * hour || at % day < 8 * hour,
};
const welcome: Rules = {
  goal: "welcome",
  window: hour,
  channels: ["app-push"],
  fields: ["full_name"],
  fresh: null,
  audience: () => true,
  heldBack: () => false,
};

export function goalTruths(made: Made): GoalTruth[] {
  const readingsOf = (name: ReadKind) =>
    groupBy(
      made.readings.filter(({ kind }) => kind === name),
      ({ customer }) => customer,
    );
  const knowledge: Knowledge = {
    rowOf: new Map(made.rows.map((row) => [String(row["customer_id"]), row])),
    consentsOf: groupBy(made.consents, ({ customer }) => customer),
    readingsOf: {
      data_left_read: readingsOf("data_left_read"),
      push_token_renewed: readingsOf("push_token_renewed"),
    },
  };
  const ofKind = (kind: SampleEvent["kind"]) =>
    made.events
      .filter((event) => event.kind === kind)
      .map(({ customer, happenedAt, loadedAt }) => ({ customer, at: happenedAt, arrivedAt: loadedAt }));
  const contractEnds = made.people.flatMap(({ id, contractEnd }) =>
    contractEnd === null ? [] : [{ customer: id, at: contractEnd - 30 * day, arrivedAt: null }],
  );
  return [
    goalTruth(keepLeavers, contractEnds, knowledge),
    goalTruth(topUpOffer, ofKind("low_balance"), knowledge),
    goalTruth(welcome, ofKind("app_first_open"), knowledge),
  ];
}

function goalTruth(rules: Rules, triggers: readonly Trigger[], knowledge: Knowledge): GoalTruth {
  const { from, to } = maturePeriod;
  const mature = triggers.filter(({ at }) => at >= from && at <= to);
  const then = mature.map((trigger) => stepsPassed(rules, trigger, trigger.at, trigger.at + rules.window, knowledge));
  const now = mature.map((trigger) => stepsPassed(rules, trigger, asOf, asOf, knowledge));
  const reached = mature.flatMap(({ customer }, index) => (now[index] === steps ? [customer] : []));
  return {
    goal: rules.goal,
    period: { from: timeText(from), to: timeText(to) },
    fields: rules.fields,
    triggers: mature.length,
    atTriggerTime: stepCounts(then),
    today: stepCounts(now),
    audience: [...knowledge.rowOf.values()].filter(rules.audience).length,
    customersToday: new Set(reached).size,
  };
}

const steps = 7;

/** How many of the seven steps a trigger passes, one after another, with what is known at `known` of the state at `at`. */
function stepsPassed(rules: Rules, trigger: Trigger, at: number, known: number, knowledge: Knowledge): number {
  const row = knowledge.rowOf.get(trigger.customer ?? "");
  if (row === undefined || trigger.customer === null) return 0;
  const entries = knowledge.consentsOf.get(trigger.customer) ?? [];
  const latest = (kind: ReadKind) => latestReading(knowledge.readingsOf[kind].get(String(trigger.customer)), known);
  const { fresh, channels, window } = rules;
  if (rules.fields.some((field) => row[field] === null)) return 1;
  const reading = fresh && latest(fresh.read);
  if (reading === undefined) return 1;
  if (fresh && reading && at - reading.happenedAt > fresh.maxAge) return 2;

  const token = latest("push_token_renewed");
  const reachable = {
    "app-push": token !== undefined && known - token.happenedAt <= pushAddressLasts,
    email: looksLikeEmail(row["email"]),
  };
  const agreed = channels.filter((channel) => agreedAt(entries, channel, known));
  if (agreed.length === 0) return 3;
  if (!agreed.some((channel) => reachable[channel])) return 4;
  if (trigger.arrivedAt !== null && trigger.arrivedAt - trigger.at > window) return 5;
  return rules.heldBack(row, trigger.at) ? 6 : steps;
}

function latestReading(readings: readonly Reading[] | undefined, known: number): Reading | undefined {
  let latest: Reading | undefined;
  for (const reading of readings ?? []) {
    if (reading.loadedAt <= known && (latest === undefined || reading.happenedAt >= latest.happenedAt))
      latest = reading;
  }
  return latest;
}

function looksLikeEmail(email: Cell | undefined): boolean {
  return typeof email === "string" && /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(email);
}

function stepCounts(passed: readonly number[]): StepCounts {
  const atLeast = (step: number) => passed.filter((count) => count >= step).length;
  const [inTime, actionable] = [atLeast(6), atLeast(7)];
  return {
    identifiable: atLeast(1),
    present: atLeast(2),
    fresh: atLeast(3),
    agreed: atLeast(4),
    reachable: atLeast(5),
    inTime,
    heldBack: inTime - actionable,
    actionable,
    share: passed.length === 0 ? 0 : actionable / passed.length,
  };
}
