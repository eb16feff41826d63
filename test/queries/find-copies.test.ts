import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../server/database/database.ts";
import { customersTable } from "../../server/datasets/dataset.ts";
import { findCopies } from "../../server/evidence/find-copies.ts";
import { aDataset, type Row } from "../support/a-dataset.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { seededRandom } from "../support/seeded-random.ts";

let database: Database;

beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

function someRows(count: number, contradiction = -1): Row[] {
  const random = seededRandom(4);
  return Array.from({ length: count }, (_, i) => {
    const plan = Math.floor(random() * 6);
    return {
      customer_id: `c${i}`,
      plan: plan === 5 ? null : `plan ${plan}`,
      plan_again: plan === 5 ? null : `plan ${plan}`,
      plan_code: plan * 10,
      family: i === contradiction ? "other" : plan < 3 ? "small" : "large",
      region: ["north", "south", "east"][Math.floor(random() * 3)],
      number: Math.floor(random() * 1e9),
    };
  });
}

async function find(rows: Row[], options = {}) {
  const dataset = await aDataset(database, { customers: rows });
  return findCopies(database, dataset, customersTable(dataset).fields, options);
}

const expected = {
  copies: [
    { field: "plan_again", of: "plan", kind: "duplicate", mapping: "same-values" },
    { field: "plan_code", of: "plan", kind: "duplicate", mapping: "one-to-one" },
    { field: "family", of: "plan", kind: "derived", mapping: "many-to-one" },
    { field: "plan", of: "plan_again", kind: "duplicate", mapping: "same-values" },
    { field: "plan_code", of: "plan_again", kind: "duplicate", mapping: "one-to-one" },
    { field: "family", of: "plan_again", kind: "derived", mapping: "many-to-one" },
    { field: "plan", of: "plan_code", kind: "duplicate", mapping: "one-to-one" },
    { field: "plan_again", of: "plan_code", kind: "duplicate", mapping: "one-to-one" },
    { field: "family", of: "plan_code", kind: "derived", mapping: "many-to-one" },
  ],
  clusters: [["plan", "plan_again", "plan_code"]],
};

describe("exact copies", () => {
  test("are found with what kind of copy they are; the empty cell is a value", async () => {
    expect(await find(someRows(500))).toEqual(expected);
  });

  test("found on a part of the records are confirmed on all of them", async () => {
    expect(await find(someRows(4000), { mostRead: 1000 })).toEqual(expected);
    for (const contradiction of [1, 900, 2500, 3999]) {
      const { copies } = await find(someRows(4000, contradiction), { mostRead: 500 });
      expect(copies.filter(({ field }) => field === "family")).toEqual([]);
    }
  });

  test("are none where there are fewer than two fields, or no records", async () => {
    expect(await find([{ customer_id: "c1" }])).toEqual({ copies: [], clusters: [] });
    expect(await find(someRows(1))).toEqual({ copies: [], clusters: [] });
  });
});
