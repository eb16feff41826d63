import { describe, expect, test } from "vitest";
import type { ByTime, Depth, History } from "../../server/evidence/history/history.ts";
import { type KeptHow, keptTooLong, sayHistory } from "../../server/evidence/history/say-history.ts";

type Rows = NonNullable<History["rows"]>;

const point = { records: 5634, subsets: 1, loss: 0.4, share: 1, fitted: true };
const rows: Rows = {
  points: [point],
  lastHalf: { value: 0.0083, low: 0.001, high: 0.0152 },
  state: "enough",
  needed: { value: 4321, low: 3111, high: 5912 },
  share: 0.98,
};
const none = { rows: null, depth: null, byTime: null, dated: null };
const plainly = { keepFor: null, laws: [] };
const said = (change: Partial<Rows>) => sayHistory({ ...none, rows: { ...rows, ...change } }, plainly);

describe("how many customers are enough", () => {
  test("what the last half of them brought is said after it, in hundredths", () => {
    expect(said({})[1]).toBe(
      "The last half of the customers brought under 1 of every 100 parts of what the fields tell.",
    );
    expect(said({ lastHalf: { value: 0.162, low: 0.08, high: 0.24 } })[1]).toContain("brought 16 of every 100 parts");
    expect(said({ lastHalf: { value: -0.002, low: -0.01, high: 0.01 } })[1]).toContain("brought nothing");
  });

  test("a number that is known well is said in two digits", () => {
    expect(said({})[0]).toBe("About 4,300 customers are enough for 98% of what any number of them could tell.");
  });

  test("a number that is known badly, but lies below what there is, is only said to be enough", () => {
    expect(said({ needed: { value: 3000, low: 1200, high: 5600 } })[0]).toBe(
      "There are enough customers: 5,600 of them, or fewer, tell 98% of what any number of them could tell.",
    );
  });

  test("more would still help where even the lower end is beyond what there is", () => {
    expect(said({ state: "more-helps", needed: { value: 9000, low: 6000, high: 22_536 } })[0]).toBe(
      "More customers would still help: for 98% of what any number of them could tell it takes more than the 5,600 there were to learn from.",
    );
  });

  test("unclear is said to be unclear, and no number is told beyond four times what there is", () => {
    expect(said({ state: "unclear", needed: { value: 9000, low: 2800, high: 22_536 } })[0]).toBe(
      "How many customers are enough for 98% of what any number of them could tell is unclear: anything from 2,800 to more than 23,000.",
    );
  });
});

test("too few dates are said to be too few", () => {
  expect(sayHistory({ ...none, dated: 0 }, plainly)[0]).toContain("filled for 0 of every 100 customers of one answer");
  expect(sayHistory({ ...none, dated: 0.95 }, plainly)).toEqual([]);
});

test("nothing measured, nothing said", () => expect(sayHistory(none, plainly)).toEqual([]));

describe("how far back the records have to reach", () => {
  const point = (months: number, enough: boolean) => ({ months, told: { value: 1, low: 1, high: 1 }, enough });
  const curve: Depth["curve"] = {
    points: [point(3, false), point(6, true), point(15, true)],
    needed: 6,
    olderHurts: false,
    share: 0.98,
  };
  const depth: Depth = { of: "events", tables: ["orders", "visits"], curve, forRows: null, keep: 6 };
  const back = (change: Partial<Depth>, kept: KeptHow = plainly) =>
    sayHistory({ ...none, depth: { ...depth, ...change } }, kept);

  test("is the shortest past that is shown to be enough", () => {
    expect(back({})).toEqual([
      "Records of orders and visits from the last 6 months are shown to be enough, of 15 months there are: they tell at least 98% of what the best past tells.",
    ]);
  });

  test("is all there is where nothing shorter is shown to be enough", () => {
    expect(back({ curve: { ...curve, needed: 15 }, keep: 15 })[0]).toMatch(/^Nothing shorter than all 15 months/);
  });

  test("older records that do harm are said to", () => {
    expect(back({ curve: { ...curve, olderHurts: true } })[1]).toBe(
      "Older records do harm: with all 15 months the fields tell less than with fewer.",
    );
  });

  test("is longer where it takes longer to see the customers who are needed", () => {
    expect(back({ forRows: 15, keep: 15 })[1]).toContain("so keep 15 months");
    expect(back({ forRows: 3 })).toHaveLength(1);
  });

  test("the goal's own time is held against it, and the law stands over it", () => {
    expect(back({}, { keepFor: "400d", laws: [] })[1]).toBe("Kept for 400 days; 6 months are shown to be enough.");
    expect(back({}, { keepFor: "180d", laws: [] })).toHaveLength(1);
    expect(back({}, { keepFor: null, laws: ["invoices"] })[1]).toBe(
      "What a law or a contract asks for (invoices) stays as long as it says.",
    );
    expect(keptTooLong({ ...none, depth }, { keepFor: "186d", laws: [] })).toBe(false);
    expect(keptTooLong({ ...none, depth }, { keepFor: "187d", laws: [] })).toBe(true);
    expect(keptTooLong(none, { keepFor: "400d", laws: [] })).toBeNull();
  });
});

describe("learned from the past, tested on what came later", () => {
  const byTime = {
    from: "2026-05-01",
    records: 2340,
    keptShare: { value: 0.991, low: 0.982, high: 1 },
    told: { value: 0.934, low: 0.871, high: 0.997 },
    holds: true,
  };
  const later = (change: Partial<ByTime>) => sayHistory({ ...none, byTime: { ...byTime, ...change } }, plainly)[0];

  test("what the fields tell there is held against what they tell of their own time", () => {
    expect(sayHistory({ ...none, byTime }, plainly)[1]).toBe(
      "There all fields tell 93 of every 100 parts of what they tell of customers of their own time.",
    );
    const more = { value: 1.02, low: 0.9, high: 1.1 };
    expect(sayHistory({ ...none, byTime: { ...byTime, told: more } }, plainly)[1]).toBe(
      "There all fields tell no less than of customers of their own time.",
    );
    const lost = { value: 0, low: 0, high: 0 };
    expect(sayHistory({ ...none, byTime: { ...byTime, keptShare: lost } }, plainly)).toHaveLength(1);
  });

  test("is said to hold, not to, or neither", () => {
    expect(later({})).toBe(
      "Learned from what came before 2026-05-01 and tested on what came after it (2,340 customers), the kept fields keep 99 of every 100 parts of what all of them tell.",
    );
    expect(later({ holds: false, keptShare: { value: 0.9, low: 0.86, high: 0.94 } })).toContain(
      "keep 90 of every 100 parts of what all of them tell: less",
    );
    expect(later({ holds: null, keptShare: { value: 0.98, low: 0.95, high: 1.01 } })).toContain(
      "neither shown to hold",
    );
    expect(later({ holds: false, keptShare: { value: 0, low: 0, high: 0 } })).toContain("the fields tell nothing");
  });
});
