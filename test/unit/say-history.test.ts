import { describe, expect, test } from "vitest";
import type { History } from "../../server/evidence/history.ts";
import { sayHistory } from "../../server/evidence/say-history.ts";

type Rows = NonNullable<History["rows"]>;

const point = { records: 5634, subsets: 1, loss: 0.4, share: 1, fitted: true };
const rows: Rows = {
  points: [point],
  lastHalf: { value: 0.0083, low: 0.001, high: 0.0152 },
  state: "enough",
  needed: { value: 4321, low: 3111, high: 5912 },
  share: 0.98,
};
const said = (change: Partial<Rows>) => sayHistory({ rows: { ...rows, ...change } });

describe("how many customers are enough", () => {
  test("what the last half of them brought is said first, with its range", () => {
    expect(said({})[0]).toBe(
      "The last half of the customers bought 0.8% of what the fields tell (likely range 0.1% to 1.5%).",
    );
  });

  test("a number that is known well is said in two digits", () => {
    expect(said({})[1]).toBe(
      "About 4,300 customers are enough for 98% of what any number of them could tell (likely range 3,100 to 5,900).",
    );
  });

  test("a number that is known badly, but lies below what there is, is only said to be enough", () => {
    expect(said({ needed: { value: 3000, low: 1200, high: 5600 } })[1]).toBe(
      "There are enough customers: 5,600 of them, or fewer, tell 98% of what any number of them could tell.",
    );
  });

  test("more would still help where even the lower end is beyond what there is", () => {
    expect(said({ state: "more-helps", needed: { value: 9000, low: 6000, high: 22_536 } })[1]).toBe(
      "More customers would still help: for 98% of what any number of them could tell it takes more than the 5,600 there were to learn from.",
    );
  });

  test("unclear is said to be unclear, and no number is told beyond four times what there is", () => {
    expect(said({ state: "unclear", needed: { value: 9000, low: 2800, high: 22_536 } })[1]).toBe(
      "How many customers are enough for 98% of what any number of them could tell is unclear: anything from 2,800 to more than 23,000.",
    );
  });
});

test("nothing measured, nothing said", () => expect(sayHistory({ rows: null })).toEqual([]));
