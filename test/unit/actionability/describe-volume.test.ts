import { describe, expect, test } from "vitest";
import { describeVolume } from "../../../server/actionability/volume/describe-volume.ts";
import { normal, seededRandom } from "../../support/seeded-random.ts";

const monday = "2026-09-28";

test("the median and eight days of ten are those of the sorted days", () => {
  const found = describeVolume({ first: monday, triggers: [9, 1, 5, 3, 7, 2, 4, 8, 6, 10] }, null);
  expect(found).toMatchObject({ days: 10, median: 5.5, low: 1, high: 9, weekdays: [], change: null, repeats: null });
});

test("a weekday is the mean of its own days, and the first day need be no Monday", () => {
  const triggers = Array.from({ length: 28 }, (_, day) => (day % 7 === 2 ? 70 + day : 10));
  const found = describeVolume({ first: "2026-09-30", triggers }, null);
  expect(found?.weekdays.map(({ mean }) => mean)).toEqual([10, 10, 10, 10, (72 + 79 + 86 + 93) / 4, 10, 10]);
});

describe("the last 28 days against the 28 before", () => {
  test("need 56 whole days with triggers in both", () => {
    const days = (length: number) => describeVolume({ first: monday, triggers: Array(length).fill(4) }, null)?.change;
    expect(days(55)).toBeNull();
    expect(days(56)).toMatchObject({ recent: 112, before: 112, ratio: 1 });
    expect(
      describeVolume({ first: monday, triggers: [...Array(28).fill(0), ...Array(28).fill(4)] }, null)?.change,
    ).toBeNull();
  });

  test("come with a range that holds the true ratio in about 95 of 100, though days scatter more than by chance", () => {
    const random = seededRandom(3);
    let held = 0;
    for (let trial = 0; trial < 400; trial++) {
      const triggers = Array.from({ length: 56 }, (_, day) => {
        const mean = (day % 7 > 4 ? 60 : 100) * (day < 28 ? 1 : 1.1);
        return Math.max(0, Math.round(mean + Math.sqrt(3 * mean) * normal(random)));
      });
      const change = describeVolume({ first: monday, triggers }, null)?.change;
      if (change && change.low <= 1.1 && 1.1 <= change.high) held++;
    }
    expect(held / 400).toBeGreaterThan(0.92);
    expect(held / 400).toBeLessThan(0.98);
  });
});
