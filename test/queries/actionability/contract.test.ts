import { afterAll, beforeAll, expect, test } from "vitest";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import type { ResolvedGoal } from "../../../server/goals/resolved-goal.ts";
import { composeActionabilityReport } from "../../../server/reports/actionability/compose-actionability-report.ts";
import { aDataset } from "../../support/a-dataset.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { anActionabilityInput } from "../../support/report-inputs.ts";
import { reportFaults } from "../../support/validate-report.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

/** The contract's keys, in its order, letter by letter. */
const keys = {
  report: ["report", "winnow", "run", "asOf", "seed", "dataset", "goals"],
  goal: [
    ...["key", "name", "unit", "windowMinutes", "channels", "stages", "heldBack", "actionable", "ofAudience"],
    ...["atTriggerTime", "bottleneck", "lag", "fields", "fixes", "warnings"],
  ],
  stage: ["stage", "measured", "count", "lost", "share", "customers", "why"],
  lag: ["measured", "events", "negative", "p50Minutes", "p95Minutes", "p99Minutes", "inWindowShare"],
};

const stageNames = ["known", "identifiable", "present", "fresh", "agreed", "reachable", "in-time", "actionable"];
const telling = ["fresh", "agreed", "reachable", "in-time"];

async function reportOf(
  tables: Parameters<typeof aDataset>[1],
  goal: ResolvedGoal,
  asOf: string | null,
  needed: readonly string[] = [],
) {
  const dataset = await aDataset(database, tables);
  const found = await measureActionability(database, dataset, [], goal, {
    asOf,
    needed: needed.map((field) => ({ table: "customers", field })),
    fieldSettings: [],
  });
  const report = composeActionabilityReport(anActionabilityInput({ dataset, profiles: [], goals: [found] }));
  const [one] = report.goals;
  if (!one) throw new Error("The report holds the goal.");
  expect(Object.keys(report)).toEqual(keys.report);
  expect(Object.keys(one)).toEqual([...keys.goal, "explanation"]);
  expect(one.stages.map(({ stage }) => stage)).toEqual(stageNames);
  for (const stage of one.stages) {
    expect(Object.keys(stage)).toEqual(keys.stage);
    const { measured, count, lost, share, customers, why } = stage;
    const counts = [count, lost, share, customers];
    expect(measured ? counts.includes(null) : counts.some((value) => value !== null), stage.stage).toBe(false);
    expect(why === null, stage.stage).toBe(measured);
  }
  expect(Object.keys(one.lag)).toEqual(keys.lag);
  const told = one.stages.filter(({ stage, measured }) => telling.includes(stage) && measured);
  if (told.length === 0) expect(one.actionable).toBeNull();
  if (one.actionable) expect(one.actionable.atMost).toBe(told.length < telling.length);
  expect(reportFaults("actionability", report)).toEqual([]);
  return one;
}

test("a table that lacks everything has every key of the contract, null where nothing tells", async () => {
  const goal = await reportOf({ customers: [{ shoe_size: 41 }, { shoe_size: null }] }, aResolvedGoal({}), null, [
    "shoe_size",
  ]);
  expect(goal).toMatchObject({
    unit: "customer",
    windowMinutes: null,
    channels: [],
    actionable: null,
    ofAudience: null,
    atTriggerTime: null,
    bottleneck: null,
    lag: { measured: false, events: null, negative: null, p50Minutes: null, inWindowShare: null },
    fields: [{ table: "customers", name: "shoe_size", readiness: "not-measured" }],
  });
  expect(goal.stages.filter(({ measured }) => measured).map(({ stage }) => stage)).toEqual(["known", "present"]);
});

test("a table without a single row has them too, and no share of nothing", async () => {
  const goal = await reportOf(
    { customers: { rows: [], types: { customer_id: "text", email: "text", agreed: "boolean" } } },
    aResolvedGoal({
      goal: { channels: ["email"] },
      roles: [aRole("key", "customer_id"), aRole("address", "email", "email"), aRole("consent", "agreed", "email")],
    }),
    null,
  );
  expect(goal).toMatchObject({ actionable: null, ofAudience: null, bottleneck: null, fixes: [], heldBack: 0 });
  expect(goal.channels).toEqual([{ channel: "email", agreed: 0, reachable: 0 }]);
});

test("where something measures every stage, nothing is null and the share is no ceiling", async () => {
  const asOf = "2026-11-23T00:00:00Z";
  const goal = await reportOf(
    {
      customers: {
        rows: Array.from({ length: 40 }, (_, row) => ({
          customer_id: `c${row}`,
          plan: "S",
          email: `c${row}@example.org`,
          agreed: row % 2 === 0,
          read_at: "2026-11-20T00:00:00",
        })),
        types: { customer_id: "text", plan: "text", email: "text", agreed: "boolean", read_at: "time" },
        layout: { key: "customer_id", updated: "read_at" },
      },
      events: {
        rows: Array.from({ length: 40 }, (_, row) => ({
          customer_id: `c${row}`,
          kind: "low",
          happened_at: "2026-11-21T10:00:00",
          loaded_at: "2026-11-21T10:01:00",
        })),
        types: { customer_id: "text", kind: "text", happened_at: "time", loaded_at: "time" },
        kind: "events",
        layout: { key: "customer_id", event: "kind", at: "happened_at", arrived: "loaded_at" },
      },
    },
    aResolvedGoal({
      goal: { channels: ["email"] },
      roles: [aRole("key", "customer_id"), aRole("address", "email", "email"), aRole("consent", "agreed", "email")],
      trigger: { kind: "event", table: "events", event: "low", at: "happened_at", arrived: "loaded_at" },
      windowMinutes: 60,
    }),
    asOf,
    ["plan"],
  );
  expect(goal.stages.every(({ measured }) => measured)).toBe(true);
  expect(goal).toMatchObject({ unit: "trigger", actionable: { count: 20, atMost: false }, bottleneck: "agreed" });
  expect(goal.lag).toMatchObject({ measured: true, events: 40, p99Minutes: null });
});
