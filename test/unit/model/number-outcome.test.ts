import { describe, expect, test } from "vitest";
import { fitGoal } from "../../../server/model/fit-goal.ts";
import { crossFit } from "../../../server/model/fitting/cross-fit.ts";
import { makeDesign } from "../../../server/model/fitting/design.ts";
import { fitAlone } from "../../../server/model/fitting/fit-alone.ts";
import { rowSpace } from "../../../server/model/fitting/row-passes.ts";
import { scoreTest } from "../../../server/model/score-test.ts";
import { meanDifference } from "../../../server/model/statistics/differences.ts";
import { foundInTop, inTopShare } from "../../../server/model/statistics/ranking.ts";
import { plantAmounts } from "../../support/planted-amounts.ts";
import { seededRandom } from "../../support/seeded-random.ts";

describe("an outcome that is a number", () => {
  const result = fitGoal(plantAmounts(6000, 1));
  const needOf = (name: string) => result.fields.find((need) => need.name === name)!;

  test("needs what drives it", () => {
    expect(result.supported).toBe(true);
    expect([...result.kept].sort()).toEqual(["member", "plan", "visits"]);
    expect(["member", "plan", "visits"].filter((name) => !needOf(name).discovered)).toEqual([]);
  });

  test("has no use for a copy or noise", () => {
    const rest = result.fields.filter(({ inKept }) => !inKept);
    expect(rest.filter(({ share }) => share.high >= 0.01)).toEqual([]);
    expect(needOf("copy").aloneDiscovered).toBe(true);
    expect(needOf("copy").carriedBy).toContain("plan");
  });

  test("says how much of it the top 20 % captures", () => {
    const { measure, allFields, keptFields, foundInTop20, keptShare } = result.performance;
    expect(measure).toBe("captured");
    expect(keptFields).toEqual(foundInTop20.keptFields);
    expect(allFields.value).toBeGreaterThan(0.45);
    expect(allFields.value).toBeLessThan(0.8);
    expect(allFields.low).toBeLessThan(allFields.value);
    expect(keptShare.low).toBeGreaterThan(0.98);
  });

  test("says in parts of its sum what would be missed", () => {
    const { value, low, high } = needOf("plan").missedOf100;
    expect(low).toBeGreaterThan(0);
    expect(value).toBeLessThan(high);
  });
});

test("numbers whose sum no number can hold are captured like others", () => {
  const input = plantAmounts(1500, 2);
  const design = makeDesign(input);
  const vast = makeDesign({ ...input, outcome: input.outcome.map((amount) => amount * 1e304) });
  const inTop = inTopShare(design, input.outcome);
  const [usual, scaled] = [design, vast].map((one) => foundInTop(one, inTop));
  expect(scaled!.value).toBeCloseTo(usual!.value, 10);
  expect(scaled!.high).toBeCloseTo(usual!.high, 10);
});

test("numbers dealt out anew support nothing", () => {
  for (let seed = 1; seed <= 4; seed++) {
    const input = plantAmounts(1500, seed);
    const random = seededRandom(seed);
    const outcome = Float64Array.from(input.outcome);
    for (let last = outcome.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [outcome[last], outcome[other]] = [outcome[other]!, outcome[last]!];
    }
    expect(fitGoal({ ...input, outcome }).supported).toBe(false);
  }
});

describe("its arithmetic", () => {
  const design = makeDesign(plantAmounts(3000, 2));
  const space = rowSpace(design.records);

  test("fits a number to mean 0 and variance 1 of its logarithm", () => {
    const mean = design.outcome.reduce((sum, y) => sum + y, 0) / design.records;
    const variance = design.outcome.reduce((sum, y) => sum + y * y, 0) / design.records;
    expect(mean).toBeCloseTo(0, 10);
    expect(variance).toBeCloseTo(1, 10);
  });

  test("shrinks the mean of each value of one field as ridge regression does", () => {
    const field = design.fields.findIndex(({ name }) => name === "member");
    const lambda = 10;
    const fit = crossFit(design, [field], lambda, space, undefined, 1e-12);
    const { codes } = design.fields[field]!;
    // by hand: sum of (y - b0 - b) over the value = lambda b, and the residuals sum to nothing
    const [counts, sums] = [
      [0, 0],
      [0, 0],
    ];
    for (let i = 0; i < design.records; i++) {
      counts[codes[i]!]! += 1;
      sums[codes[i]!]! += design.outcome[i]!;
    }
    const [b0, ...b] = fit.beta;
    for (const value of [0, 1]) {
      expect(b[value]).toBeCloseTo((sums[value]! - counts[value]! * b0!) / (counts[value]! + lambda), 6);
    }
    expect(b[0]! + b[1]!).toBeCloseTo(0, 6);
  });

  test("tells of one field the same from its means as from the records", () => {
    const field = design.fields.findIndex(({ name }) => name === "visits");
    const slow = crossFit(design, [field], 1, space);
    const fast = fitAlone(design, field, 1);
    expect(meanDifference(design, slow.losses, fast.losses).value).toBeCloseTo(0, 6);
  });

  test("agrees in score test and refit", () => {
    const places = design.fields.map((_, place) => place);
    for (const place of places) {
      const rest = places.filter((other) => other !== place);
      const kept = crossFit(design, rest, 3, space);
      const score = scoreTest(design, kept, space).of(place);
      const refit = meanDifference(design, kept.losses, crossFit(design, places, 3, space).losses);
      const learning = design.fields[place]!.bins / design.records;
      expect(Math.abs(score.value - refit.value)).toBeLessThan(2 * (score.error + refit.error) + learning);
    }
  });

  test("captures what a sort by hand captures", () => {
    const eta = design.outcome;
    const order = [...eta.keys()].sort((a, b) => eta[b]! - eta[a]!).slice(0, design.records / 5);
    const captured =
      order.reduce((sum, i) => sum + design.amount[i]!, 0) / design.amount.reduce((sum, y) => sum + y, 0);
    expect(foundInTop(design, inTopShare(design, eta)).value).toBeCloseTo(captured, 10);
  });
});
