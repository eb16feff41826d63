import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hideSmallGroups } from "../../../server/actionability/groups/hide-small-groups.ts";
import { spreadOf } from "../../../server/actionability/groups/rank-groups.ts";
import { seededRandom } from "../../support/seeded-random.ts";

describe("small groups", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 9 });

  test("are hidden, with as many others as it takes that nothing can be worked out", () => {
    fc.assert(
      fc.property(sizes, (list) => {
        const groups = list.map((customers) => ({ customers }));
        const shown = hideSmallGroups(groups);
        const hidden = groups.filter((group) => !shown.includes(group));
        expect(shown.every(({ customers }) => customers >= 5)).toBe(true);
        if (!hidden.length) return;
        // What a reader can work out is the sum of the hidden ones: never one group's size, never under five.
        const sum = hidden.reduce((all, { customers }) => all + customers, 0);
        expect(shown.length === 0 || (hidden.length > 1 && sum >= 5)).toBe(true);
      }),
    );
  });

  test("nothing is hidden where all are large enough", () => {
    const groups = [{ customers: 5 }, { customers: 100 }];
    expect(hideSmallGroups(groups)).toEqual(groups);
  });

  test("a single small group takes the next smallest with it", () => {
    expect(hideSmallGroups([40, 4, 60, 50].map((customers) => ({ customers })))).toEqual([
      { customers: 60 },
      { customers: 50 },
    ]);
  });
});

describe("the difference between groups", () => {
  const random = seededRandom(5);
  const group = (people: number, share: number) => {
    const passing = Array.from({ length: people }, () => random()).filter((one) => one < share).length;
    return {
      persons: people,
      units: people,
      passing,
      unitsSquared: people,
      unitsPassing: passing,
      passingSquared: passing,
    };
  };

  test("is none where chance alone makes it, in about 99 of 100", () => {
    const trials = Array.from({ length: 500 }, () => spreadOf([group(300, 0.3), group(200, 0.3), group(100, 0.3)]));
    expect(trials.filter((spread) => spread > 0).length).toBeLessThan(15);
  });

  test("is that of the true shares where there is one", () => {
    const found = spreadOf([group(20_000, 0.2), group(20_000, 0.4)]);
    expect(found).toBeGreaterThan(0.09);
    expect(found).toBeLessThan(0.11);
  });

  test("one person with many triggers is one person", () => {
    const many = { persons: 10, units: 1_000, unitsSquared: 100_000 };
    const none = { ...many, passing: 300, unitsPassing: 30_000, passingSquared: 30_000 };
    const some = { ...many, passing: 600, unitsPassing: 60_000, passingSquared: 60_000 };
    expect(spreadOf([none, some])).toBe(0);
  });
});
