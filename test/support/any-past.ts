import fc from "fast-check";
import type { RehearsalOf } from "../../server/actionability/rehearsal/rehearsal.ts";
import type { Database } from "../../server/database/database.ts";
import { identifier } from "../../server/database/sql-text.ts";
import type { ResolvedGoal, ResolvedTrigger } from "../../server/goals/resolved-goal.ts";
import type { Dataset, FieldProfile, FieldSetting } from "../../server/vocabulary.ts";
import { aDataset } from "./a-dataset.ts";
import { aResolvedGoal, aRole } from "./a-resolved-goal.ts";

const DAY = 1_440;
const start = Date.parse("2026-11-01T00:00:00Z");
const asOf = 10 * DAY;
const time = (minutes: number | null) =>
  minutes === null ? null : new Date(start + minutes * 60_000).toISOString().slice(0, 19);

const gap = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 6 });
const tens = (from: number, to: number) => fc.integer({ min: from / 10, max: to / 10 }).map((ten) => ten * 10);
/** Mostly quarters of a day: many things happen at one and the same moment, and windows close when something is said. */
const minute = (from: number, to: number) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: from / 360, max: to / 360 }).map((quarters) => quarters * 360) },
    { weight: 1, arbitrary: tens(from, to) },
  );
const mostly = <T>(usual: T, ...odd: readonly T[]) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const who = fc.constantFrom("a", "b", "c", "d");

const person = fc.record({
  plan: mostly<string | null>("S", null),
  email: mostly<string | null>("ann@example.org", "no address", null),
  token: mostly<string | null>("r4zicpm4izjv3i3a", null),
  push_agreed: mostly<string | null>("yes", "no", null),
  updated_at: gap(fc.oneof(minute(2 * DAY, 4 * DAY), minute(2 * DAY, asOf))),
  due_at: gap(minute(3 * DAY, asOf)),
  known_at: gap(minute(2 * DAY, asOf)),
  stopped: mostly<boolean | null>(false, true, null),
  in_audience: mostly<boolean | null>(true, false),
});
const event = fc.record({
  customer_id: fc.oneof({ weight: 9, arbitrary: who }, { weight: 1, arbitrary: fc.constantFrom("z", null) }),
  kind: mostly("low", "other"),
  happened_at: gap(minute(4 * DAY, asOf)),
  lag: gap(fc.oneof({ weight: 9, arbitrary: tens(0, 60) }, { weight: 1, arbitrary: tens(-60, DAY) })),
  cart: mostly<string | null>("shoes", null),
});
const consent = fc.record({
  customer_id: who,
  channel: fc.constantFrom("email", "app-push", "all", null),
  purpose: fc.constantFrom("marketing", "marketing", "offers", "offers", "service", null),
  state: fc.constantFrom("granted", "granted", "granted", "withdrawn", null),
  changed_at: gap(fc.oneof(minute(0, 5 * DAY), minute(4 * DAY, asOf + DAY))),
});
const reading = fc.record({
  customer_id: who,
  field: fc.constantFrom("plan", "token"),
  read_at: fc.oneof(minute(2 * DAY, 4 * DAY), minute(2 * DAY, 11 * DAY)),
  lag: gap(fc.oneof(minute(0, 360), minute(0, 3 * DAY))),
});

/** A small past with gaps, repeats, unknown senders, late and early arrivals, and a goal that acts on it. */
export const anyPast = fc.record({
  people: fc.array(person, { minLength: 4, maxLength: 4 }),
  events: fc.array(event, { minLength: 15, maxLength: 40 }),
  consents: fc.array(consent, { minLength: 10, maxLength: 30 }),
  readings: fc.array(reading, { minLength: 20, maxLength: 40 }),
  trigger: fc.constantFrom("event", "event", "event", "date", "condition"),
  window: fc.constantFrom(60, 360, DAY),
  reaction: fc.constantFrom(0, 10, 40),
  lookBack: mostly(30 * DAY, 3 * DAY),
  channels: fc.constantFrom(["email"], ["app-push"], ["email", "app-push"], ["email", "app-push"], []),
  basis: fc.constantFrom("consent", "legitimate-interest"),
  quiet: fc.constantFrom(null, { from: "21:00", to: "08:00" }, { from: "09:00", to: "17:00" }),
  maxAge: fc.constantFrom("1d", "5d", "30d", "30d"),
  read: fc.subarray(["plan", "token"]),
  purposes: fc.boolean(),
  timedConsents: mostly(true, false),
  arrivals: mostly(true, false),
  flag: fc.boolean(),
  from: fc.option(minute(4 * DAY, 6 * DAY), { freq: 1 }),
  to: fc.option(minute(8 * DAY, asOf), { freq: 1 }),
});

export type Past = typeof anyPast extends fc.Arbitrary<infer T> ? T : never;

export async function rehearsalOf(database: Database, past: Past): Promise<RehearsalOf> {
  const microseconds = (minutes: number | null) => (minutes === null ? null : (start + minutes * 60_000) * 1_000);
  return {
    database,
    dataset: await datasetOf(database, past),
    profiles: [] as readonly FieldProfile[],
    goal: goalOf(past),
    needed: [
      { table: "customers", field: "plan" },
      ...(past.trigger === "event" ? [{ table: "events", field: "cart" }] : []),
    ],
    fieldSettings: settingsOf(past),
    asOf: time(asOf),
    period: { from: microseconds(past.from), to: microseconds(past.to) },
    speed: null,
  };
}

function settingsOf({ maxAge, read }: Past): readonly FieldSetting[] {
  return ["plan", "token", "email"].map((field) => ({
    field,
    maxAge,
    ...(read.includes(field) ? { updated: { table: "readings", event: field, at: "read_at" } } : {}),
  }));
}

function goalOf(past: Past): ResolvedGoal {
  return aResolvedGoal({
    goal: { key: "offers", channels: past.channels, basis: past.basis as "consent" },
    roles: [
      aRole("key", "customer_id"),
      aRole("address", "email", "email"),
      aRole("address", "token", "app-push"),
      aRole("suppression", "stopped"),
      ...(past.flag ? [aRole("consent", "push_agreed", "app-push")] : []),
      ...(past.arrivals && past.trigger !== "event" ? [aRole("arrival", "known_at")] : []),
    ],
    audience: identifier("in_audience"),
    trigger: triggerOf(past),
    windowMinutes: past.window,
    reactionMinutes: past.reaction,
    lookBackMinutes: past.lookBack,
    quiet: past.quiet,
  });
}

function triggerOf({ trigger, arrivals }: Past): ResolvedTrigger {
  if (trigger === "date") return { kind: "date", field: { table: "customers", field: "due_at" }, offsetMinutes: 0 };
  if (trigger === "condition")
    return {
      kind: "condition",
      condition: { sql: "plan = 'S'" },
      fields: [{ table: "customers", field: "plan" }],
      at: "due_at",
    };
  return {
    kind: "event",
    table: "events",
    event: "low",
    at: "happened_at",
    arrived: arrivals ? "loaded_at" : null,
  };
}

function datasetOf(database: Database, past: Past): Promise<Dataset> {
  const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, "text" as const]));
  const times = (...names: string[]) => Object.fromEntries(names.map((name) => [name, "time" as const]));
  return aDataset(database, {
    customers: {
      rows: past.people.map(({ updated_at, due_at, known_at, ...rest }, index) => ({
        customer_id: "abcd"[index],
        ...rest,
        updated_at: time(updated_at),
        due_at: time(due_at),
        known_at: time(known_at),
      })),
      types: {
        ...texts("customer_id", "plan", "email", "token", "push_agreed"),
        stopped: "boolean",
        in_audience: "boolean",
        ...times("updated_at", "due_at", "known_at"),
      },
      layout: { key: "customer_id", updated: "updated_at" },
    },
    events: {
      rows: past.events.map(({ happened_at, lag, ...rest }) => ({
        ...rest,
        happened_at: time(happened_at),
        loaded_at: time(happened_at === null || lag === null ? null : happened_at + lag),
      })),
      types: { ...texts("customer_id", "kind", "cart"), ...times("happened_at", "loaded_at") },
      layout: {
        key: "customer_id",
        event: "kind",
        at: "happened_at",
        arrived: past.arrivals ? "loaded_at" : null,
      },
    },
    consents: {
      rows: past.consents.map(({ changed_at, ...rest }) => ({ ...rest, changed_at: time(changed_at) })),
      types: { ...texts("customer_id", "channel", "purpose", "state"), ...times("changed_at") },
      layout: {
        key: "customer_id",
        channel: "channel",
        purpose: past.purposes ? "purpose" : null,
        state: "state",
        yes: ["granted"],
        at: past.timedConsents ? "changed_at" : null,
      },
    },
    readings: {
      rows: past.readings.map(({ read_at, lag, ...rest }) => ({
        ...rest,
        read_at: time(read_at),
        loaded_at: time(lag === null ? null : read_at + lag),
      })),
      types: { ...texts("customer_id", "field"), ...times("read_at", "loaded_at") },
      kind: "events",
      layout: { key: "customer_id", event: "field", at: "read_at", arrived: "loaded_at" },
    },
  });
}
