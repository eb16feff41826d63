import { afterAll, beforeAll, expect, test } from "vitest";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import { aDataset } from "../../support/a-dataset.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

test("fields and tables may be called anything, also what the queries call their own", async () => {
  const dataset = await aDataset(database, {
    'my "customers"': {
      kind: "customers",
      rows: [
        { rowid: "same", customer: "a", "filled.in": "x", keys: "a@example.org", moment: true },
        { rowid: "same", customer: "b", "filled.in": null, keys: "b@example.org", moment: true },
        { rowid: "same", customer: "c", "filled.in": "x", keys: "no address", moment: false },
      ],
      layout: { key: "customer" },
    },
    people: {
      kind: "events",
      rows: ["a", "b", "c"].map((key) => ({ key, at: "2026-11-20T10:00:00", units: "2026-11-20T10:05:00" })),
      layout: { key: "key", at: "at", arrived: "units" },
    },
    units: {
      kind: "consents",
      rows: ["a", "b", "c"].map((key) => ({ key, channel: "email", granted: "yes", said_at: "2026-11-01T10:00:00" })),
      layout: { key: "key", channel: "channel", state: "granted", at: "said_at", yes: ["yes"] },
    },
  });
  const table = 'my "customers"';
  const goal = aResolvedGoal({
    goal: { channels: ["email"], basis: "consent" },
    trigger: { kind: "event", table: "people", event: null, at: "at", arrived: "units" },
    windowMinutes: 30,
    audience: { sql: '"customer" is not null and "moment" is not null' },
    roles: [
      aRole("key", "customer", null, table),
      aRole("address", "keys", "email", table),
      aRole("content", "filled.in", null, table),
    ],
  });
  const found = await measureActionability(database, dataset, [], goal, {
    asOf: "2026-11-23T00:00:00Z",
    needed: [],
    fieldSettings: [],
  });
  expect(found.stages.map(({ count }) => count)).toEqual([3, 3, 2, null, 2, 1, 1, 1]);
  expect(found.atTriggerTime).toMatchObject({ triggers: 3, count: 1 });
});

test("an empty audience, or no trigger at all, has no share", async () => {
  const dataset = await aDataset(database, { customers: [{ customer_id: "a", email: "a@example.org" }] });
  const goal = aResolvedGoal({
    goal: { channels: ["email"], basis: "contract" },
    audience: { sql: "false" },
    roles: [aRole("key", "customer_id"), aRole("address", "email", "email")],
  });
  const found = await measureActionability(database, dataset, [], goal, { asOf: null, needed: [], fieldSettings: [] });
  expect(found).toMatchObject({ audience: 0, actionable: null, ofAudience: null, bottleneck: null, fixes: [] });
  expect(found.stages[0]).toMatchObject({ count: 0, share: 0 });
});

test("a measurement can be cancelled", async () => {
  const dataset = await aDataset(database, { customers: [{ customer_id: "a" }] });
  const stopped = AbortSignal.abort();
  await expect(
    measureActionability(database, dataset, [], aResolvedGoal(), {
      asOf: null,
      needed: [],
      fieldSettings: [],
      signal: stopped,
    }),
  ).rejects.toThrow("Cancelled");
});
