import { expect, test } from "vitest";
import { usualThresholds } from "../../server/goals/empty-strategy.ts";
import {
  createStrategyStore,
  dropPart,
  keepPart,
  replaceStrategy,
  storedStrategy,
} from "../../server/goals/strategy-store.ts";
import {
  listDecisionChanges,
  recordDecision,
  undoDecision,
  withdrawDecision,
} from "../../server/verdicts/decisions.ts";
import type { Decision, Goal } from "../../server/vocabulary.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const decision = (change: Partial<Decision> = {}): Decision => ({
  goal: "keep-leavers",
  field: "gender",
  verdict: "unused",
  by: "head of CRM",
  at: "2026-11-20T10:00:00Z",
  reason: "A neutral greeting does the job",
  ...change,
});

const goal: Goal = { key: "keep-leavers", name: "Keep leavers", channels: [], roles: {} };

async function openStore() {
  const { database } = await openTestDatabase();
  await createStrategyStore(database);
  await keepPart(database, "shop", "goals", goal);
  return database;
}

test("the later decision about one field and goal stands, and undo brings the earlier one back", async () => {
  const database = await openStore();
  await recordDecision(database, "shop", decision());
  await recordDecision(database, "shop", decision({ verdict: "needed", at: "2026-11-21T10:00:00Z" }));
  expect((await storedStrategy(database, "shop")).decisions.map((one) => one.verdict)).toEqual(["needed"]);
  const undone = await undoDecision(database, "shop");
  expect(undone?.after?.verdict).toBe("needed");
  expect((await storedStrategy(database, "shop")).decisions).toEqual([decision()]);
  await undoDecision(database, "shop");
  expect((await storedStrategy(database, "shop")).decisions).toEqual([]);
  expect(await undoDecision(database, "shop")).toBeNull();
});

test("a decision for every goal and one for a single goal stand side by side", async () => {
  const database = await openStore();
  const { goal: _, ...everyGoal } = decision();
  await recordDecision(database, "shop", everyGoal);
  await recordDecision(database, "shop", decision());
  expect((await storedStrategy(database, "shop")).decisions).toHaveLength(2);
});

test("a withdrawn decision is gone, and the log still tells of it", async () => {
  const database = await openStore();
  await recordDecision(database, "shop", decision());
  await withdrawDecision(database, "shop", decision(), "2026-11-22T10:00:00Z");
  expect((await storedStrategy(database, "shop")).decisions).toEqual([]);
  const [last, first] = await listDecisionChanges(database, "shop");
  expect([first?.after?.reason, last?.after]).toEqual([decision().reason, null]);
});

test("undo leaves alone what was decided for a goal that is gone", async () => {
  const database = await openStore();
  const { goal: _, ...everyGoal } = decision();
  await recordDecision(database, "shop", everyGoal);
  await recordDecision(database, "shop", decision());
  await dropPart(database, "shop", "decisions", decision());
  await dropPart(database, "shop", "goals", goal);
  const undone = await undoDecision(database, "shop");
  expect(undone?.after).toEqual(everyGoal);
  expect((await storedStrategy(database, "shop")).decisions).toEqual([]);
});

test("decisions that arrive at the same moment are all kept", async () => {
  const database = await openStore();
  const fields = Array.from({ length: 20 }, (_, index) => `field_${index}`);
  await Promise.all(fields.map((field) => recordDecision(database, "shop", decision({ field }))));
  const kept = (await storedStrategy(database, "shop")).decisions.map((one) => one.field);
  expect(kept.sort()).toEqual(fields.sort());
});

test("one dataset's strategy is not another's, and an import replaces it whole", async () => {
  const database = await openStore();
  await keepPart(database, "shop", "fields", { field: "age", meaning: "age" });
  const strategy = {
    name: "Spring",
    tables: [],
    fields: [],
    goals: [],
    decisions: [decision()],
    answers: [],
    permitted: [],
    efforts: [],
    thresholds: usualThresholds,
  };
  await replaceStrategy(database, "other", strategy);
  expect((await storedStrategy(database, "shop")).fields).toHaveLength(1);
  await replaceStrategy(database, "shop", strategy);
  expect(await storedStrategy(database, "shop")).toEqual(strategy);
});
