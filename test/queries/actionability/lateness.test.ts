import { afterAll, beforeAll, expect, test } from "vitest";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import { aDataset } from "../../support/a-dataset.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { seededRandom } from "../../support/seeded-random.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const asOf = "2026-11-23T00:00:00Z";
const weeks = 4;
const goal = aResolvedGoal({
  trigger: { kind: "event", table: "events", event: "cart", at: "happened_at", arrived: "loaded_at" },
  windowMinutes: 60,
  untilMinutes: 180,
  reactionMinutes: 10,
  lookBackMinutes: weeks * 7 * 1_440,
  roles: [aRole("key", "customer_id")],
});

/** Events in the four weeks, of a few customers each, `lags` minutes late. */
async function lateness(lags: readonly number[], people: number) {
  const text = (moment: number) => new Date(moment).toISOString().slice(0, 19);
  const span = (weeks * 7 - 1) * 86_400_000;
  const start = Date.parse(asOf) - weeks * 7 * 86_400_000;
  const rows = lags.map((lag, index) => {
    const happened = start + Math.floor((index / lags.length) * span);
    return {
      customer_id: `c${index % people}`,
      kind: "cart",
      happened_at: text(happened),
      loaded_at: text(happened + lag * 60_000),
    };
  });
  const dataset = await aDataset(database, {
    customers: Array.from({ length: people }, (_, index) => ({ customer_id: `c${index}` })),
    events: {
      rows,
      types: { customer_id: "text", kind: "text", happened_at: "time", loaded_at: "time" },
      layout: { key: "customer_id", event: "kind", at: "happened_at", arrived: "loaded_at" },
    },
  });
  const found = await measureActionability(database, dataset, [], goal, { asOf, needed: [], fieldSettings: [] });
  return found.lateness;
}

/** Worth all within 60 minutes with 10 to react, nothing from 180 on. */
const lost = (lag: number) => 1 - Math.max(0, Math.min(1, (180 - lag - 10) / 120));

test("what delay costs a week is the sum of what each trigger's delay costs", async () => {
  const lags = Array.from({ length: 400 }, (_, index) => (index * 7) % 240);
  const found = await lateness(lags, 50);
  const expected = lags.reduce((sum, lag) => sum + lost(lag), 0);
  expect((found?.lost ?? 0) * (found?.weeks ?? 0)).toBeCloseTo(expected, 2);
  expect((found?.units ?? 0) * (found?.weeks ?? 0)).toBeCloseTo(400, 6);
});

test("the range holds the true loss in about 95 of 100 months, though some customers trigger often", async () => {
  const random = seededRandom(7);
  const months = 60;
  let held = 0;
  // Each customer has a number of triggers and a lag of their own; the true loss is the mean of many such months.
  const mean = 0.5 * lost(100) * 30 * 3;
  for (let month = 0; month < months; month++) {
    const lags: number[] = [];
    const customers = poisson(30, random);
    for (let customer = 0; customer < customers; customer++) {
      const late = random() < 0.5 ? 100 : 0;
      for (let repeat = 0; repeat < 3; repeat++) lags.push(late);
    }
    const found = await lateness(
      Array.from({ length: lags.length }, (_, index) => lags[(index % customers) * 3] ?? 0),
      customers,
    );
    if (!found) continue;
    const truth = mean / found.weeks;
    if (found.low <= truth && truth <= found.high) held++;
  }
  expect(held / months).toBeGreaterThan(0.85);
}, 30_000);

function poisson(mean: number, random: () => number): number {
  let product = random();
  let count = 0;
  for (; product > Math.exp(-mean); count++) product *= random();
  return count;
}
