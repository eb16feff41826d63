import { describe, expect, test } from "vitest";
import { makeSample } from "../../../sample-data/make-sample.ts";
import type { Cell } from "../../../sample-data/table.ts";
import { areaUnderCurve } from "../../../sample-data/truth-of-outcomes.ts";

/** How full the fields are, whatever the seed. */
const filled = {
  date_of_birth: 0.87,
  gender: 0.78,
  postcode: 0.99,
  household_size: 0.41,
  household_income_band: 0.36,
  health_interest: 0.18,
  last_cell_location: 0.64,
  contract_end_date: 0.96,
  data_used_gb_30d: 0.99,
  data_left_pct: 0.97,
  support_calls_90d: 0.98,
  complaint_text: 0.12,
  app_last_seen: 0.71,
  device_model: 0.93,
  referrer_url: 0.52,
  full_name: 0.99,
  email: 0.91,
  push_token: 0.71,
};

// Seeds that nothing was tuned on.
describe.each([20_261_123, 4_711, 99, 2 ** 40 + 5, -8])("seed %d", (seed) => {
  const { tables, truth } = makeSample({ seed });
  const [customers] = tables;
  const rows = [...new Map((customers?.rows ?? []).map((row) => [row[0], row])).values()];
  const column = (name: string) => rows.map((row) => row[customers?.columns.indexOf(name) ?? -1] ?? null);
  const left = column("churned").map((churned) => churned === "Yes");

  test("fields are as full as they should be", () => {
    for (const [field, share] of Object.entries(truth.filled)) {
      expect(Math.abs(share - (filled[field as keyof typeof filled] ?? 1)), field).toBeLessThan(0.015);
    }
  });

  test("outcomes are as frequent and as predictable as they should be", () => {
    const [churned, topUp] = truth.outcomes;
    expect(churned?.share).toBeGreaterThan(0.14);
    expect(churned?.share).toBeLessThan(0.18);
    expect(churned?.aucOfTrueOdds).toBeGreaterThan(0.8);
    expect(churned?.aucOfTrueOdds).toBeLessThan(0.86);
    expect(topUp?.share).toBeGreaterThan(0.15);
    expect(topUp?.share).toBeLessThan(0.21);
    expect(topUp?.aucOfTrueOdds).toBeGreaterThan(0.68);
  });

  test("strong drivers show in the customers table, and noise does not", () => {
    const [churned] = truth.outcomes;
    for (const { field, strength } of churned?.drivers ?? []) {
      if (strength === "strong") expect(association(column(field), left), field).toBeGreaterThan(8);
    }
    for (const field of churned?.noise ?? []) expect(association(column(field), left), field).toBeLessThan(4);
  });

  test("the effect of the months as a customer rises and falls", () => {
    const rate = (from: number, to: number) => {
      const group = column("tenure_months").flatMap((months, index) =>
        Number(months) >= from && Number(months) < to ? [left[index] === true] : [],
      );
      return group.filter(Boolean).length / group.length;
    };
    expect(rate(12, 36)).toBeGreaterThan(rate(0, 12) + 0.05);
    expect(rate(12, 36)).toBeGreaterThan(rate(60, 120) + 0.05);
  });

  test("the two correlated drivers are correlated", () => {
    const [one, other] = truth.outcomes[0]?.correlated[0] ?? [];
    const used = column(other ?? "");
    const usedOn = (plan: string) =>
      median(column(one ?? "").flatMap((name, row) => (name === plan ? [Number(used[row])] : [])));
    expect(usedOn("Harbour Family")).toBeGreaterThan(5 * usedOn("Harbour S"));
  });

  test("notes about complaints are mostly written once someone has left", () => {
    const share = (yes: boolean) => {
      const notes = column("complaint_text").filter((_, row) => left[row] === yes);
      return notes.filter((note) => note !== null).length / notes.length;
    };
    const logOdds = (of: number) => Math.log(of / (1 - of));
    expect(logOdds(share(true)) - logOdds(share(false))).toBeGreaterThan(3);
  });

  test("some can be reached in time, and the old billing system is what stops most", () => {
    const [keep, offer, welcome] = truth.goals;
    expect(keep?.atTriggerTime.share).toBeGreaterThan(0.65);
    expect(offer?.atTriggerTime.share).toBeGreaterThan(0.14);
    expect(offer?.atTriggerTime.share).toBeLessThan(0.26);
    expect(offer?.today.share).toBeGreaterThan((offer?.atTriggerTime.share ?? 1) + 0.01);
    expect((offer?.atTriggerTime.fresh ?? 0) / (offer?.atTriggerTime.present ?? 1)).toBeLessThan(0.6);
    expect(welcome?.atTriggerTime.share).toBeGreaterThan(0.45);
  });
});

test("the area under the curve counts the pairs in the right order", () => {
  const scores = [0.1, 0.4, 0.4, 0.8, 0.3, 0.9, 0.4];
  const happened = [false, false, true, true, false, true, false];
  let right = 0;
  let pairs = 0;
  for (const [one, yes] of happened.entries()) {
    for (const [other, no] of happened.entries()) {
      if (!yes || no) continue;
      pairs++;
      const difference = (scores[one] ?? 0) - (scores[other] ?? 0);
      right += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
    }
  }
  expect(areaUnderCurve(scores, happened)).toBeCloseTo(right / pairs, 12);
});

/** Pearson's chi-squared between groups of values and the outcome, as a standard normal deviate (Wilson-Hilferty). */
function association(values: readonly Cell[], happened: readonly boolean[]): number {
  const groups = new Map<string, { count: number; yes: number }>();
  const groupOf = grouping(values);
  values.forEach((value, row) => {
    const group = groups.get(groupOf(value)) ?? { count: 0, yes: 0 };
    groups.set(groupOf(value), { count: group.count + 1, yes: group.yes + (happened[row] ? 1 : 0) });
  });
  const rate = happened.filter(Boolean).length / happened.length;
  const large = [...groups.values()].filter(({ count }) => count >= 50);
  const chi2 = large.reduce((sum, { count, yes }) => sum + (yes - count * rate) ** 2 / (count * rate * (1 - rate)), 0);
  const degrees = large.length - 1;
  return (Math.cbrt(chi2 / degrees) - (1 - 2 / (9 * degrees))) / Math.sqrt(2 / (9 * degrees));
}

/** Texts of few values as they are; numbers and dates in ten parts. */
function grouping(values: readonly Cell[]): (value: Cell) => string {
  const isDate = values.some((value) => /^\d{4}-\d\d-\d\d/.test(String(value)));
  if (!isDate && !values.some((value) => typeof value === "number")) return String;
  const number = (value: Cell) => (typeof value === "number" ? value : Date.parse(String(value)));
  const sorted = values
    .filter((value) => value !== null)
    .map(number)
    .sort((one, other) => one - other);
  const cuts = Array.from({ length: 9 }, (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / 10)] ?? 0);
  return (value) => (value === null ? "empty" : String(cuts.filter((cut) => number(value) >= cut).length));
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
