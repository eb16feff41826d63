import { describe, expect, test } from "vitest";
import { binNumbers, codeOfNumber } from "../../../server/model/bins/bin-numbers.ts";
import { binTexts } from "../../../server/model/bins/bin-texts.ts";
import { normal, seededRandom } from "../../support/seeded-random.ts";

describe("bins of numbers", () => {
  test("give the empty cell code 0 and few values one bin each", () => {
    const values = Float64Array.from([...Array(40).keys()].map((i) => (i % 4 === 0 ? Number.NaN : i % 4)));
    const made = binNumbers("rating", values);
    expect(made.bins).toEqual([
      { kind: "empty" },
      { kind: "range", from: 1, to: 1 },
      { kind: "range", from: 2, to: 2 },
      { kind: "range", from: 3, to: 3 },
    ]);
    expect(made.counts).toEqual([10, 10, 10, 10]);
  });

  test("keep a value with a tenth of the records apart, between the quantiles of the rest", () => {
    const random = seededRandom(3);
    const values = Float64Array.from({ length: 4000 }, () => (random() < 0.3 ? 0 : Math.round(1000 * normal(random))));
    const made = binNumbers("balance", values);
    const spike = made.bins.findIndex((bin) => bin.kind === "range" && bin.from === 0 && bin.to === 0);
    expect(spike).toBeGreaterThan(1);
    expect(made.bins.length).toBeLessThanOrEqual(1 + 16 + 2);
    for (const value of values) {
      const bin = made.bins[codeOfNumber(made.uppers, value)]!;
      expect(bin.kind === "range" && bin.from <= value && value <= bin.to).toBe(true);
    }
    const quantiles = made.counts.filter((_, code) => code > 0 && code !== spike);
    expect(Math.max(...quantiles)).toBeLessThan(2 * (2800 / 16));
  });

  test("do not depend on the order of the records", () => {
    const random = seededRandom(5);
    const values = Float64Array.from({ length: 999 }, () => Math.floor(random() * 200));
    expect(binNumbers("visits", values.toReversed())).toEqual(binNumbers("visits", values));
  });

  test("join values that too few records hold with their neighbours", () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => (i < 2 ? 7 : i < 50 ? 8 : 9));
    expect(binNumbers("level", values).bins).toEqual([
      { kind: "empty" },
      { kind: "range", from: 7, to: 8 },
      { kind: "range", from: 9, to: 9 },
    ]);
  });

  test("put a number that was not seen beside its neighbours", () => {
    const { uppers } = binNumbers(
      "level",
      Float64Array.from({ length: 30 }, (_, i) => (i % 3) * 10),
    );
    expect([-5, 0, 4, 10, 11, 99].map((value) => codeOfNumber(uppers, value))).toEqual([1, 1, 2, 2, 3, 3]);
  });
});

describe("bins of texts", () => {
  test("keep at most 31 values, the commonest, ties in the order of the alphabet, and one bin for the rest", () => {
    const counts = new Map(
      Array.from({ length: 40 }, (_, i) => [`v${String(i).padStart(2, "0")}`, i === 39 ? 60 : 20]),
    );
    const made = binTexts("city", counts, 7);
    expect(made.bins).toHaveLength(1 + 31 + 1);
    expect(made.bins[1]).toEqual({ kind: "value", value: "v39" });
    expect(made.bins[2]).toEqual({ kind: "value", value: "v00" });
    expect(made.codeOf.get("v30")).toBeUndefined();
    expect(made.counts.reduce((sum, count) => sum + count, 0)).toBe(60 + 39 * 20 + 7);
    expect(binTexts("city", new Map([...counts].reverse()), 7)).toEqual(made);
  });

  test("put values with too few records together", () => {
    const made = binTexts(
      "plan",
      new Map([
        ["a", 50],
        ["b", 4],
        ["c", 3],
      ]),
      0,
    );
    expect(made.bins).toEqual([{ kind: "empty" }, { kind: "value", value: "a" }, { kind: "other" }]);
    expect(made.counts).toEqual([0, 50, 7]);
    expect(made.otherCode).toBe(2);
  });
});
