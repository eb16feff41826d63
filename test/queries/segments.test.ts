import { afterAll, beforeAll, expect, test } from "vitest";
import type { Segments } from "../../server/evidence/segments/measure-segments.ts";
import { saySegments } from "../../server/evidence/segments/say-segments.ts";
import { plantSegment, segmentStrategy } from "../support/planted-segment.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { type SortedRows, sortRows } from "../support/sort-rows.ts";

let served: ServedWorkbench;
let sorted: SortedRows;
let segments: Segments;

beforeAll(async () => {
  served = await serveWorkbench({});
  sorted = await sortRows(
    served.workbench,
    { customers: { rows: plantSegment(), kind: "customers", layout: { key: "customer_id" } } },
    segmentStrategy,
  );
  const found = sorted.sorting.goals[0]?.analysis.segments;
  if (!found) throw new Error("Nothing was measured.");
  segments = found;
});
afterAll(() => served.close());

test("a field that matters in one small segment only is not kept for everybody", () => {
  expect(sorted.sorting.goals[0]?.analysis.kept.map(({ name }) => name)).not.toContain("roaming");
});

test("and that segment, no other, is said to lose more", () => {
  const flagged = segments.groups.filter((group) => group.flagged);
  expect(flagged.map(({ field, value }) => [field, value])).toEqual([["plan_name", "Harbour L"]]);
  expect(saySegments(segments)).toHaveLength(1);
  expect(saySegments(segments)[0]).toMatch(
    /^Customers with .*Harbour L lose more: the kept fields leave out \d+ of every/,
  );
});

test("groups by fields that are not kept are looked at too, and no rare value is named", () => {
  expect(segments.groups.some(({ field }) => field === "gender")).toBe(true);
  expect(segments.groups.every(({ records }) => records >= 100)).toBe(true);
  expect(JSON.stringify(segments)).not.toContain("rare word");
});
