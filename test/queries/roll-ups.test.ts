import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../server/database/database.ts";
import { identifier } from "../../server/database/sql-text.ts";
import { planRollUps } from "../../server/evidence/roll-ups/plan-roll-ups.ts";
import { rollUpKinds } from "../../server/evidence/roll-ups/roll-up-kinds.ts";
import { rollUpRelation } from "../../server/evidence/roll-ups/roll-up-relation.ts";
import { joinedTables } from "../../server/evidence/roll-ups/roll-up-tables.ts";
import type { ResolvedOutcome } from "../../server/goals/resolved-goal.ts";
import type { Dataset } from "../../server/vocabulary.ts";
import { aDataset, type Row, type TableContent } from "../support/a-dataset.ts";
import { aProfile } from "../support/builders.ts";
import { type Cell, countByHand, type Happening } from "../support/count-by-hand.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const cutOff = "2026-08-01T00:00:00Z";
const outcome: ResolvedOutcome = {
  kind: "yes-no",
  as: { table: "events", event: null, within: "30d", cutOff },
  label: "anything",
  expression: { sql: "true" },
  fields: [],
};
const customers = ["c0", "c1", "c2", "c3", "c4", "c5", "c6"];
let database: Database;

beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const moments = [
  "2026-07-30T12:00:00Z",
  "2026-07-31T23:59:59Z",
  cutOff,
  "2026-08-01T00:00:01Z",
  "2026-08-20T00:00:00Z",
  "2025-01-01T06:00:00Z",
];
const happening: fc.Arbitrary<Happening> = fc.record({
  customer_id: fc.constantFrom(...customers, null, "nobody"),
  kind: fc.constantFrom("top_up", "low balance", 'odd "{name}"', null),
  happened_at: fc.option(fc.constantFrom(...moments), { freq: 8 }),
  amount: fc.option(fc.integer({ min: -10_000, max: 10_000 }).map((number) => number / 100)),
  place: fc.constantFrom("north", "south", "", null),
  paid: fc.option(fc.boolean()),
});
const types = {
  customer_id: "text",
  kind: "text",
  happened_at: "time",
  amount: "number",
  place: "text",
  paid: "boolean",
} as const;

function log(records: readonly Happening[], layout: TableContent["layout"] = {}): TableContent {
  return {
    rows: records.map((record): Row => ({ ...record })),
    kind: "events",
    types,
    layout: { key: "customer_id", at: "happened_at", event: "kind", ...layout },
  };
}

function datasetOf(events: TableContent): Promise<Dataset> {
  return aDataset(database, { customers: customers.map((customer_id) => ({ customer_id, age: 30 })), events });
}

async function plan(dataset: Dataset, by: ResolvedOutcome | null = outcome, asOf: string | null = null) {
  const taken = new Set(["customer_id", "age"]);
  const tables = [];
  for (const joined of joinedTables(database, dataset, by, asOf)) {
    const profiles = new Map(joined.table.fields.map(({ name }) => [name, aProfile({ name, distinct: 1 })]));
    const kinds = await rollUpKinds(database, dataset, joined);
    tables.push(planRollUps(database, joined, { profiles, kinds, customers: 100, taken }));
  }
  return tables;
}

/** Every roll-up of every customer. */
async function rollUp(dataset: Dataset, by: ResolvedOutcome | null = outcome, asOf: string | null = null) {
  const tables = await plan(dataset, by, asOf);
  const names = tables.flatMap(({ rollUps }) => rollUps.map(({ name }) => name));
  const columns = ["customer_id", ...names].map((name) => identifier(name).sql).join(", ");
  const rolled = new Map<string, Map<string, Cell>>();
  await database.chunks(
    { name: "test/rolled", sql: `select ${columns} from ${rollUpRelation(database, dataset, tables).sql}` },
    {},
    (chunk) => {
      for (let row = 0; row < chunk.rowCount; row++) {
        const cell = (column: number) => chunk.getColumnVector(column).getItem(row) as Cell | bigint;
        const plain = (value: Cell | bigint) => (typeof value === "bigint" ? Number(value) : value);
        rolled.set(String(cell(0)), new Map(names.map((name, place) => [name, plain(cell(place + 1))])));
      }
    },
  );
  return rolled;
}

describe("what a customer's records add up to", () => {
  test("is what a slow count of the same records says, also at the very cut-off and for empty cells", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (records) => {
        const dataset = await datasetOf(log(records));
        const rolled = await rollUp(dataset);
        const kinds = kindsOf(records);
        for (const customer of customers) {
          const found = rolled.get(customer);
          const expected = countByHand(records, customer, cutOff, kinds);
          expect([...(found?.keys() ?? [])].sort()).toEqual([...expected.keys()].sort());
          for (const [name, value] of expected) {
            if (typeof value === "number") expect(found?.get(name), name).toBeCloseTo(value, 6);
            else expect(found?.get(name), name).toBe(value);
          }
        }
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  test("never changes with what happens after the cut-off, or at no known time", async () => {
    const later = happening.map((one) => ({ ...one, happened_at: "2026-08-01T00:00:01Z" }));
    const timeless = happening.map((one) => ({ ...one, happened_at: null }));
    const others = fc.array(fc.oneof(later, timeless), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40 }), others, async (records, more) => {
        const before = await rollUp(await datasetOf(log(records)));
        const after = await rollUp(await datasetOf(log([...more, ...records])));
        expect(after).toEqual(before);
      }),
      { numRuns: 15, seed: 4 },
    );
  });

  test("does not depend on the order of the records", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (records) => {
        const one = await rollUp(await datasetOf(log(records)));
        const other = await rollUp(await datasetOf(log(records.toReversed())));
        expect(other).toEqual(one);
      }),
      { numRuns: 15, seed: 5 },
    );
  });
});

/** The kinds that at least five customers have up to the cut-off. */
function kindsOf(records: readonly Happening[]): string[] {
  const customersOf = new Map<string, Set<string>>();
  for (const { kind, customer_id, happened_at } of records) {
    if (kind === null || customer_id === null || happened_at === null || happened_at > cutOff) continue;
    customersOf.set(kind, (customersOf.get(kind) ?? new Set()).add(customer_id));
  }
  return [...customersOf].flatMap(([kind, own]) => (own.size >= 5 ? [kind] : []));
}

const records: Happening[] = customers.map((customer_id, place) => ({
  customer_id,
  kind: "top_up",
  happened_at: "2026-07-31T00:00:00Z",
  amount: place,
  place: "north",
  paid: true,
}));
const namesOf = async (dataset: Dataset, by: ResolvedOutcome | null = outcome, asOf: string | null = null) =>
  (await plan(dataset, by, asOf)).flatMap(({ rollUps }) => rollUps.map(({ name }) => name));

describe("which roll-ups there are", () => {
  test("a kind that fewer than five customers have is not named", async () => {
    const rare = records.slice(0, 4).map((one) => ({ ...one, kind: "gave notice" }));
    expect((await namesOf(await datasetOf(log([...records, ...rare])))).join()).not.toContain("gave notice");
  });

  test("with more than twelve kinds none is told apart, and the last one still is", async () => {
    const many = Array.from({ length: 13 }, (_, kind) => records.map((one) => ({ ...one, kind: `kind ${kind}` })));
    const names = await namesOf(await datasetOf(log(many.flat())));
    expect(names.join()).not.toContain("number of kind");
    expect(names).toContain("events: last kind");
  });

  test("without a cut-off from the outcome the as-of time is the line", async () => {
    const dataset = await datasetOf(log(records));
    const rolled = await rollUp(dataset, null, "2026-07-30T00:00:00Z");
    expect(rolled.get("c1")?.get("events: number of records")).toBe(0);
    expect((await plan(dataset, null, "2026-07-30T00:00:00Z"))[0]?.beforeOutcome).toBe(false);
  });

  test("a table without a time has no last record, and of a value only the one that all share", async () => {
    const two = [...records, { ...records[1], customer_id: "c1", place: "south" } as Happening];
    const rolled = await rollUp(await datasetOf(log(two, { at: null })));
    const names = [...(rolled.get("c0")?.keys() ?? [])];
    expect(names.some((name) => name.includes("days since"))).toBe(false);
    expect(rolled.get("c0")?.get("events: place")).toBe("north");
    expect(rolled.get("c1")?.get("events: place")).toBeNull();
  });

  test("a moment that lies after the cut-off is not known yet", async () => {
    const rows = [{ customer_id: "c0", at: "2026-07-01T00:00:00Z", delivered: "2026-08-02" }];
    const dataset = await aDataset(database, {
      customers: customers.map((customer_id) => ({ customer_id, age: 30 })),
      events: { rows, layout: { key: "customer_id", at: "at" } },
    });
    expect((await rollUp(dataset)).get("c0")?.get("events: last delivered")).toBeNull();
  });

  test("of codes only how many there are is counted", async () => {
    const rows = [{ customer_id: "c0", at: "2026-07-01T00:00:00Z", campaign_id: 3, StoreNo: 4, techno: 5 }];
    const dataset = await aDataset(database, {
      customers: customers.map((customer_id) => ({ customer_id, age: 30 })),
      events: { rows, layout: { key: "customer_id", at: "at" } },
    });
    const names = await namesOf(dataset);
    expect(names.filter((name) => /campaign|Store/.test(name))).toEqual([
      "events: number of different campaign_id",
      "events: number of different StoreNo",
    ]);
    expect(names).toContain("events: sum of techno");
  });

  test("a roll-up is never called like a field of the customers", async () => {
    const dataset = await aDataset(database, {
      customers: customers.map((customer_id) => ({ customer_id, "events: number of records": 1 })),
      events: log(records),
    });
    const [joined] = joinedTables(database, dataset, outcome, null);
    if (!joined) throw new Error("The events join to the customers.");
    const profiles = new Map(joined.table.fields.map(({ name }) => [name, aProfile({ name })]));
    const taken = new Set(["customer_id", "events: number of records"]);
    const { rollUps } = planRollUps(database, joined, { profiles, kinds: [], customers: 7, taken });
    expect(rollUps[0]?.name).toBe("events: number of records (2)");
    expect(rollUpRelation(database, dataset, [{ ...joined, table: "events", event: null, rollUps }]).sql).toContain(
      "number of records (2)",
    );
  });
});
