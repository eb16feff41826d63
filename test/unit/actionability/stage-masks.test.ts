import { expect, test } from "vitest";
import { bit, countPassing, gainOf, middleStages, requiredMask } from "../../../server/actionability/stage-masks.ts";

const all = requiredMask(middleStages) | bit.notHeldBack;

test("a fix brings back those whom nothing else stops", () => {
  const counts = [
    { mask: all, units: 50 },
    { mask: all & ~bit.fresh, units: 20 },
    { mask: all & ~bit.fresh & ~bit.present, units: 7 },
    { mask: all & ~bit.notHeldBack, units: 3 },
  ];
  expect(countPassing(counts, all)).toBe(50);
  expect(gainOf(counts, middleStages, "fresh")).toBe(20);
  expect(gainOf(counts, middleStages, "present")).toBe(0);
});

test("agreeing to one channel and being reachable by another is not enough, and each alone would do", () => {
  const crossed = [{ mask: all & ~bit.oneChannel, units: 4 }];
  expect(countPassing(crossed, all)).toBe(0);
  expect(gainOf(crossed, middleStages, "agreed")).toBe(4);
  expect(gainOf(crossed, middleStages, "reachable")).toBe(4);
});

test("a stage that is not measured is asked of nobody", () => {
  expect(requiredMask(["identifiable", "agreed"]) & (bit.fresh | bit.oneChannel)).toBe(0);
});
