import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

describe("a goal that is sent to customers, not triggered", () => {
  test("counts customers through every stage that something measures", async () => {
    const dataset = await aDataset(database, {
      customers: {
        rows: [
          { customer_id: "c1", plan: "S", email: "one@example.org", agreed: "yes", read_at: "2026-11-20T10:00:00Z" },
          { customer_id: "c2", plan: null, email: "two@example.org", agreed: "yes", read_at: "2026-11-20T10:00:00Z" },
          { customer_id: "c3", plan: "M", email: "three@example", agreed: "yes", read_at: "2026-11-20T10:00:00Z" },
          { customer_id: "c4", plan: "M", email: "four@example.org", agreed: "no", read_at: "2026-11-20T10:00:00Z" },
          { customer_id: "c5", plan: "M", email: "five@example.org", agreed: null, read_at: "2026-11-20T10:00:00Z" },
          { customer_id: "c6", plan: "M", email: "six@example.org", agreed: "yes", read_at: "2024-11-20T10:00:00Z" },
          { customer_id: "c7", plan: "M", email: "seven@example.org", agreed: "yes", read_at: null },
          { customer_id: null, plan: "M", email: "eight@example.org", agreed: "yes", read_at: "2026-11-20T10:00:00Z" },
        ],
        layout: { updated: "read_at" },
      },
    });
    const goal = aResolvedGoal({
      goal: { channels: ["email"] },
      roles: [aRole("key", "customer_id"), aRole("address", "email", "email"), aRole("consent", "agreed", "email")],
    });

    const found = await measureActionability(database, dataset, [], goal, {
      asOf: "2026-11-23T09:40:00Z",
      needed: [{ table: "customers", field: "plan" }],
      fieldSettings: [],
    });

    expect(found.stages.map(({ stage, count, lost }) => [stage, count, lost])).toEqual([
      ["known", 8, 0],
      ["identifiable", 7, 1],
      ["present", 6, 1],
      ["fresh", 4, 2],
      ["agreed", 2, 2],
      ["reachable", 1, 1],
      ["in-time", null, null],
      ["actionable", 1, 0],
    ]);
    expect(found).toMatchObject({
      unit: "customer",
      actionable: { count: 1, share: 1 / 8, atMost: true },
      ofAudience: { customers: 1, share: 1 / 8 },
      heldBack: 0,
      channels: [{ channel: "email", agreed: 6, reachable: 7 }],
    });
  });

  test("so few customers are counted, not shared out, and a goal that needs no field says so", async () => {
    const dataset = await aDataset(database, { customers: [{ customer_id: "c1", email: "a@example.org" }] });
    const goal = aResolvedGoal({
      goal: { channels: ["email"], basis: "legitimate-interest" },
      roles: [aRole("key", "customer_id"), aRole("address", "email", "email")],
    });
    const found = await measureActionability(database, dataset, [], goal, {
      asOf: null,
      needed: [],
      fieldSettings: [],
    });
    expect(found.actionable).toMatchObject({ count: 1, countsOnly: true });
    expect(found.warnings).toContain("Only 1 customer: read the counts, a share of so few says little.");
    expect(found.stages[2]).toMatchObject({ measured: false, means: "Needed fields on file" });
  });

  test("says what to record first where nothing is recorded, and claims nothing", async () => {
    const dataset = await aDataset(database, {
      customers: [
        { customer_id: "c1", tenure: 3, contract: "Month-to-month" },
        { customer_id: "c2", tenure: 30, contract: null },
      ],
    });

    const found = await measureActionability(
      database,
      dataset,
      [],
      aResolvedGoal({ roles: [aRole("key", "customer_id")] }),
      {
        asOf: null,
        needed: [
          { table: "customers", field: "tenure" },
          { table: "customers", field: "contract" },
        ],
        fieldSettings: [],
      },
    );

    expect(found.stages.filter(({ measured }) => measured).map(({ stage, count }) => [stage, count])).toEqual([
      ["known", 2],
      ["identifiable", 2],
      ["present", 1],
    ]);
    expect(found).toMatchObject({ actionable: null, ofAudience: null, atTriggerTime: null });
    expect(found.lag.measured).toBe(false);
    expect(found.warnings).toEqual([
      expect.stringContaining("Record first: each customer’s yes or no to each channel"),
    ]);
  });
});
