import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { profileDataset } from "../../../server/profiles/profile-dataset.ts";
import type { FieldProfile } from "../../../server/vocabulary.ts";
import { aDataset, type Cell, type Row } from "../../support/a-dataset.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const words = fc.constantFrom("red", "blue", "Émile", "a b", "", "12");
const cell = <T extends Cell>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 6 });
const customer = fc.record({
  word: cell(words),
  small: cell(fc.integer({ min: -3, max: 6 })),
  wide: cell(fc.integer({ min: -100_000, max: 100_000 })),
  real: cell(fc.double({ min: -50, max: 50, noNaN: true }).map((value) => Math.round(value * 100) / 100)),
  day: cell(fc.integer({ min: 0, max: 400 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))),
  yes: cell(fc.boolean()),
});
const types = { word: "text", small: "integer", wide: "integer", real: "number", day: "date", yes: "boolean" } as const;

test("numbers whose sum no number can hold have a mean", async () => {
  const rows: Row[] = Array.from({ length: 40 }, (_, at) => ({ key: `k${at}`, real: at % 2 ? 1e308 : 1.5e308 }));
  const dataset = await aDataset(database, { customers: { rows, types: { real: "number" }, layout: { key: "key" } } });
  const profiles = await profileDataset(database, dataset, []);
  expect(profiles.find(({ name }) => name === "real")?.spread?.mean).toBe(1.25e308);
});

test("fill, distinct values, commonest values and lone customers are those of a slow count", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(customer, { minLength: 1, maxLength: 120 }), async (customers) => {
      const rows: Row[] = customers.map((row, at) => ({ key: `k${at}`, ...row }));
      const dataset = await aDataset(database, { customers: { rows, types, layout: { key: "key" } } });
      const profiles = await profileDataset(database, dataset, []);
      for (const name of Object.keys(types)) {
        const profile = profiles.find((field) => field.name === name) as FieldProfile;
        expect(counted(profile)).toEqual(countSlowly(rows.map((row) => asText(row[name]))));
      }
    }),
    { numRuns: 12 },
  );
});

test("spread and histogram are those of a slow count, and hide what fewer than 5 customers hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(customer, { minLength: 1, maxLength: 120 }), async (customers) => {
      const rows: Row[] = customers.map((row, at) => ({ key: `k${at}`, ...row }));
      const dataset = await aDataset(database, { customers: { rows, types, layout: { key: "key" } } });
      const profiles = await profileDataset(database, dataset, []);
      for (const name of ["small", "wide", "real", "day"]) {
        const profile = profiles.find((field) => field.name === name) as FieldProfile;
        const numbers = rows.flatMap((row) => asNumber(row[name]) ?? []).sort((a, b) => a - b);
        expect(profile.spread).toEqual(numbers.length ? spreadSlowly(numbers) : null);
        checkHistogram(profile, numbers);
      }
    }),
    { numRuns: 12 },
  );
});

test("a value that many records but few customers hold stays hidden in an events table", async () => {
  const events = Array.from({ length: 60 }, (_, at) => ({
    customer_id: `c${at % 12}`,
    what: at % 12 < 3 ? "rare" : "usual",
    spent: at % 12 < 3 ? 999 : 10 + (at % 12),
  }));
  const dataset = await aDataset(database, {
    customers: Array.from({ length: 12 }, (_, at) => ({ customer_id: `c${at}` })),
    events,
  });
  const profiles = await profileDataset(database, dataset, []);
  const what = profiles.find(({ name }) => name === "what");
  expect(what?.top).toEqual([{ value: "usual", count: 45 }]);
  expect(what?.patterns).toEqual([{ value: "a", count: 60 }]);
  const spent = profiles.find(({ name }) => name === "spent");
  expect(spent?.spread?.maximum).toBeNull();
  // customers 3 to 11 each have a figure of their own; the three who spent 999 share theirs
  expect(spent?.singledOutAlone).toBe(9);
  const json = JSON.stringify(profiles);
  expect(json).not.toContain("rare");
  expect(json).not.toContain("999");
});

test("fields that point at one person list no values, and numbers that only name something have no ends", async () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({
    customer_id: 500 + at,
    email: "shared@example.org",
    password: "swordfish",
    store_id: at % 3,
  }));
  const profiles = await profileDataset(database, await aDataset(database, { customers: rows }), []);
  expect(profiles.map(({ name, top }) => [name, top.length])).toEqual([
    ["customer_id", 0],
    ["email", 0],
    ["password", 0],
    ["store_id", 3],
  ]);
  expect(profiles.map(({ spread, histogram }) => [spread, histogram.length])).toEqual(Array(4).fill([null, 0]));
});

test("patterns mask every letter and digit", async () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({ id: at, code: `Ab${at % 10}-ÄÖ ${at % 7} 例え` }));
  const [, code] = await profileDataset(database, await aDataset(database, { customers: rows }), []);
  expect(code?.patterns).toEqual([{ value: "Aa9-AA 9 a", count: 30 }]);
});

function counted(profile: FieldProfile) {
  const { records, filled, distinct, singledOutAlone, top, approximate } = profile;
  return { records, filled, distinct, singledOutAlone, top, approximate };
}

function countSlowly(values: readonly (string | null)[]) {
  const filled = values.filter((value) => value !== null);
  const different = [...new Set(filled)];
  const times = (value: string) => filled.filter((other) => other === value).length;
  const top = different
    .map((value) => ({ value, count: times(value) }))
    .filter(({ count }) => count >= 5)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    records: values.length,
    filled: filled.length,
    distinct: different.length,
    singledOutAlone: different.filter((value) => times(value) === 1).length,
    top: top.slice(0, 20),
    approximate: false,
  };
}

function asText(value: Cell): string | null {
  return value === null || value === undefined ? null : Object.is(value, -0) ? "0" : String(value);
}

function asNumber(value: Cell): number | null {
  if (typeof value === "string") return Date.parse(value) / 86_400_000;
  return typeof value === "number" ? value : null;
}

function spreadSlowly(sorted: readonly number[]) {
  const at = (index: number) => sorted[index] as number;
  const half = (sorted.length - 1) / 2;
  const median = (at(Math.floor(half)) + at(Math.ceil(half))) / 2;
  const holders = (value: number) => sorted.filter((other) => other === value).length;
  const six = (value: number) => Number(value.toPrecision(6));
  return {
    minimum: holders(at(0)) >= 5 ? six(at(0)) : null,
    maximum: holders(at(sorted.length - 1)) >= 5 ? six(at(sorted.length - 1)) : null,
    median: holders(median) >= 5 ? six(median) : Number(median.toPrecision(3)),
    mean: expect.closeTo(sorted.reduce((sum, value) => sum + value, 0) / sorted.length, 0),
  };
}

function checkHistogram({ histogram }: FieldProfile, sorted: readonly number[]): void {
  if (sorted.length < 5) {
    expect(histogram).toEqual([]);
    return;
  }
  expect(histogram.length).toBeLessThanOrEqual(26);
  expect(histogram.reduce((sum, bar) => sum + bar.count, 0)).toBe(sorted.length);
  histogram.forEach((bar, at) => {
    expect(bar.count === 0 || bar.count >= 5).toBe(true);
    if (at > 0) expect(bar.from).toBeCloseTo(histogram[at - 1]?.to as number, 9);
    const inside = (value: number) =>
      (at === 0 || value >= bar.from) && (at === histogram.length - 1 || value < bar.to);
    expect(sorted.filter(inside).length).toBe(bar.count);
  });
}
