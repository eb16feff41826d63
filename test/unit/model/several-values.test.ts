import { describe, expect, test } from "vitest";
import type { ModelResult } from "../../../server/model/model-result.ts";
import { fitValues } from "../../../server/model/values/fit-values.ts";
import { searchValue } from "../../../server/model/values/search-value.ts";
import { uniteSets } from "../../../server/model/values/unite-sets.ts";
import type { ValuesInput } from "../../../server/model/values/values-input.ts";
import { plainValues } from "../../support/plain-values.ts";
import { without } from "../../support/planted-truth.ts";
import { plantValues } from "../../support/planted-values.ts";
import { seededRandom } from "../../support/seeded-random.ts";

function fitSeveral(input: ValuesInput): ModelResult {
  return fitValues({ input, searched: input.values.map((value) => searchValue({ input, value })) });
}

const few = (input: ValuesInput, ...names: readonly string[]): ValuesInput => ({
  ...input,
  ...without(input, ...names),
});
const isNeeded = ({ inKept, discovered }: ModelResult["fields"][0]) => inKept && discovered;
const isUnused = ({ inKept, share, openFor = [] }: ModelResult["fields"][0]) =>
  !inKept && share.high < 0.01 && openFor.length === 0;

describe("an outcome that is one of three values", () => {
  const result = fitSeveral(few(plantValues(20_000, 1), "recode_income"));
  const needOf = (name: string) => result.fields.find((need) => need.name === name)!;

  test("needs every field that drives any of them, and keeps no other", () => {
    expect(result.supported).toBe(true);
    expect([...result.kept].sort()).toEqual(["flat", "house", "income"]);
    expect(result.fields.filter(isNeeded).map(({ name }) => name)).toEqual(["income", "flat", "house"]);
  });

  test("says which values a field tells apart: house says nothing of monthly", () => {
    expect(needOf("house").tellsApart).toEqual(["yearly", "two years"]);
    expect(needOf("flat").tellsApart).toEqual(["monthly", "yearly", "two years"]);
  });

  test("shows for every value that a copy and noise say nothing more", () => {
    const rest = result.fields.filter(({ inKept }) => !inKept);
    expect(rest.filter((need) => !isUnused(need))).toEqual([]);
    expect(needOf("copy_house").aloneDiscovered).toBe(true);
    expect(needOf("copy_house").carriedBy).toContain("house");
  });

  test("proves the set over all values, and confirms it on records that no search saw", () => {
    expect(result.proven).toBe(true);
    expect(result.performance.keptShare.low).toBeGreaterThan(0.98);
    expect(result.confirmed!.records).toBeGreaterThan(4900);
    expect(result.confirmed!.keptShare.low).toBeGreaterThan(0.97);
  });

  test("has the mean of the values' areas, between the least and the greatest", () => {
    const areas = result.values!.map(({ area }) => area!.keptFields.value);
    const { keptFields, measure } = result.performance;
    expect(measure).toBe("auc");
    expect(keptFields.value).toBeGreaterThan(Math.min(...areas));
    expect(keptFields.value).toBeLessThan(Math.max(...areas));
    expect(keptFields.low).toBeLessThan(keptFields.value);
  });
});

test("of an exact recode exactly one is kept, though the values choose each for itself", () => {
  const { kept } = fitSeveral(plantValues(6000, 3));
  expect(kept.filter((name) => name === "income" || name === "recode_income")).toHaveLength(1);
});

test("values dealt out anew support nothing", () => {
  for (let seed = 1; seed <= 6; seed++) {
    const input = plantValues(1500, seed);
    const random = seededRandom(seed);
    const outcome = Float64Array.from(input.outcome);
    for (let last = outcome.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [outcome[last], outcome[other]] = [outcome[other]!, outcome[last]!];
    }
    const result = fitSeveral({ ...input, outcome });
    expect(result.supported).toBe(false);
    expect(result.kept).toEqual([]);
  }
});

test("the same records give the same answer, in whatever order the fields stand", () => {
  const input = plantValues(2500, 4);
  const turned = { ...input, fields: input.fields.toReversed() };
  const figures = ({ kept, gain, performance }: ModelResult) => ({ kept, gain, performance });
  expect(fitSeveral(input)).toEqual(fitSeveral(input));
  expect(figures(fitSeveral(turned))).toEqual(figures(fitSeveral(input)));
});

describe("its figures, beside a slow model of each value", () => {
  const input = few(plantValues(700, 5), "recode_income", "copy_house", "noise12", "noise30");
  const searched = input.values.map((value) => searchValue({ input, value }));
  const result = fitValues({ input, searched });
  const supported = searched.filter(({ value }) =>
    result.values!.some(({ code, supported }) => supported && code === value.code),
  );
  const { each } = uniteSets(input, supported);
  const slow = plainValues({ ...input, values: supported.map(({ value }) => value) }, result.kept, (code) => {
    return each.find(({ value }) => value.code === code)!.kept.lambda;
  });

  test("agree in the losses summed by record, the area and what is found", () => {
    expect(supported.length).toBeGreaterThan(1);
    const fast = each.reduce((sum, { kept }) => sum + kept.losses.reduce((all, loss) => all + loss, 0), 0);
    expect(fast / slow.losses.reduce((all, loss) => all + loss, 0)).toBeCloseTo(1, 5);
    expect(result.performance.keptFields.value).toBeCloseTo(slow.area, 3);
    expect(result.performance.foundInTop20.keptFields.value).toBeCloseTo(slow.found, 3);
  });
});
