import { expect, test } from "vitest";
import { quantileRanks } from "../../../server/actionability/quantile-ranks.ts";

test("the upper bound of a quantile needs 5, 59 and 299 values", () => {
  expect(quantileRanks(4, 0.5)).toBeNull();
  expect(quantileRanks(5, 0.5)).toEqual({ low: 1, high: 5 });
  expect(quantileRanks(58, 0.95)).toBeNull();
  expect(quantileRanks(59, 0.95)?.high).toBe(59);
  expect(quantileRanks(298, 0.99)).toBeNull();
  expect(quantileRanks(299, 0.99)?.high).toBe(299);
});

test("the ranks are those of the binomial distribution", () => {
  // The 5 % and the 95 % point of the binomial distribution, summed term by term elsewhere; one more above.
  expect(quantileRanks(100, 0.5)).toEqual({ low: 42, high: 59 });
  expect(quantileRanks(200, 0.95)).toEqual({ low: 185, high: 196 });
});

test("exact and approximate ranks meet", () => {
  const exact = quantileRanks(1_590, 0.5);
  const wide = quantileRanks(1_610, 0.5);
  expect(Math.abs((wide?.low ?? 0) / 1_610 - (exact?.low ?? 0) / 1_590)).toBeLessThan(0.002);
  expect(Math.abs((wide?.high ?? 0) / 1_610 - (exact?.high ?? 0) / 1_590)).toBeLessThan(0.002);
});
