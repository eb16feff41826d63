import { afterAll, beforeAll, expect, test } from "vitest";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import { aDataset, type Row } from "../../support/a-dataset.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { seededRandom } from "../../support/seeded-random.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const DAY = 86_400_000;
const asOf = Date.parse("2026-11-23T00:00:00Z");
const text = (at: number) => new Date(at).toISOString().slice(0, 19);
const customers = Array.from({ length: 200 }, (_, index) => ({
  customer_id: `c${index}`,
  plan: "S",
  updated_at: text(asOf - (index % 100) * DAY),
}));

async function decayOfPlan(history: readonly Row[] | null) {
  const dataset = await aDataset(database, {
    customers: { rows: customers, layout: { key: "customer_id", updated: "updated_at" } },
    ...(history
      ? { plan_history: { rows: history, kind: "events", layout: { key: "customer_id", at: "read_at" } } }
      : {}),
  });
  return measureActionability(database, dataset, [], aResolvedGoal({ roles: [aRole("key", "customer_id")] }), {
    asOf: new Date(asOf).toISOString(),
    needed: [{ table: "customers", field: "plan" }],
    fieldSettings: [],
  });
}

/** Each customer's plan, changing at a steady rate, looked at every so often. */
function history(
  halfLife: number,
  look: (random: () => number, changes: readonly number[]) => readonly number[],
): Row[] {
  const random = seededRandom(23);
  return customers.flatMap(({ customer_id }) => {
    const changes: number[] = [];
    const wait = () => (halfLife / -Math.LN2) * Math.log(1 - random());
    for (let at = wait(); at < 700; at += wait()) changes.push(at);
    return look(random, changes).map((day) => ({
      customer_id,
      plan: `plan ${changes.filter((at) => at <= day).length}`,
      read_at: text(asOf - 700 * DAY + day * DAY),
    }));
  });
}

test("values read again tell the half-life, and set how old the field may be", async () => {
  const found = await decayOfPlan(history(120, (random) => [0, 20 + 40 * random(), 200, 500, 600 + 90 * random()]));
  const [plan] = found.decay;
  expect(plan).toMatchObject({ name: "plan", why: null, history: "plan_history", looked: 800 });
  expect(plan?.halfLife?.low).toBeLessThan(120);
  expect(plan?.halfLife?.high).toBeGreaterThan(120);
  expect(Math.abs((plan?.halfLife?.days ?? 0) - 120)).toBeLessThan(20);
  // A third of about 120 days: those updated at most 40 days ago pass, two of every five.
  const fresh = found.stages.find(({ stage }) => stage === "fresh");
  expect(fresh?.count).toBe(2 * (Math.floor(Math.round((plan?.halfLife?.days ?? 0) * 480) / 1_440) + 1));
});

test("a list of changes alone tells it too", async () => {
  const found = await decayOfPlan(history(90, (_, changes) => [0, ...changes]));
  expect(found.decay[0]?.halfLife?.low).toBeLessThan(90);
  expect(found.decay[0]?.halfLife?.high).toBeGreaterThan(90);
});

test("from one snapshot it is not estimated, and a year is the limit", async () => {
  const found = await decayOfPlan(null);
  expect(found.decay).toMatchObject([{ halfLife: null, why: "only one value of each customer is on record" }]);
  expect(found.stages.find(({ stage }) => stage === "fresh")?.count).toBe(200);
});
