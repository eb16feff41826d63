import { describe, expect, test } from "vitest";
import { clusteredInterval, wilson } from "../../../server/actionability/intervals.ts";

describe("Wilson's interval", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is the published one", (successes, trials, low, high) => {
    const found = wilson(successes, trials);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test("touches 0 and 1 only at none and all", () => {
    expect(wilson(0, 50).low).toBe(0);
    expect(wilson(50, 50).high).toBe(1);
    expect(wilson(1, 50).low).toBeGreaterThan(0);
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe("Wilson's interval in simulation", () => {
  // Over shares spread evenly, since at one share the steps of a count make it cover a little more or less.
  test.each([40, 150, 1_000])("of %i customers covers the truth in 93 to 97 of 100 draws", (customers) => {
    const random = seeded(customers);
    let covered = 0;
    const draws = 3_000;
    for (let draw = 0; draw < draws; draw++) {
      const truth = 0.02 + 0.96 * random();
      let passing = 0;
      for (let customer = 0; customer < customers; customer++) passing += random() < truth ? 1 : 0;
      const { low, high } = wilson(passing, customers);
      if (low <= truth && truth <= high) covered++;
    }
    expect(covered / draws).toBeGreaterThan(0.93);
    expect(covered / draws).toBeLessThan(0.97);
  });
});

describe("the interval of a share of triggers", () => {
  test("is Wilson's where everybody has one trigger", () => {
    const found = clusteredInterval([
      { passing: 0, units: 1, persons: 182 },
      { passing: 1, units: 1, persons: 81 },
    ]);
    expect(found.low).toBeCloseTo(0.2553, 3);
    expect(found.high).toBeCloseTo(0.3662, 3);
  });

  test("is wider where one person has several triggers that pass together", () => {
    const apart = clusteredInterval([
      { passing: 0, units: 1, persons: 60 },
      { passing: 1, units: 1, persons: 60 },
    ]);
    const together = clusteredInterval([
      { passing: 0, units: 4, persons: 15 },
      { passing: 4, units: 4, persons: 15 },
    ]);
    expect(together.high - together.low).toBeGreaterThan(1.8 * (apart.high - apart.low));
  });

  test("covers the truth in 93 to 97 of 100 draws, although people differ", () => {
    const random = seeded(20261123);
    let covered = 0;
    const draws = 2_000;
    for (let draw = 0; draw < draws; draw++) {
      const clusters = Array.from({ length: 150 }, () => {
        const units = 1 + Math.floor(random() * 5);
        const own = random() < 0.4 ? 0.8 : 0.1;
        let passing = 0;
        for (let unit = 0; unit < units; unit++) passing += random() < own ? 1 : 0;
        return { passing, units, persons: 1 };
      });
      const { low, high } = clusteredInterval(clusters);
      if (low <= 0.38 && 0.38 <= high) covered++;
    }
    expect(covered / draws).toBeGreaterThan(0.93);
    expect(covered / draws).toBeLessThan(0.97);
  });
});

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
