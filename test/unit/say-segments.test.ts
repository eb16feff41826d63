import { expect, test } from "vitest";
import type { SegmentGroup } from "../../server/evidence/segments/measure-segments.ts";
import { saySegments } from "../../server/evidence/segments/say-segments.ts";

const average = { value: 0.011, low: 0, high: 0.02 };
const group = (value: string | null, lost: number, flagged: boolean): SegmentGroup => ({
  ...{ table: "customers", field: "plan_name", label: "Plan", level: null, value, records: 130, flagged },
  loss: { value: lost, low: lost - 0.04, high: lost + 0.04 },
});

test("who loses more is said, the greatest loss first, with the average", () => {
  const groups = [group("S", 0.05, true), group("Harbour L", 0.094, true), group("M", 0.3, false)];
  expect(saySegments({ average, groups })).toEqual([
    "Customers with plan Harbour L lose more: the kept fields leave out 9 of every 100 parts of what the fields tell, on average 1.",
    "Customers with plan S lose more: the kept fields leave out 5 of every 100 parts of what the fields tell, on average 1.",
  ]);
});

test("the empty cell is said in words, and a small average is not called nothing", () => {
  const said = saySegments({ average: { ...average, value: 0.002 }, groups: [group(null, 0.06, true)] });
  expect(said[0]).toMatch(/^Customers without a plan lose more: .*, on average under 1\.$/);
});

test("a band is said with both its ends", () => {
  const band = { ...group("30.0", 0.06, true), label: "Age", level: "10-bands" };
  expect(saySegments({ average, groups: [band] })[0]).toMatch(/^Customers with age 30 to under 40 lose more/);
});

test("nobody loses more, nothing is said", () => {
  expect(saySegments({ average, groups: [group("S", 0.5, false)] })).toEqual([]);
});
