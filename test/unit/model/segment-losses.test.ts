import { describe, expect, test } from "vitest";
import { segmentLosses } from "../../../server/model/segment-losses.ts";
import { modelInput } from "../../support/model-input.ts";
import { seededRandom } from "../../support/seeded-random.ts";

/** A field that matters in one small plan only, beside two that matter to everybody. */
function planted(records: number, seed: number, strength: number) {
  const random = seededRandom(seed);
  const pick = (values: number) => Array.from({ length: records }, () => Math.floor(random() * values));
  const [strong, second, hidden, region] = [pick(4), pick(4), pick(2), pick(4)];
  const plan = Array.from({ length: records }, () => (random() < 0.06 ? 1 : 2 + Math.floor(random() * 3)));
  const outcome = strong.map((code, i) => {
    const own = plan[i] === 1 ? strength * (hidden[i]! - 0.5) : 0;
    const odds = 0.9 * (code - 1.5) + 0.9 * (second[i]! - 1.5) + own - 0.8;
    return random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  });
  const columns = { strong, second, hidden, plan, region };
  const input = modelInput(
    Object.fromEntries(Object.entries(columns).map(([name, codes]) => [name, { codes }])),
    outcome,
  );
  const codesOf = (codes: readonly number[]) => Uint8Array.from(codes, (code) => code + 1);
  const grouping = (name: string, codes: readonly number[]) => ({
    name,
    codes: codesOf(codes),
    groups: [...new Set(codesOf(codes))].sort(),
  });
  return { input, groupings: [grouping("plan", plan), grouping("region", region)] };
}

const sets = {
  kept: { fields: ["strong", "second", "plan"], lambda: 1 },
  reference: { fields: ["strong", "second", "plan", "hidden"], lambda: 1 },
  pairs: [["hidden", "plan"]] as const,
};

describe("a field that matters in one small segment only", () => {
  test("is let go at little loss on average, and the segment that loses is flagged, no other", () => {
    const found = segmentLosses({ ...planted(12_000, 3, 3), ...sets });
    const flagged = found?.groups.filter((group) => group.flagged) ?? [];
    expect(flagged.map(({ name, code }) => [name, code])).toEqual([["plan", 2]]);
    expect(found!.average.value).toBeLessThan(0.1);
    expect(flagged[0]!.loss.low).toBeGreaterThan(2 * found!.average.value);
  });

  test("where it matters nowhere, hardly any of 40 tables flags anybody", () => {
    const seeds = Array.from({ length: 40 }, (_, seed) => seed + 1);
    const any = seeds.filter((seed) =>
      segmentLosses({ ...planted(2500, seed, 0), ...sets })?.groups.some(({ flagged }) => flagged),
    );
    expect(any.length).toBeLessThanOrEqual(3);
  });
});

test("groups under 100 records are left out, and five of each grouping stay", () => {
  const { input } = planted(3000, 5, 1);
  const codes = Uint8Array.from({ length: 3000 }, (_, i) => (i < 99 ? 1 : i < 199 ? 2 : 3 + (i % 9)));
  const groups = Array.from({ length: 11 }, (_, code) => code + 1);
  const found = segmentLosses({ input, ...sets, groupings: [{ name: "band", codes, groups }] });
  expect(found?.groups).toHaveLength(5);
  expect(found?.groups.some(({ code }) => code === 1)).toBe(false);
});

test("the average is that of the groups, weighed by their records", () => {
  const { input, groupings } = planted(4000, 7, 2);
  const { average, groups } = segmentLosses({ input, ...sets, groupings: groupings.slice(0, 1) })!;
  const all = groups.reduce((sum, { records, loss }) => sum + records * loss.value, 0);
  expect(all / groups.reduce((sum, { records }) => sum + records, 0)).toBeCloseTo(average.value, 9);
});
