import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { countGroups } from "../../../server/profiles/count-groups.ts";
import { levelsOf } from "../../../server/profiles/levels-of.ts";
import type { Risk } from "../../../server/vocabulary.ts";
import { aDataset, type Row } from "../../support/a-dataset.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const person = fc.record({
  town: fc.option(fc.constantFrom("A", "B", "C", "")),
  age: fc.option(fc.integer({ min: 20, max: 26 })),
  born: fc.option(fc.integer({ min: 0, max: 900 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))),
});

test("the groups of customers are those of a brute-force count, for every choice of fields", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 80 }),
      fc.subarray(["town", "age", "born"]),
      async (people, fields) => {
        const dataset = await aDataset(database, {
          customers: { rows: people, types: { town: "text", age: "integer", born: "date" } },
        });
        const risk = await countGroups(
          database,
          dataset,
          fields.map((field) => ({ field })),
        );
        expect(risk).toEqual(bruteForce(people, fields));
      },
    ),
    { numRuns: 40 },
  );
});

test("a field at a coarser level is counted at that level", async () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({ id: at, born: `19${60 + (at % 20)}-0${1 + (at % 9)}-15` }));
  const dataset = await aDataset(database, { customers: rows });
  const born = { name: "born", type: "date", meaning: "birth-date", spread: null, top: [], distinct: 60 } as const;
  const year = levelsOf(born).find(({ key }) => key === "year");
  expect((await countGroups(database, dataset, [{ field: "born" }])).singledOut).toBe(60);
  const byYear = await countGroups(database, dataset, [{ field: "born", level: year }]);
  expect(byYear).toMatchObject({ singledOut: 0, smallestGroup: 3 });
});

test("without customers every figure is 0", async () => {
  const dataset = await aDataset(database, { customers: { rows: [], types: { id: "text" } } });
  expect(await countGroups(database, dataset, [{ field: "id" }])).toEqual({
    records: 0,
    singledOut: 0,
    singledOutShare: 0,
    smallestGroup: 0,
    inGroupsUnder5Share: 0,
    inGroupsUnder11Share: 0,
    averageRisk: 0,
  });
});

function bruteForce(people: readonly Row[], fields: readonly string[]): Risk {
  const groups = new Map<string, number>();
  for (const row of people) {
    const key = JSON.stringify(fields.map((field) => row[field]));
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const sizes = [...groups.values()];
  const within = (limit: number) => sizes.filter((size) => size < limit).reduce((sum, size) => sum + size, 0);
  const share = (number: number) => Number((number / people.length).toPrecision(6));
  return {
    records: people.length,
    singledOut: within(2),
    singledOutShare: share(within(2)),
    smallestGroup: Math.min(...sizes),
    inGroupsUnder5Share: share(within(5)),
    inGroupsUnder11Share: share(within(11)),
    averageRisk: share(sizes.length),
  };
}
