import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wilson } from "../../../server/actionability/intervals.ts";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import type { TableLayout } from "../../../server/vocabulary.ts";
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

/** The same customers some time ago: each plan differs with the chance that a half-life of `halfLife` days gives it. */
function ago(days: number, halfLife: number, more: (row: number) => Row = () => ({})): Row[] {
  const random = seededRandom(29);
  return customers.map(({ customer_id, plan }, row) => ({
    customer_id,
    plan: random() < 1 - 2 ** (-days / halfLife) ? `${plan} of old` : plan,
    city: "Kiel",
    ...more(row),
  }));
}

async function measuredWith(
  snapshots: Readonly<Record<string, { readonly rows: readonly Row[]; readonly layout?: Partial<TableLayout> }>>,
  today: Partial<TableLayout> = {},
) {
  const dataset = await aDataset(database, {
    customers: {
      rows: customers.map((row) => ({ ...row, city: "Kiel" })),
      layout: { key: "customer_id", updated: "updated_at", ...today },
    },
    ...Object.fromEntries(
      Object.entries(snapshots).map(([name, { rows, layout }]) => [
        name,
        { rows, kind: "reference" as const, layout: { key: "customer_id", joins: "customer_id", ...layout } },
      ]),
    ),
  });
  return measureActionability(database, dataset, [], aResolvedGoal({ roles: [aRole("key", "customer_id")] }), {
    asOf: new Date(asOf).toISOString(),
    needed: [{ table: "customers", field: "plan" }],
    fieldSettings: [],
  });
}

async function decayFromSnapshots(...asked: Parameters<typeof measuredWith>) {
  return (await measuredWith(...asked)).decay[0];
}

describe("two snapshots of the same customers", () => {
  test("tell the half-life by Wilson’s interval, transformed, where a person dated them", async () => {
    const rows = ago(60, 150);
    const plan = await decayFromSnapshots(
      { customers_before: { rows, layout: { snapshot: "2026-09-01" } } },
      { snapshot: "2026-10-31" },
    );
    const changed = rows.filter((row) => row["plan"] !== "S").length;
    const days = (share: number) => (60 * Math.LN2) / -Math.log(1 - share);
    const { low, high } = wilson(changed, 200);
    expect(plan).toMatchObject({
      why: null,
      looked: 200,
      changed,
      history: "customers_before of 2026-09-01 and customers of 2026-10-31",
    });
    expect(plan?.halfLife?.days).toBeCloseTo(days(changed / 200), 6);
    expect(plan?.halfLife?.low).toBeCloseTo(days(high), 6);
    expect(plan?.halfLife?.high).toBeCloseTo(days(low), 6);
  });

  test("are dated by the latest time at which their records were loaded or updated", async () => {
    const rows = ago(40, 150, (row) => ({ updated_at: text(asOf - (40 + (row % 30)) * DAY) }));
    const plan = await decayFromSnapshots({ before: { rows, layout: { updated: "updated_at" } } });
    expect(plan?.history).toBe("before of 2026-10-14 and customers of 2026-11-23");
    expect(plan?.halfLife?.days).toBeGreaterThan(0);
  });

  test("without any change tell a least half-life, by the rule of three", async () => {
    const rows = ago(60, Infinity);
    const plan = await decayFromSnapshots({ before: { rows, layout: { snapshot: "2026-09-24T00:00:00Z" } } });
    expect(plan?.halfLife).toEqual({ days: null, low: expect.closeTo((Math.LN2 * 200 * 60) / 3, 6), high: null });
  });

  test("are not used while nothing says when one was taken; a day in its name is only asked about", async () => {
    const rows = ago(60, 150);
    expect(await decayFromSnapshots({ "customers_2026-09-01": { rows } })).toMatchObject({
      halfLife: null,
      why: "nothing says when customers_2026-09-01 was taken",
      undated: { table: "customers_2026-09-01", looksLike: "2026-09-01" },
    });
    expect((await decayFromSnapshots({ older: { rows } }))?.undated?.looksLike).toBeNull();
  });

  test("are no snapshots where a customer is there twice, or the fields or the customers are others", async () => {
    const dated = { snapshot: "2026-09-01" };
    const rows = ago(60, 150);
    const single = { halfLife: null, why: "only one value of each customer is on record" };
    expect(await decayFromSnapshots({ before: { rows: [...rows, ...rows], layout: dated } })).toMatchObject(single);
    const strangers = rows.map((row, place) => ({ ...row, customer_id: `x${place}` }));
    expect(await decayFromSnapshots({ before: { rows: strangers, layout: dated } })).toMatchObject(single);
    const others = rows.map(({ customer_id, plan }) => ({ customer_id, plan, size: 1, colour: "red", made: "here" }));
    expect(await decayFromSnapshots({ before: { rows: others } })).toMatchObject(single);
  });

  test("a few copies do no harm, and who is there with two values has none", async () => {
    const rows = ago(60, Infinity);
    const twice = [...rows, rows[0] ?? {}, { ...rows[1], plan: "XL" }];
    const plan = await decayFromSnapshots({ before: { rows: twice, layout: { snapshot: "2026-09-24" } } });
    expect(plan).toMatchObject({ looked: 199, changed: 0 });
  });

  test("three of them give one rate over both gaps", async () => {
    const plan = await decayFromSnapshots({
      first: { rows: ago(120, 150), layout: { snapshot: "2026-07-26" } },
      second: { rows: ago(60, 150), layout: { snapshot: "2026-09-24" } },
    });
    expect(plan?.looked).toBe(400);
    const [first, second] = [ago(120, 150), ago(60, 150)];
    const differing = (one: (row: number) => unknown, other: (row: number) => unknown) =>
      customers.filter((_, row) => one(row) !== other(row)).length / 200;
    const [then, later, now] = [
      (row: number) => first[row]?.["plan"],
      (row: number) => second[row]?.["plan"],
      () => "S",
    ];
    expect(plan?.constancy?.customers).toBe(200);
    expect(plan?.constancy?.changed).toBeCloseTo(differing(then, now), 12);
    expect(plan?.constancy?.expected).toBeCloseTo(1 - (1 - differing(then, later)) * (1 - differing(later, now)), 12);
    expect(plan?.history).toBe("first of 2026-07-26, second of 2026-09-24 and customers of 2026-11-23");
  });
});

test("of two snapshots of one moment the first is read, and a day that lies ahead is asked about", async () => {
  const [rows, others] = [ago(60, 150), ago(60, 20)];
  const dated = (snapshot: string) => ({ layout: { snapshot } });
  const twice = await measuredWith({
    before: { rows, ...dated("2026-09-24") },
    once_more: { rows: others, ...dated("2026-09-24T00:00:00Z") },
  });
  expect(twice.decay[0]?.history).toBe("before of 2026-09-24 and customers of 2026-11-23");
  expect(twice.decay[0]?.changed).toBe(rows.filter((row) => row["plan"] !== "S").length);
  expect(twice.warnings).toContainEqual(
    expect.stringMatching(/^once_more and before are both snapshots of 2026-09-24: only before is read\. /),
  );
  const ahead = await measuredWith({ before: { rows, ...dated("2029-09-24") } });
  expect(ahead.warnings).toContainEqual(expect.stringMatching(/^before is said to be a snapshot of 2029-09-24, later/));
});

test("from one snapshot it is not estimated, and a year is the limit", async () => {
  const found = await decayOfPlan(null);
  expect(found.decay).toMatchObject([{ halfLife: null, why: "only one value of each customer is on record" }]);
  expect(found.stages.find(({ stage }) => stage === "fresh")?.count).toBe(200);
});
