import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { orNull, text } from "../../../server/database/shape.ts";
import { relation } from "../../../server/database/sql-text.ts";
import { levelsOf } from "../../../server/profiles/levels-of.ts";
import { profileDataset } from "../../../server/profiles/profile-dataset.ts";
import type { Dataset, FieldProfile } from "../../../server/vocabulary.ts";
import { aDataset, type Row } from "../../support/a-dataset.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

let database: Database;
let dataset: Dataset;
let profiles: FieldProfile[];

const towns = ["Ulm", "Bonn", "Kiel", "Hof", "Jena", "Gera", "Köln"];
const rows: Row[] = Array.from({ length: 140 }, (_, at) => ({
  customer_id: at,
  date_of_birth: `19${50 + (at % 47)}-0${1 + (at % 9)}-1${at % 10}`,
  age: 20 + (at % 60),
  postcode: `${"ABCDEFG"[at % 7]}${1 + (at % 9)} ${at % 10}XY`,
  monthly_charge: 8 + (at % 111) + 0.5,
  city: towns[at % 7] ?? null,
  app_last_seen: `2026-03-${10 + (at % 15)}T10:20:30Z`,
  score: -at,
}));
rows[3] = { ...rows[3], date_of_birth: null, age: null, postcode: null, monthly_charge: null, city: null, score: null };

beforeAll(async () => {
  ({ database } = await openTestDatabase());
  dataset = await aDataset(database, { customers: rows });
  profiles = await profileDataset(database, dataset, []);
});
afterAll(() => database.close());

const profileOf = (name: string) => profiles.find((profile) => profile.name === name) as FieldProfile;

async function values(field: string, key: string): Promise<(string | null)[]> {
  const level = levelsOf(profileOf(field)).find((one) => one.key === key);
  if (!level) throw new Error(`${field} has no level ${key}`);
  const names = { value: level.expression(database, field), customers: relation(dataset.schema, "customers") };
  const query = { name: "test/level", sql: "select ({value})::varchar as value from {customers} order by rowid" };
  return (await database.rows(query, { value: orNull(text) }, { names })).map(({ value }) => value);
}

test("a date of birth becomes month, quarter, year and ten years", async () => {
  expect(levelsOf(profileOf("date_of_birth")).map(({ label }) => label)).toEqual([
    "Month and year",
    "Quarter and year",
    "Year of birth",
    "10-year age band",
  ]);
  expect((await values("date_of_birth", "month"))[4]).toBe("1954-05-01");
  expect((await values("date_of_birth", "quarter"))[4]).toBe("1954-04-01");
  expect((await values("date_of_birth", "year"))[4]).toBe("1954");
  expect((await values("date_of_birth", "10-years"))[14]).toBe("1960");
});

test("an age becomes a band of 5 or 10 years, a postcode its first letters, a time its day", async () => {
  expect((await values("age", "5-bands"))[4]).toBe("20.0");
  expect((await values("age", "10-bands"))[17]).toBe("30.0");
  expect((await values("postcode", "first-2"))[1]).toBe("B2");
  expect((await values("postcode", "first"))[1]).toBe("B");
  expect((await values("app_last_seen", "day"))[0]).toBe("2026-03-10");
});

test("money and numbers become round bands, below zero too", async () => {
  for (const field of ["monthly_charge", "score"]) {
    const levels = levelsOf(profileOf(field));
    expect(levels.length).toBeGreaterThan(1);
    for (const { key, label } of levels) {
      const width = Number(key.split("-")[0]);
      expect(label).toBe(`Bands of ${width}`);
      expect([1, 2, 5]).toContain(Number(String(width).replace(/0+$/, "")));
      const banded = await values(field, key);
      rows.forEach((row, at) => {
        const value = row[field];
        if (typeof value !== "number") expect(banded[at]).toBeNull();
        else expect(Number(banded[at])).toBeCloseTo(Math.floor(value / width) * width, 9);
      });
    }
  }
});

test("a text of many values keeps its commonest, the rest are together, and the empty stay empty", async () => {
  const five = await values("city", "top-5");
  expect(five[3]).toBeNull();
  expect(new Set(five)).toHaveProperty("size", 7);
  expect(five.filter((value) => value === "Other").length).toBe(39);
});

test("what points at one person has no coarser level", () => {
  expect(levelsOf(profileOf("customer_id"))).toEqual([]);
});

test("no level leaves more groups than the field has values", async () => {
  for (const { name } of profiles) {
    for (const { key } of levelsOf(profileOf(name))) {
      const different = new Set((await values(name, key)).filter((value) => value !== null));
      expect(different.size).toBeLessThanOrEqual(profileOf(name).distinct);
    }
  }
});
