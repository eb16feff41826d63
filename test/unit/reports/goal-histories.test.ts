import { expect, test } from "vitest";
import { goalHistories } from "../../../server/reports/minimization/goal-histories.ts";
import type { GoalResult } from "../../../server/reports/minimization/minimization-input.ts";
import { aMinimizationInput } from "../../support/report-inputs.ts";

const [first] = aMinimizationInput().goals;
const depth = first?.history?.measured.depth;
if (!first?.history || !depth) throw new Error("The made-up goal knows how much history it needs.");
const { history } = first;

const needing = (keep: number, tables = ["events"]): GoalResult => ({
  ...first,
  history: { ...history, measured: { ...history.measured, depth: { ...depth, tables, keep } } },
});

test("over several goals the longest past counts, table by table", () => {
  const together = goalHistories([needing(6), needing(12, ["events", "orders"])])?.at(-1);
  expect(together).toMatchObject({ name: "All goals together", curves: [] });
  expect(together?.sentences).toEqual([
    "Of events the goals tested need the last 12 months at most. What is older can be let go or added up, unless a law or a contract asks for it.",
  ]);
});

test("one goal speaks for itself, and nothing measured is no section", () => {
  expect(goalHistories([needing(6)])?.map(({ name }) => name)).toEqual([first.goal.name]);
  expect(goalHistories([{ ...first, history: null }])).toBeNull();
});

test("a curve that nobody drew is told by its figures", () => {
  const { drawn: _, ...undrawn } = history;
  const [goal] = goalHistories([{ ...first, history: undrawn }]) ?? [];
  expect(goal?.curves.map(({ svg }) => svg)).toEqual([null, null]);
  expect(goal?.curves[0]?.rows).toHaveLength(4);
});
