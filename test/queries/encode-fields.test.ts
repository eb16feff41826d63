import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../server/database/database.ts";
import { identifier } from "../../server/database/sql-text.ts";
import { customersTable } from "../../server/datasets/dataset.ts";
import { type EncodeOptions, encodeFields } from "../../server/evidence/encoding/encode-fields.ts";
import type { Dataset } from "../../server/vocabulary.ts";
import { aDataset, type Row } from "../support/a-dataset.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { seededRandom } from "../support/seeded-random.ts";

const options: EncodeOptions = { seed: 1, key: "customer_id", audience: null };
const outcome = identifier("left_us");
let database: Database;

beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

function someRows(count: number): Row[] {
  const random = seededRandom(21);
  return Array.from({ length: count }, (_, i) => ({
    customer_id: `c${i}`,
    outcome: ["north", "south", null][i % 3],
    age: 18 + Math.floor(random() * 60),
    spend: random() < 0.4 ? 0 : Math.round(random() * 1e5) / 100,
    member: i % 5 === 0,
    since: `20${10 + (i % 10)}-03-0${1 + (i % 9)}`,
    seen: `2026-01-0${1 + (i % 9)}T10:00:00Z`,
    left_us: i % 50 === 0 ? null : random() < 0.2,
  }));
}

async function encode(dataset: Dataset, fields: readonly string[], change: Partial<EncodeOptions> = {}) {
  const table = customersTable(dataset);
  const chosen = fields.flatMap((name) => table.fields.find((field) => field.name === name) ?? []);
  return encodeFields(database, dataset, chosen, outcome, { ...options, ...change });
}

const fields = ["outcome", "age", "spend", "member", "since", "seen"];

describe("fields as codes", () => {
  test("every type becomes codes, the empty cell 0, each code with its bin", async () => {
    const encoded = await encode(await aDataset(database, { customers: someRows(600) }), fields);
    expect(encoded.input.fields.map(({ name, ordered }) => [name, ordered])).toEqual([
      ["outcome", false],
      ["age", true],
      ["spend", true],
      ["member", true],
      ["since", true],
      ["seen", true],
    ]);
    const [region, , spend, member] = encoded.bins;
    expect(region?.bins).toEqual([
      { kind: "empty" },
      { kind: "value", value: "north" },
      { kind: "value", value: "south" },
    ]);
    expect(member?.bins.slice(1)).toEqual([
      { kind: "range", from: 0, to: 0 },
      { kind: "range", from: 1, to: 1 },
    ]);
    expect(spend?.bins).toContainEqual({ kind: "range", from: 0, to: 0 });
    for (const [index, { codes, bins }] of encoded.input.fields.entries()) {
      const counts = new Array<number>(bins).fill(0);
      for (const code of codes) counts[code]! += 1;
      expect(counts).toEqual(encoded.bins[index]?.counts);
    }
  });

  test("records whose outcome is unknown are counted and left out", async () => {
    const encoded = await encode(await aDataset(database, { customers: someRows(600) }), fields);
    expect(encoded.audience).toMatchObject({ records: 588, unknown: 12 });
    expect(encoded.input.records).toBe(588);
    expect(encoded.input.weight).toBeNull();
    expect(encoded.input.outcome.reduce((sum, y) => sum + y, 0)).toBe(encoded.audience.withOutcome);
  });

  test("only the audience is encoded", async () => {
    const encoded = await encode(await aDataset(database, { customers: someRows(600) }), fields, {
      audience: identifier("member"),
    });
    expect(encoded.audience).toMatchObject({ records: 108, unknown: 12 });
  });

  test("the codes live in shared memory, so that a worker reads them where they are", async () => {
    const encoded = await encode(await aDataset(database, { customers: someRows(100) }), fields);
    for (const { codes } of encoded.input.fields) expect(codes.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test("folds hold equal parts of each class", async () => {
    const { input } = await encode(await aDataset(database, { customers: someRows(600) }), ["age"]);
    const positives = new Array<number>(5).fill(0);
    const all = new Array<number>(5).fill(0);
    for (const [i, fold] of input.fold.entries()) {
      all[fold]! += 1;
      positives[fold]! += input.outcome[i]!;
    }
    expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(2);
    expect(Math.max(...positives) - Math.min(...positives)).toBeLessThanOrEqual(1);
  });
});

describe("sameness", () => {
  const turned = (rows: Row[]) => [...rows.slice(250), ...rows.slice(0, 250).reverse()];

  test("the order of the file does not matter, with a key", async () => {
    const rows = someRows(600);
    const straight = await encode(await aDataset(database, { customers: rows }), fields);
    const other = await encode(await aDataset(database, { customers: turned(rows) }, "turned"), fields);
    expect(other).toEqual(straight);
  });

  test("nor without one, copies of a record included", async () => {
    const rows = someRows(300).map(({ customer_id: _, ...row }) => row);
    const doubled = [...rows, ...rows.slice(0, 50)];
    const straight = await encode(await aDataset(database, { customers: doubled }), fields, { key: null });
    const other = await encode(await aDataset(database, { customers: turned(doubled) }, "turned"), fields, {
      key: null,
    });
    expect(other).toEqual(straight);
  });

  test("another seed is another order", async () => {
    const dataset = await aDataset(database, { customers: someRows(600) });
    const [one, two] = [await encode(dataset, ["age"]), await encode(dataset, ["age"], { seed: 2 })];
    expect(two.input.fields[0]?.codes).not.toEqual(one.input.fields[0]?.codes);
    expect(two.bins).toEqual(one.bins);
  });
});

describe("a sample of cases and controls", () => {
  test("takes the rarer class whole, the other in part, and weighs both back to everybody", async () => {
    const dataset = await aDataset(database, { customers: someRows(6000) });
    const whole = await encode(dataset, fields);
    const sample = await encode(dataset, fields, { mostRecords: 3000 });
    expect(sample.audience).toEqual(whole.audience);
    const weight = sample.input.weight ?? new Float64Array();
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(sample.input.outcome)).toBe(whole.audience.withOutcome);
    expect(Math.abs(sample.input.records - 3000)).toBeLessThan(150);
    expect(sum(weight)).toBeCloseTo(sample.input.records, 6);
    const rate = sum(weight.map((w, i) => w * sample.input.outcome[i]!)) / sum(weight);
    expect(rate).toBeCloseTo(whole.audience.withOutcome / whole.audience.records, 9);
  });

  test("makes its bins from a plain sample, in which the outcome plays no part", async () => {
    const dataset = await aDataset(database, { customers: someRows(6000) });
    const { bins, audience } = await encode(dataset, ["member"], { mostRecords: 3000 });
    const [, no, yes] = bins[0]?.counts ?? [];
    expect(Math.abs(no! + yes! - 3000)).toBeLessThan(150);
    expect(yes! / (no! + yes!)).toBeCloseTo(1 / 5, 1);
    expect(audience.records).toBe(5880);
  });
});
