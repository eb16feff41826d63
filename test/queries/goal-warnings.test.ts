import { afterAll, beforeAll, expect, test } from "vitest";
import type { Row } from "../support/a-dataset.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { sortRows } from "../support/sort-rows.ts";

let served: ServedWorkbench;
beforeAll(async () => {
  served = await serveWorkbench();
});
afterAll(() => served.close());

/** An offer drawn by lot that works, and what was spent after it. */
function buyers(records: number): Row[] {
  const random = seededRandom(8);
  return Array.from({ length: records }, (_, at) => {
    const [plan, region] = [Math.floor(random() * 3), Math.floor(random() * 4)];
    const offered = random() < 0.5;
    const bought = random() < 0.15 + 0.1 * plan + (offered ? 0.2 : 0);
    return {
      member_id: `m${at}`,
      plan: `plan ${plan}`,
      region: `region ${region}`,
      offered: offered ? "yes" : "no",
      everybody: "sent",
      amount: bought ? 5 + Math.floor(random() * 40) : 0,
      bought: bought ? "yes" : "no",
    };
  });
}

const rows = buyers(3000);
const only = (fields: readonly string[], some = rows): Row[] =>
  some.map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null])));

async function analysis(slug: string, customers: Row[], more = "", answers = "") {
  const strategy = `
strategy: The club
goals:
  - key: sell
    name: Sell more
    outcome: { field: bought, is: "yes" }
    roles: { key: member_id }
    exchange: A month for free
${more}
${answers}
`;
  const { sorting } = await sortRows(served.workbench, { customers }, strategy, { slug });
  return sorting.goals[0]!.analysis;
}

const offer = '    treatment: { field: offered, is: "yes" }';
const settled = "answers: [{ goal: sell, field: plan, known: before, by: A, at: 2026-11-20 }]";

test("an offer that everybody got was given to all of them", async () => {
  const { uplift } = await analysis("everybody", rows, '    treatment: { field: everybody, is: "sent" }');
  expect(uplift).toMatchObject({ claim: "too-little", records: 3000, treated: 3000 });
});

test("where what came after an offer tells who got it, that question comes first", async () => {
  const { uplift, warnings, asked } = await analysis("after", rows, offer, settled);
  expect(asked).toContainEqual({ table: "customers", field: "amount", test: "says-it-alone", answer: null });
  expect(uplift).toMatchObject({ claim: "not-by-lot" });
  expect(warnings.join()).toContain("Say first whether amount is known before the outcome");
});

test("what is asked about is not said to tell nothing, and the rest is not blamed alone", async () => {
  const { warnings, fields, supported } = await analysis("rest", only(["member_id", "region", "amount", "bought"]));
  expect(supported).toBe(false);
  expect(warnings.join()).toContain("Without what is asked about, the other fields do not support this goal");
  const said = fields.find(({ name }) => name === "amount")!.evidence.map(({ facts }) => facts["why"]);
  expect(said).not.toContain("goal-not-supported");
});

test("a table without any field to test says so", async () => {
  const none = await analysis("none", only(["member_id", "bought"]));
  expect(none.warnings.join()).toContain("No field is left to test");
  const other = await analysis("other", only(["member_id", "amount", "bought"]));
  expect(other.warnings.join()).toContain("No other field is left to test");
});

test("a single customer of the rarer answer is counted as one", async () => {
  const some = rows.slice(0, 150).map((row, at) => ({ ...row, bought: at < 6 ? "yes" : "no" }));
  expect((await analysis("six", some)).warnings.join()).toContain("Only 6 customers of the rarer answer");
});

test("a set that is all of the best one keeps everything, though nothing may be lost", async () => {
  const { kept, proven, provenSet, warnings } = await analysis(
    "exact",
    only(["member_id", "plan", "region", "bought"]),
    "    keep: 1",
    settled,
  );
  expect(kept.map(({ name }) => name)).toEqual(["plan"]);
  expect({ proven, provenSet }).toEqual({ proven: true, provenSet: null });
  expect(warnings.join()).not.toContain("cannot be shown");
});

test("of a number that is never above nothing no total is spoken of", async () => {
  const debts = rows.map((row) => ({ ...row, debt: -Number(row["amount"]) }));
  const strategy = `
strategy: The club
goals:
  - { key: owe, name: Owe less, outcome: { field: debt }, roles: { key: member_id }, exchange: A month for free }
answers: [{ goal: owe, field: plan, known: before, by: A, at: 2026-11-20 }]
`;
  const customers = only(["member_id", "plan", "region", "debt"], debts);
  const { sorting } = await sortRows(served.workbench, { customers }, strategy, { slug: "debts" });
  const { supported, performance, warnings } = sorting.goals[0]!.analysis;
  expect(supported).toBe(true);
  expect(performance!.keptFields).toEqual({ value: 0, low: 0, high: 1 });
  expect(warnings.join()).toContain("no total to find parts of");
});
