import { describe, expect, test } from "vitest";
import { halfLifeOfChanges, halfLifeOfReadings } from "../../../server/actionability/decay/estimate-half-life.ts";
import { seededRandom } from "../../support/seeded-random.ts";

describe("the half-life of values read again", () => {
  test("one gap: the rate is that of the share that changed", () => {
    const found = halfLifeOfReadings([{ days: 30, pairs: 1_000, changed: 500 }]);
    expect(found?.days).toBeCloseTo(30, 6);
    expect(found?.low).toBeLessThan(30);
    expect(found?.high).toBeGreaterThan(30);
  });

  test("several gaps: the likelihood is greatest there, and lower by 1.92 at both ends", () => {
    const gaps = [
      { days: 10, pairs: 200, changed: 21 },
      { days: 60, pairs: 150, changed: 70 },
      { days: 200, pairs: 40, changed: 33 },
    ];
    const found = halfLifeOfReadings(gaps);
    const likelihood = (halfLife: number) =>
      gaps.reduce((sum, { days, pairs, changed }) => {
        const right = 0.5 ** (days / halfLife);
        return sum + changed * Math.log(1 - right) + (pairs - changed) * Math.log(right);
      }, 0);
    const best = likelihood(found?.days ?? 0);
    for (const other of [0.9, 0.99, 1.01, 1.1]) expect(likelihood((found?.days ?? 0) * other)).toBeLessThan(best);
    expect(best - likelihood(found?.low ?? 0)).toBeCloseTo(1.92073, 3);
    expect(best - likelihood(found?.high ?? 0)).toBeCloseTo(1.92073, 3);
  });

  test("nothing changed: only that it is longer, by the rule of three", () => {
    expect(halfLifeOfReadings([{ days: 30, pairs: 100, changed: 0 }])).toEqual({
      days: null,
      low: (Math.LN2 * 3_000) / 3,
      high: null,
    });
  });

  test("is not told without pairs, or where every value differs", () => {
    expect(halfLifeOfReadings([])).toBeNull();
    expect(halfLifeOfReadings([{ days: 1, pairs: 5, changed: 5 }])).toBeNull();
  });

  test.each([
    ["one gap", [30]],
    ["several gaps", [7, 30, 90, 365]],
  ])("its range holds the true one in at least 90 of 100: %s", (_, gaps) => {
    const random = seededRandom(17);
    for (const halfLife of [20, 120, 900]) {
      let held = 0;
      const trials = 300;
      for (let trial = 0; trial < trials; trial++) {
        const counts = gaps.map((days) => {
          const pairs = 60;
          const share = 1 - 0.5 ** (days / halfLife);
          return { days, pairs, changed: Array.from({ length: pairs }, random).filter((one) => one < share).length };
        });
        const found = halfLifeOfReadings(counts);
        if (found && found.low <= halfLife && (found.high === null || halfLife <= found.high)) held++;
      }
      expect(held / trials).toBeGreaterThanOrEqual(0.9);
    }
  });
});

describe("the half-life from a list of changes", () => {
  test("is that of changes over the time watched", () => {
    const found = halfLifeOfChanges(50, 10_000);
    expect(found?.days).toBeCloseTo((Math.LN2 * 10_000) / 50, 9);
  });

  test("its range holds the true one in at least 90 of 100", () => {
    const random = seededRandom(4);
    for (const mean of [4, 25, 200]) {
      let held = 0;
      for (let trial = 0; trial < 500; trial++) {
        let changes = 0;
        let at = -Math.log(1 - random());
        while (at < mean) {
          changes++;
          at -= Math.log(1 - random());
        }
        const found = halfLifeOfChanges(changes, 1_000);
        const truth = (Math.LN2 * 1_000) / mean;
        if (found && found.low <= truth && (found.high === null || truth <= found.high)) held++;
      }
      expect(held / 500).toBeGreaterThanOrEqual(0.9);
    }
  });
});
