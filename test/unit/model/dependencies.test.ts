import { describe, expect, test } from "vitest";
import { type CodedColumn, findDependencies } from "../../../server/model/dependencies.ts";
import { seededRandom } from "../../support/seeded-random.ts";

function coded(values: readonly unknown[]): CodedColumn {
  const numbers = new Map<unknown, number>();
  for (const value of values) if (!numbers.has(value)) numbers.set(value, numbers.size);
  return { codes: Int32Array.from(values, (value) => numbers.get(value)!), distinct: numbers.size };
}

const records = 2000;
const random = seededRandom(9);
const city = Array.from({ length: records }, () => Math.floor(random() * 40));
const country = city.map((value) => value % 7);
const recoded = city.map((value) => `city ${(value * 13) % 40}`);
const unrelated = city.map(() => Math.floor(random() * 40));
const unique = city.map((_, i) => i);
const alsoUnique = city.map((_, i) => -i);
const rareFlag = city.map((value) => (value === 3 ? 1 : 0));
const find = (...columns: (readonly unknown[])[]) => findDependencies(columns.map(coded), records / 20);

describe("exact dependencies", () => {
  test("a recode is one to one, both ways", () => {
    expect(find(city, recoded)).toEqual([
      { from: 0, to: 1, oneToOne: true },
      { from: 1, to: 0, oneToOne: true },
    ]);
  });

  test("a function of a field follows from it, not the other way", () => {
    expect(find(city, country)).toEqual([{ from: 0, to: 1, oneToOne: false }]);
    expect(find(city, rareFlag)).toEqual([{ from: 0, to: 1, oneToOne: false }]);
  });

  test("one contradiction is enough", () => {
    expect(find(city, country.with(1999, 99))).toEqual([]);
    expect(find(city, unrelated)).toEqual([]);
  });

  test("two fields that are unique to each record tell nothing of each other", () => {
    expect(find(unique, alsoUnique)).toEqual([]);
    expect(find(unique, country)).toEqual([]);
  });

  test("what one value holds almost everywhere does not follow from a field that is hardly filled", () => {
    const mostlyEmpty = city.map((_, i) => (i < 60 ? i : null));
    const hardlyEver = city.map((_, i) => (i === 5 ? 1 : 0));
    expect(find(mostlyEmpty, hardlyEver)).toEqual([]);
  });

  test("the empty cell is a value like any other", () => {
    const withGaps = city.map((value) => (value < 5 ? null : value));
    expect(find(city, withGaps)).toEqual([{ from: 0, to: 1, oneToOne: false }]);
  });

  test("constants take no part", () => {
    expect(
      find(
        city,
        city.map(() => 1),
      ),
    ).toEqual([]);
  });
});
