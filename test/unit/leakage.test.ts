import { expect, test } from "vitest";
import { aboveMedian, aucAlone, filledOdds, findLeakage } from "../../server/evidence/leakage.ts";
import { rules } from "../../server/evidence/rules.ts";
import type { BinnedField } from "../../server/model/model-input.ts";
import type { Answer } from "../../server/vocabulary.ts";
import { aNeed, someFacts } from "../support/builders.ts";

const field = (codes: readonly number[], name = "field"): BinnedField => ({
  name,
  codes: Uint8Array.from(codes),
  bins: Math.max(...codes) + 1,
  ordered: true,
});
const outcome = Float64Array.from({ length: 200 }, (_, record) => (record < 60 ? 1 : 0));
const records = Array.from(outcome.keys());
const quiet = aNeed({ alone: { value: 0.3, low: 0.2, high: 0.4 }, share: { value: 0.1, low: 0.05, high: 0.15 } });
const mixed = records.map((record) => 1 + (record % 3));

/** The share of pairs, one with and one without the outcome, that the field puts in the right order. Ties count half. */
function slowAuc(codes: readonly number[]): number {
  const rate = (code: number) => {
    const own = records.filter((record) => codes[record] === code);
    return own.filter((record) => outcome[record] === 1).length / own.length;
  };
  let [wins, pairs] = [0, 0];
  for (const one of records.filter((record) => outcome[record] === 1)) {
    for (const other of records.filter((record) => outcome[record] === 0)) {
      const difference = rate(codes[one] ?? 0) - rate(codes[other] ?? 0);
      wins += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
      pairs++;
    }
  }
  return wins / pairs;
}

test("the area under the curve of one field is the share of pairs it puts in the right order", () => {
  const codes = records.map((record) => 1 + ((record * 7 + (record < 60 ? 2 : 0)) % 5));
  expect(aucAlone(field(codes), outcome, null)).toBeCloseTo(slowAuc(codes), 10);
});

test("a field that almost gives the outcome away is asked about", () => {
  const leak = records.map((record) => (record < 58 ? 2 : 1));
  expect(findLeakage(field(leak), { outcome, weight: null }, quiet)).toBe("says-it-alone");
});

test("a field that says most of what all fields say is asked about only where that is much", () => {
  const need = { ...quiet, alone: { value: 0.9, low: 0.85, high: 0.95 } };
  const agrees = (share: number) => records.map((record) => 1 + (record % 10 < share * 10 === record < 60 ? 1 : 0));
  expect(findLeakage(field(agrees(0.9)), { outcome, weight: null }, need)).toBe("says-it-alone");
  expect(findLeakage(field(agrees(0.7)), { outcome, weight: null }, need)).toBeNull();
});

test("a field without which most of the gain is gone is asked about, where the gain is much", () => {
  const need = { ...quiet, share: { value: 0.55, low: 0.5, high: 0.6 } };
  const agrees = (share: number) => records.map((record) => 1 + (record % 10 < share * 10 === record < 60 ? 1 : 0));
  expect(findLeakage(field(agrees(0.8)), { outcome, weight: null }, need)).toBe("carries-most");
  expect(findLeakage(field(agrees(0.7)), { outcome, weight: null }, need)).toBeNull();
});

test("a field that is filled in for one answer only is asked about", () => {
  const codes = records.map((record) => (record < 60 ? (record % 5 ? 1 + (record % 2) : 0) : record % 20 ? 0 : 1));
  expect(filledOdds(field(codes), outcome, null)).toBeGreaterThan(3);
  expect(findLeakage(field(codes), { outcome, weight: null }, quiet)).not.toBeNull();
});

test("a field that is always filled in is not asked about, however rare the outcome", () => {
  const rare = outcome.map((_, record) => (record < 2 ? 1 : 0));
  expect(filledOdds(field(mixed), rare, null)).toBeCloseTo(0, 10);
});

test.each(["churn_reason", "cancelDate", "closed_at", "refund.amount"])(
  "a name like %s asks where the field tells something",
  (name) => {
    expect(findLeakage(field(mixed, name), { outcome, weight: null }, quiet)).toBe("named-like-outcome");
    expect(
      findLeakage(field(mixed, name), { outcome, weight: null }, aNeed({ ...quiet, aloneDiscovered: false })),
    ).toBeNull();
  },
);

test.each(["poutcome", "discloser", "scorecard", "plan"])("a name like %s does not", (name) => {
  expect(findLeakage(field(mixed, name), { outcome, weight: null }, quiet)).toBeNull();
});

const answer = (known: Answer["known"]): Answer => ({
  goal: "g",
  field: "f",
  known,
  by: "the CRM lead",
  at: "2026-11-20",
});
const decides = (known: Answer["known"] | null) => {
  const facts = someFacts({ asked: { test: "carries-most", answer: known && answer(known) }, need: aNeed() });
  const [first] = rules.flatMap((rule) => rule.weigh(facts) ?? []);
  return first && `${first.favours} ${first.rule}`;
};

test("an open question leaves the field undecided; afterwards makes it unused; before lets the rules go on", () => {
  expect(decides(null)).toBe("undecided known-afterwards");
  expect(decides("afterwards")).toBe("unused known-afterwards");
  expect(decides("before")).toBe("needed lift");
});

test("of a number the answer is whether it is above the median", () => {
  expect([...aboveMedian(Float64Array.from([5, 1, 9, 1, 7]))]).toEqual([0, 0, 1, 0, 1]);
  expect([...aboveMedian(Float64Array.from([0, 0, 0, 3]))]).toEqual([0, 0, 0, 1]);
});
