import { afterAll, beforeAll, expect, test } from "vitest";
import type { Segments } from "../../server/evidence/measure-segments.ts";
import { saySegments } from "../../server/evidence/say-segments.ts";
import type { Row } from "../support/a-dataset.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { type SortedRows, sortRows } from "../support/sort-rows.ts";

/** Harbour L is held by few; there a hidden field matters much, elsewhere not at all. */
function planted(): Row[] {
  const random = seededRandom(41);
  const pick = (values: number) => Math.floor(random() * values);
  return Array.from({ length: 16_000 }, (_, customer) => {
    const [first, second, third, hidden, gender] = [pick(4), pick(4), pick(4), pick(2), pick(3)];
    const isLarge = random() < 0.013;
    const odds = (first + second + third - 4.5) * 1.1 + (isLarge ? 3.4 * (hidden - 0.5) : 0) - 0.8;
    return {
      customer_id: `c${customer}`,
      left: random() < 1 / (1 + Math.exp(-odds)) ? "yes" : "no",
      first: `f${first}`,
      second: `s${second}`,
      third: `t${third}`,
      roaming: hidden ? "on" : "off",
      plan_name: isLarge ? "Harbour L" : `Harbour ${["S", "M", "XS"][pick(3)]}`,
      gender: gender === 2 && customer % 4000 === 0 ? "a rare word" : (["f", "m"][gender % 2] ?? "f"),
    };
  });
}

const strategy = `
strategy: Made up
goals:
  - { key: stay, name: Stay, channels: [], outcome: { field: left, is: "yes" }, roles: { key: customer_id } }
`;

let served: ServedWorkbench;
let sorted: SortedRows;
let segments: Segments;

beforeAll(async () => {
  served = await serveWorkbench({});
  sorted = await sortRows(
    served.workbench,
    { customers: { rows: planted(), kind: "customers", layout: { key: "customer_id" } } },
    strategy,
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
