import { expect, test } from "vitest";
import { constancyOf, type ThreeValues } from "../../../server/actionability/decay/constancy.ts";
import { seededRandom } from "../../support/seeded-random.ts";

/** Each customer's value in three snapshots, drawn by `next`. */
function snapshotsOf(customers: number, next: (value: number, who: number) => number): ThreeValues {
  const counts = { customers, early: 0, late: 0, across: 0, throughout: 0 };
  for (let who = 0; who < customers; who++) {
    const second = next(0, who);
    const third = next(second, who);
    if (second === 0) counts.early++;
    if (third === second) counts.late++;
    if (third === 0) counts.across++;
    if (second === 0 && third === 0) counts.throughout++;
  }
  return counts;
}

test("the share changed over both steps is held against 1 − (1 − c12)(1 − c23)", () => {
  const found = constancyOf({ customers: 1_000, early: 800, late: 900, across: 720, throughout: 720 });
  expect(found?.changed).toBeCloseTo(0.28, 12);
  expect(found?.expected).toBeCloseTo(1 - 0.8 * 0.9, 12);
  expect(found?.holds).toBe("yes");
});

test("one pace for everybody is doubted in about 5 of 100 sets of snapshots, and rarely more", () => {
  const random = seededRandom(7);
  let doubted = 0;
  for (let round = 0; round < 400; round++) {
    const found = constancyOf(snapshotsOf(600, (value) => (random() < 0.2 ? value + 1 : value)));
    if (found?.holds !== "yes") doubted++;
  }
  expect(doubted).toBeGreaterThanOrEqual(6);
  expect(doubted).toBeLessThanOrEqual(36);
});

test("values that come back, and customers who change again and again, show as fewer", () => {
  const random = seededRandom(8);
  expect(constancyOf(snapshotsOf(2_000, (value) => (random() < 0.3 ? 1 - value : value)))?.holds).toBe("fewer");
  const restless = (value: number, who: number) => (who % 4 === 0 && random() < 0.9 ? value + 1 : value);
  expect(constancyOf(snapshotsOf(2_000, restless))?.holds).toBe("fewer");
});

test("who changes only once shows as more", () => {
  const found = constancyOf({ customers: 900, early: 600, late: 600, across: 300, throughout: 300 });
  expect(found?.holds).toBe("more");
});

test("nothing is said where nothing changed, or everything did", () => {
  expect(constancyOf({ customers: 50, early: 50, late: 50, across: 50, throughout: 50 })).toBeNull();
  expect(constancyOf({ customers: 50, early: 0, late: 20, across: 10, throughout: 0 })).toBeNull();
  expect(constancyOf({ customers: 0, early: 0, late: 0, across: 0, throughout: 0 })).toBeNull();
});
