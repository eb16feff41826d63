import { expect, test } from "vitest";
import { decayCurve, worthAfter } from "../../../server/actionability/fixes/decay-curve.ts";

test("a goal of its own is worth all inside the window and nothing once it is useless", () => {
  const curve = decayCurve({ key: "top-up" }, 15, 120);
  if (!curve) throw new Error("A goal with a window has a curve.");
  const worth = [0, 15, 67.5, 120, 121].map((minutes) => worthAfter(curve.points, minutes));
  expect(worth).toEqual([1, 1, 0.5, 0, 0]);
});

test("without an end the window is the end", () => {
  const curve = decayCurve({ key: "top-up" }, 60, null);
  expect([60, 61].map((minutes) => worthAfter(curve?.points ?? [], minutes))).toEqual([1, 0]);
});

test("a goal from the catalogue has its usual curve, cut where acting is useless", () => {
  const curve = decayCurve({ key: "carts", from: "cart-abandonment" }, 60, 1_440);
  const worth = [30, 60, 1_440, 1_441].map((minutes) => worthAfter(curve?.points ?? [], minutes));
  expect(worth).toEqual([1, 1, 0.4, 0]);
  expect(curve?.says).toContain("Omnisend");
});

test("no window, no curve", () => {
  expect(decayCurve({ key: "newsletter" }, null, null)).toBeNull();
});
