import { afterAll, beforeAll, expect, test } from "vitest";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import { afterwardsFields } from "../../../server/goals/afterwards-fields.ts";
import { readStrategy } from "../../../server/goals/read-strategy.ts";
import type { ResolvedGoal } from "../../../server/goals/resolved-goal.ts";
import type { FieldRef } from "../../../server/vocabulary.ts";
import { aDataset } from "../../support/a-dataset.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { aProfile } from "../../support/builders.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const goal = aResolvedGoal({
  goal: { channels: ["email"], basis: "legitimate-interest" },
  roles: [aRole("key", "customer_id"), aRole("address", "email", "email")],
});

const customers = Array.from({ length: 400 }, (_, index) => ({
  customer_id: `c${index}`,
  // every other one of plan S can be reached, every one of plan L
  email: index % 4 === 1 ? null : `c${index}@example.org`,
  plan: index % 4 < 2 ? "S" : "L",
  rare: index < 3 ? "three of us" : index < 203 ? "S" : "L",
  born: `${1950 + (index % 50)}-06-01`,
  faith: index % 4 < 2 ? "one" : "other",
}));
const profiles = [
  aProfile({ name: "plan", distinct: 2 }),
  aProfile({ name: "rare", meaning: "other", distinct: 3 }),
  aProfile({ name: "born", meaning: "birth-date", type: "date", distinct: 50 }),
  aProfile({ name: "faith", meaning: "other", distinct: 2, sensitivity: "special" }),
  aProfile({ name: "email", meaning: "email", distinct: 300 }),
];

async function groupsOf(more: { afterwards?: readonly FieldRef[]; roles?: ResolvedGoal["roles"] } = {}) {
  const dataset = await aDataset(database, { customers });
  const options = { asOf: null, needed: [], fieldSettings: [], afterwards: more.afterwards };
  const asked = { ...goal, roles: [...goal.roles, ...(more.roles ?? [])] };
  return (await measureActionability(database, dataset, profiles, asked, options)).groups;
}

test("the groups that differ are told with their ranges, the others by name", async () => {
  const { differing, alike } = await groupsOf();
  expect(differing).toMatchObject([
    {
      name: "plan",
      level: null,
      hidden: 0,
      groups: [
        { value: "L", customers: 200, units: 200, count: 200, share: 1, high: 1 },
        { value: "S", customers: 200, units: 200, count: 100, share: 0.5 },
      ],
    },
  ]);
  expect(differing[0]?.groups.every(({ low, high, share }) => low <= share && share <= high && low < high)).toBe(true);
  expect(alike.map(({ name }) => name)).toEqual(["born"]);
});

test("what is specially protected is never a group, and three customers are no group", async () => {
  const { differing, alike } = await groupsOf();
  const told = JSON.stringify([differing, alike]);
  expect(told).not.toContain("faith");
  // Its third value hides the second with it, so that one alone is left.
  expect(told).not.toContain("three of us");
  expect(told).not.toContain("rare");
});

test("nobody is told apart by how another goal ended, nor by what a person called known afterwards", async () => {
  const dataset = await aDataset(database, { customers });
  const of = (text: string) => afterwardsFields(database, dataset, readStrategy(text, "strategy.yaml"), { asOf: null });
  expect(await of("goals: [{ key: other, outcome: { field: plan, is: L } }]")).toEqual([
    { table: "customers", field: "plan" },
  ]);
  expect(await of("goals: [{ key: other, outcome: { sql: \"plan = 'L' and rare is null\" } }]")).toEqual([
    { table: "customers", field: "plan" },
    { table: "customers", field: "rare" },
  ]);
  const answered = "answers: [{ goal: goal, field: born, known: afterwards, by: Ann, at: 2026-11-20 }]";
  const afterwards = await of(`goals: [{ key: other, outcome: { field: nowhere } }]\n${answered}`);
  expect(afterwards).toEqual([{ table: "customers", field: "born" }]);
  expect(JSON.stringify(await groupsOf({ afterwards }))).not.toContain("born");
  expect(JSON.stringify(await groupsOf({ afterwards: [{ table: "customers", field: "plan" }] }))).not.toContain("plan");
});

test("what a message is filled with may tell customers apart, what a step looks at may not", async () => {
  expect((await groupsOf({ roles: [aRole("content", "plan")] })).differing.map(({ name }) => name)).toEqual(["plan"]);
  expect((await groupsOf({ roles: [aRole("suppression", "plan")] })).differing).toEqual([]);
});
