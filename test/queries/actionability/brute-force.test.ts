import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FixPlan, PlannedFix } from "../../../server/actionability/fixes/plan-fixes.ts";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import { identifier } from "../../../server/database/sql-text.ts";
import type { ResolvedGoal } from "../../../server/goals/resolved-goal.ts";
import type { Dataset } from "../../../server/vocabulary.ts";
import { aDataset } from "../../support/a-dataset.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { actedAfter, type MadeUp, type Mended, rowByRow } from "./row-by-row.ts";

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

/** Mostly the first, so that whole ways through the funnel are common. */
const mostly = <T>(usual: T, ...odd: readonly T[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const customer = fc.record({
  plan: mostly<string | null>("S", " ", null),
  email: mostly<string | null>("ann@example.org", "cy@example", null, "no address"),
  phone: mostly<string | null>("+49 30 1234567", "12", null),
  emailAgreed: mostly<string | null>("yes", "no", "unknown", null),
  updated: gap(fc.oneof(minute(3 * DAY, 4 * DAY), minute(2 * DAY, 11 * DAY))),
  stopped: mostly<boolean | null>(false, true, null),
  inAudience: mostly<boolean | null>(true, false, null),
});
const event = fc
  .record({
    customer: mostly<string | null>("", "z", null).chain((odd) => (odd === "" ? who : fc.constant(odd))),
    kind: mostly("low", "other"),
    at: gap(fc.oneof(minute(4 * DAY, 9 * DAY), minute(9 * DAY, 10 * DAY + 60), fc.constantFrom(6 * DAY + 20, 7 * DAY))),
    lag: gap(fc.oneof({ weight: 5, arbitrary: minute(0, 60) }, { weight: 1, arbitrary: minute(-60, DAY) })),
    cart: mostly<string | null>("shoes", null),
  })
  .map(({ lag, ...rest }) => ({ ...rest, arrived: rest.at === null || lag === null ? null : rest.at + lag }));
const consent = fc.record({
  customer: mostly("", "z").chain((odd) => (odd === "" ? who : fc.constant(odd))),
  channel: fc.constantFrom("email", "E-Mail", "sms", "sms", "all", null, "letter"),
  purpose: mostly<string | null>("marketing", "Marketing partner", "service", null),
  state: mostly<string | null>("granted", "withdrawn", "pending", null),
  at: gap(fc.oneof(minute(0, 5 * DAY), minute(4 * DAY, 11 * DAY), fc.constantFrom(3 * DAY, 4 * DAY))),
});
const reading = fc
  .record({
    customer: who,
    field: fc.constantFrom("plan", "email"),
    at: minute(2 * DAY, 10 * DAY + 120),
    lag: gap(minute(0, 8 * 60)),
  })
  .map(({ lag, at, ...rest }) => ({ ...rest, at, arrived: lag === null ? null : at + lag }));

const world: fc.Arbitrary<MadeUp> = fc
  .record({
    people: fc.array(customer, { minLength: 3, maxLength: 5 }),
    nameless: mostly(false, true),
    events: fc.array(event, { minLength: 10, maxLength: 40 }),
    consents: fc.array(consent, { minLength: 5, maxLength: 25 }),
    readings: fc.array(reading, { minLength: 10, maxLength: 50 }),
    window: fc.constantFrom(30, 60, 180, 2 * DAY),
    reaction: fc.constantFrom(0, 10),
    lookBack: fc.constantFrom(3 * DAY, 30 * DAY),
    maxAge: fc.constantFrom(DAY, 8 * DAY, 30 * DAY),
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
            ...(made.withReadings ? { updated: { table: "readings", event: "plan", at: "read_at" } } : {}),
          },
          ...(made.withReadings
            ? [{ field: "email", maxAge: "8d", updated: { table: "readings", event: "email", at: "read_at" } }]
            : []),
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
      for (const { stage, alone } of found.losses) expect([stage, alone]).toEqual([stage, expected.gains[stage]]);
      for (const set of setsOf(found.plan)) {
        const mended = mendedBy(set.fixes, made);
        if (made.triggered && mended.match) continue;
        expect(actedAfter(made, mended), set.fixes.map(({ fix }) => fix).join("; ")).toBe(
          expected.actionable + set.gain,
        );
      }
      const later = expected.atTrigger?.triggers ? expected.atTrigger : null;
      expect(
        found.atTriggerTime && { triggers: found.atTriggerTime.triggers, count: found.atTriggerTime.count },
      ).toEqual(later);
      if (found.lag.inWindowShare !== null && found.lag.events) {
        expect(found.lag.inWindowShare * found.lag.events).toBeCloseTo(expected.inWindow, 6);
      }
    }),
    { numRuns: 50, seed: 20261123 },
  );
}, 60_000);

/** Every set of fixes whose effect the plan tells: each by itself, the cheapest ones, all together. */
function setsOf(plan: FixPlan | null) {
  if (!plan) return [];
  const steps = [...plan.steps, plan.together].map(({ fixes, gain }) => ({
    fixes: fixes.flatMap((place) => plan.fixes[place] ?? []),
    gain,
  }));
  return [...plan.fixes.map((fix) => ({ fixes: [fix], gain: fix.gain })), ...steps];
}

function mendedBy(fixes: readonly PlannedFix[], made: MadeUp): Mended {
  const sentences = (stage: string) => fixes.filter((one) => one.stage === stage).map(({ fix }) => fix);
  const told = <T extends string>(stage: string, names: readonly T[]) =>
    names.filter((name) =>
      sentences(stage).some(
        (fix) => fix.includes(`“${name}”`) || fix.includes(` ${name} `) || fix.includes(` ${name},`),
      ),
    );
  const cadences = { "every 15 minutes": 15, "every hour": 60, "every 6 hours": 360, "once a day": DAY };
  return {
    match: sentences("identifiable").length > 0,
    fill: told("present", ["plan", "cart"]),
    read: sentences("fresh").length > 0,
    load: sentences("in-time").flatMap((fix) =>
      Object.entries(cadences).flatMap(([says, minutes]) => (fix.endsWith(says) ? [minutes] : [])),
    ),
    clocks: sentences("in-time").some((fix) => fix.startsWith("Set the clocks")),
    ask: told("agreed", made.channels),
    verify: told("reachable", made.channels),
  };
}

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
        field: one.field,
        read_at: time(one.at),
        loaded_at: time(one.arrived),
      })),
      types: { customer_id: "text", field: "text", read_at: "time", loaded_at: "time" },
      kind: "events",
      layout: { key: "customer_id", event: "field", at: "read_at", arrived: "loaded_at" },
    },
  });
}
