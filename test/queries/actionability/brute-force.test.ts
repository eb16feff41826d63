import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import { identifier } from "../../../server/database/sql-text.ts";
import type { ResolvedGoal } from "../../../server/goals/resolved-goal.ts";
import type { Dataset } from "../../../server/vocabulary.ts";
import { aDataset } from "../../support/a-dataset.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { type MadeUp, rowByRow } from "./row-by-row.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const DAY = 1_440;
const midnight = Date.parse("2026-11-01T00:00:00Z");
const time = (minutes: number | null) =>
  minutes === null ? null : new Date(midnight + minutes * 60_000).toISOString().slice(0, 19);

const minute = (from: number, to: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: from / 10, max: to / 10 }).map((tens) => tens * 10) },
    { weight: 1, arbitrary: fc.integer({ min: from * 2, max: to * 2 }).map((halves) => halves / 2) },
  );
const gap = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 5 });
const who = fc.constantFrom("a", "b", "c", "d", "e");

const customer = fc.record({
  plan: fc.constantFrom("S", "M", " ", null, "L"),
  email: fc.constantFrom("ann@example.org", "bea@example.org", "cy@example", null, "no address"),
  phone: fc.constantFrom("+49 30 1234567", "030 7654321", "12", null),
  emailAgreed: fc.constantFrom("yes", "no", "unknown", null, "yes"),
  updated: gap(minute(2 * DAY, 11 * DAY)),
  stopped: fc.constantFrom(true, false, null, false, false),
  inAudience: fc.constantFrom(true, false, null, true, true, true),
});
const event = fc
  .record({
    customer: fc.oneof({ weight: 8, arbitrary: who }, { weight: 1, arbitrary: fc.constantFrom("z", null) }),
    kind: fc.constantFrom("low", "low", "low", "other"),
    at: gap(fc.oneof(minute(4 * DAY, 10 * DAY + 60), fc.constantFrom(9 * DAY, 9 * DAY + 20))),
    lag: gap(fc.oneof({ weight: 4, arbitrary: minute(0, 120) }, { weight: 1, arbitrary: minute(-60, DAY) })),
    cart: fc.constantFrom("shoes", "hats", null, "socks"),
  })
  .map(({ lag, ...rest }) => ({ ...rest, arrived: rest.at === null || lag === null ? null : rest.at + lag }));
const consent = fc.record({
  customer: fc.oneof(who, fc.constant("z")),
  channel: fc.constantFrom("email", "E-Mail", "sms", "all", null, "letter"),
  purpose: fc.constantFrom("marketing", "marketing", "Marketing partner", "service", null),
  state: fc.constantFrom("granted", "granted", "granted", "withdrawn", "pending", null),
  at: gap(fc.oneof(minute(0, 11 * DAY), fc.constantFrom(3 * DAY, 4 * DAY))),
});
const reading = fc
  .record({ customer: who, at: minute(3 * DAY, 10 * DAY + 120), lag: gap(minute(0, 8 * 60)) })
  .map(({ customer, at, lag }) => ({ customer, at, arrived: lag === null ? null : at + lag }));

const world: fc.Arbitrary<MadeUp> = fc
  .record({
    people: fc.array(customer, { minLength: 1, maxLength: 5 }),
    nameless: fc.boolean(),
    events: fc.array(event, { maxLength: 25 }),
    consents: fc.array(consent, { maxLength: 14 }),
    readings: fc.array(reading, { maxLength: 25 }),
    window: fc.constantFrom(30, 60, 180, 2 * DAY),
    reaction: fc.constantFrom(0, 10),
    lookBack: fc.constantFrom(3 * DAY, 30 * DAY),
    maxAge: fc.constantFrom(60, DAY, 4 * DAY),
    needsYes: fc.boolean(),
    channels: fc.constantFrom(["email"] as const, ["sms"] as const, ["email", "sms"] as const),
    triggered: fc.constantFrom(true, true, false),
    withFlag: fc.boolean(),
    withPurposes: fc.boolean(),
    withReadings: fc.boolean(),
  })
  .map(({ people, nameless, consents, ...rest }) => ({
    ...rest,
    asOf: 10 * DAY,
    customers: people.map((person, index) => ({
      ...person,
      id: nameless && index === 0 ? null : ("abcde"[index] ?? null),
    })),
    consents: consents.map((entry) => ({
      ...entry,
      purpose: entry.purpose === "Marketing partner" ? "marketing-partner" : entry.purpose,
    })),
  }));

test("the funnel agrees with one unit after the other", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      const dataset = await datasetOf(made);
      const expected = rowByRow(made);
      const found = await measureActionability(database, dataset, [], goalOf(made), {
        asOf: time(made.asOf),
        needed: [
          { table: "customers", field: "plan" },
          ...(made.triggered ? [{ table: "events", field: "cart" }] : []),
        ],
        fieldSettings: [
          {
            field: "plan",
            maxAge: `${made.maxAge}m`,
            ...(made.withReadings ? { updated: { table: "readings", at: "read_at" } } : {}),
          },
        ],
      });

      const counted = found.stages.filter(
        ({ measured, stage }) => measured && stage !== "known" && stage !== "actionable",
      );
      expect({
        known: found.stages[0]?.count,
        stages: counted.map(({ stage, count, customers }) => ({ stage, count, customers })),
        actionable: found.stages.at(-1)?.count,
        heldBack: found.heldBack,
        actionableCustomers: found.stages.at(-1)?.customers,
      }).toEqual({
        known: expected.known,
        stages: expected.stages,
        actionable: expected.actionable,
        heldBack: expected.heldBack,
        actionableCustomers: expected.actionableCustomers,
      });
      for (const { stage, gain } of found.fixes) expect([stage, gain]).toEqual([stage, expected.gains[stage]]);
      const later = expected.atTrigger?.triggers ? expected.atTrigger : null;
      expect(
        found.atTriggerTime && { triggers: found.atTriggerTime.triggers, count: found.atTriggerTime.count },
      ).toEqual(later);
      if (found.lag.inWindowShare !== null && found.lag.events) {
        expect(found.lag.inWindowShare * found.lag.events).toBeCloseTo(expected.inWindow, 6);
      }
    }),
    { numRuns: 150, seed: 20261123 },
  );
}, 60_000);

function goalOf(made: MadeUp): ResolvedGoal {
  return aResolvedGoal({
    goal: { key: "low-data", channels: made.channels, basis: made.needsYes ? "consent" : "legitimate-interest" },
    roles: [
      aRole("key", "id"),
      aRole("address", "email", "email"),
      aRole("address", "phone", "sms"),
      aRole("suppression", "stopped"),
      ...(made.withFlag ? [aRole("consent", "email_agreed", "email")] : []),
    ],
    audience: identifier("in_audience"),
    ...(made.triggered
      ? {
          trigger: { kind: "event", table: "events", event: "low", at: "happened_at", arrived: "loaded_at" } as const,
          windowMinutes: made.window,
          reactionMinutes: made.reaction,
          lookBackMinutes: made.lookBack,
        }
      : {}),
  });
}

function datasetOf(made: MadeUp): Promise<Dataset> {
  return aDataset(database, {
    customers: {
      rows: made.customers.map((one) => ({
        id: one.id,
        plan: one.plan,
        email: one.email,
        phone: one.phone,
        email_agreed: one.emailAgreed,
        updated_at: time(one.updated),
        stopped: one.stopped,
        in_audience: one.inAudience,
      })),
      types: {
        id: "text",
        plan: "text",
        email: "text",
        phone: "text",
        email_agreed: "text",
        updated_at: "time",
        stopped: "boolean",
        in_audience: "boolean",
      },
      layout: { key: "id", updated: "updated_at" },
    },
    events: {
      rows: made.events.map((one) => ({
        customer_id: one.customer,
        kind: one.kind,
        happened_at: time(one.at),
        loaded_at: time(one.arrived),
        cart: one.cart,
      })),
      types: { customer_id: "text", kind: "text", happened_at: "time", loaded_at: "time", cart: "text" },
      layout: { key: "customer_id", event: "kind", at: "happened_at", arrived: "loaded_at" },
    },
    consents: {
      rows: made.consents.map((one) => ({
        customer_id: one.customer,
        channel: one.channel,
        purpose: one.purpose,
        state: one.state,
        changed_at: time(one.at),
      })),
      types: { customer_id: "text", channel: "text", purpose: "text", state: "text", changed_at: "time" },
      layout: {
        key: "customer_id",
        channel: "channel",
        purpose: made.withPurposes ? "purpose" : null,
        state: "state",
        yes: ["granted"],
        at: "changed_at",
      },
    },
    readings: {
      rows: made.readings.map((one) => ({
        customer_id: one.customer,
        read_at: time(one.at),
        loaded_at: time(one.arrived),
      })),
      types: { customer_id: "text", read_at: "time", loaded_at: "time" },
      kind: "events",
      layout: { key: "customer_id", at: "read_at", arrived: "loaded_at" },
    },
  });
}
