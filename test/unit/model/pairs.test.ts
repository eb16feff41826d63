import { describe, expect, test } from "vitest";
import { fitGoal } from "../../../server/model/fit-goal.ts";
import { crossFit } from "../../../server/model/fitting/cross-fit.ts";
import { makeDesign } from "../../../server/model/fitting/design.ts";
import { linearize, predict, rowSpace } from "../../../server/model/fitting/row-passes.ts";
import { groupsOf } from "../../../server/model/pairs/pairs.ts";
import { scanPairs, wilsonHilferty } from "../../../server/model/pairs/scan-pairs.ts";
import { areaUnderCurve } from "../../../server/model/statistics/ranking.ts";
import { chiSquaredUpperTail, normalUpperTail } from "../../../server/model/statistics/tails.ts";
import { plantNursery, plantXor } from "../../support/planted-pairs.ts";
import { plantTruth, without } from "../../support/planted-truth.ts";

describe("two fields that tell something only together", () => {
  const result = fitGoal(plantXor(6000, 1));
  const needOf = (name: string) => result.fields.find((need) => need.name === name)!;

  test("are found, and no other pair is", () => {
    expect(result.pairs).toEqual([["left", "right"]]);
  });

  test("are both needed, though neither tells anything alone", () => {
    for (const name of ["left", "right"]) {
      const need = needOf(name);
      expect(need.aloneDiscovered, name).toBe(false);
      expect(need.inKept && need.discovered, name).toBe(true);
      expect(need.share.low, name).toBeGreaterThan(0.1);
    }
  });

  test("name each other", () => {
    expect([needOf("left").partners, needOf("right").partners, needOf("plain").partners]).toEqual([
      ["right"],
      ["left"],
      [],
    ]);
  });

  test("leave noise unused", () => {
    const noise = result.fields.filter(({ name }) => name.startsWith("noise"));
    expect(noise.filter(({ inKept, share }) => inKept || share.high >= 0.01)).toEqual([]);
  });
});

test("with one of the two held anyway the other is needed", () => {
  const input = plantXor(5000, 3);
  const fields = input.fields.map((field) => (field.name === "left" ? { ...field, always: true } : field));
  const result = fitGoal({ ...input, fields });
  const need = result.fields.find(({ name }) => name === "right")!;
  expect(need.inKept && need.discovered).toBe(true);
  expect(need.partners).toEqual(["left"]);
});

test("an outcome made of such pairs alone supports the goal", () => {
  const input = plantXor(4000, 5, 1.6);
  const few = { ...input, fields: input.fields.filter(({ name }) => !["plain", "ordered"].includes(name)) };
  const result = fitGoal(few);
  expect(result.supported).toBe(true);
  expect([...result.kept].sort()).toEqual(["left", "right"]);
});

test("a rule that is not additive is told far better with its pairs", () => {
  const input = plantNursery(5000, 1);
  const result = fitGoal(input);
  expect(result.pairs.length).toBeGreaterThanOrEqual(3);
  expect(result.pairs.flat()).toContain("health");
  const design = makeDesign(input);
  const plain = crossFit(design, [...design.candidates], 1, rowSpace(design.records));
  expect(areaUnderCurve(design, plain.eta).value).toBeLessThan(0.8);
  expect(result.performance.allFields.value).toBeGreaterThan(0.9);
  expect([...result.kept].sort()).toEqual(expect.arrayContaining(["has_nurs", "health", "parents"]));
});

test("an additive truth has no pairs", () => {
  for (const seed of [2, 3]) expect(fitGoal(without(plantTruth(3000, seed).input, "recode_strong2")).pairs).toEqual([]);
});

describe("the scan", () => {
  const input = plantXor(3000, 9);
  const design = makeDesign(input);
  const space = rowSpace(design.records);
  const fit = crossFit(design, [...design.candidates], 1, space);
  predict(design, fit.layout, fit.beta, 0, design.records, space.eta);
  linearize(design, 0, design.records, space);

  test("says of a pair what its cells say, counted the slow way", () => {
    const [found] = scanPairs(design, design.candidates, space.residual, space.curvature);
    const [left, right] = ["left", "right"].map((name) => design.fields.find((field) => field.name === name)!.codes);
    const chi = (key: (i: number) => string) => {
      const cells = new Map<string, [number, number]>();
      for (let i = 0; i < design.records; i++) {
        const [r, h] = cells.get(key(i)) ?? [0, 0];
        cells.set(key(i), [r + space.residual[i]!, h + space.curvature[i]!]);
      }
      return [...cells.values()].reduce((sum, [r, h]) => sum + (r * r) / h, 0);
    };
    const statistic = chi((i) => `${left![i]} ${right![i]}`) - chi((i) => `${left![i]}`) - chi((i) => `${right![i]}`);
    expect(found!.z).toBeCloseTo(wilsonHilferty(statistic, 1), 8);
  });

  test("cuts long fields into six groups: neighbours of about equal size, or the commonest and the rest", () => {
    const ordered = groupsOf({ ...design.fields[0]!, bins: 12, counts: new Float64Array(12).fill(10), ordered: true });
    expect([...ordered.of]).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    const counts = Float64Array.from([5, 90, 1, 40, 30, 2, 20, 10]);
    const named = groupsOf({ ...design.fields[0]!, bins: 8, counts, ordered: false });
    expect([...named.of]).toEqual([5, 0, 5, 1, 2, 5, 3, 4]);
    expect(named.count).toBe(6);
  });
});

test("Wilson and Hilferty's deviate is as unlikely as the chi-squared", () => {
  for (const [x, df] of [
    [60, 25],
    [40, 9],
    [30, 4],
  ] as const) {
    const exact = Math.log(chiSquaredUpperTail(x, df));
    expect(Math.abs(Math.log(normalUpperTail(wilsonHilferty(x, df))) / exact - 1)).toBeLessThan(0.06);
  }
});
