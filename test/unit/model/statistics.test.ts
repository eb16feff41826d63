import { describe, expect, test } from "vitest";
import { discoveries } from "../../../server/model/statistics/benjamini-hochberg.ts";
import { wilson, z95 } from "../../../server/model/statistics/intervals.ts";
import { chiSquaredUpperTail, normalUpperTail } from "../../../server/model/statistics/tails.ts";

// The expected numbers are SciPy 1.17.1's, to the digits shown: norm.sf(z), chi2.sf(x, df),
// false_discovery_control(p), binomtest(k, n).proportion_ci(0.95, method="wilson").

describe("the tails", () => {
  test.each([
    [0, 0.5],
    [1, 0.15865525393145707],
    [1.6448536269514722, 0.050000000000000044],
    [-1.2, 0.8849303297782918],
    [5, 2.866515718791933e-7],
    [10, 7.61985302416047e-24],
    [30, 4.906713927147908e-198],
  ])("the normal above %d", (z, expected) => {
    expect(normalUpperTail(z) / expected).toBeCloseTo(1, 11);
  });

  test.each([
    [3.84, 1, 0.05004352124870519],
    [0.5, 3, 0.9188914116546758],
    [10, 10, 0.44049328506521257],
    [200, 10, 1.6139305336977317e-37],
    [25, 16, 0.0698254631840476],
    [700, 31, 2.3955341641474863e-127],
  ])("chi-squared above %d with %d degrees", (x, df, expected) => {
    expect(chiSquaredUpperTail(x, df) / expected).toBeCloseTo(1, 11);
  });

  test("nothing lies above nothing: the whole of chi-squared does", () => {
    expect(chiSquaredUpperTail(0, 4)).toBe(1);
    expect(chiSquaredUpperTail(-3, 4)).toBe(1);
  });
});

describe("Benjamini and Hochberg", () => {
  // the fifteen p-values of their paper (1995, section 3.2): four are found at 0.05
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];

  test("find in the published example what the paper finds, in any order", () => {
    expect(discoveries(published, 0.05).filter(Boolean)).toHaveLength(4);
    const backwards = discoveries([...published].reverse(), 0.05);
    expect(backwards.reverse()).toEqual(discoveries(published, 0.05));
  });

  test("step up: a later pass carries the earlier ones", () => {
    expect(discoveries([0.04, 0.045, 0.049], 0.05)).toEqual([true, true, true]);
  });

  test("find nothing among nothing", () => {
    expect(discoveries([], 0.1)).toEqual([]);
    expect(discoveries([0.5, 0.9], 0.1)).toEqual([false, false]);
  });
});

describe("Wilson's interval", () => {
  test.each([
    [1, 10, 0.017876213095072896, 0.4041500267952385],
    [50, 100, 0.4038315303659956, 0.5961684696340044],
    [0, 20, 0, 0.16112515805281935],
    [937, 1869, 0.4786901979278609, 0.5239795422022773],
  ])("of %d in %d", (found, count, low, high) => {
    const interval = wilson(found / count, count, z95);
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });
});
