import { expect, test } from "vitest";
import { selfChecks } from "../../server/evidence/self-checks.ts";
import { fitGoal } from "../../server/model/fit-goal.ts";
import { modelInput } from "../support/model-input.ts";
import { seededRandom } from "../support/seeded-random.ts";

const codes = Array.from({ length: 600 }, (_, i) => i % 4);
const random = seededRandom(4);
const outcome = codes.map((code) => (random() < 0.15 + 0.2 * code ? 1 : 0));
const model = fitGoal(
  modelInput({ one: { codes }, other: { codes: codes.map((code, i) => (i + code) % 3) } }, outcome),
);

test("a set that was not tested on customers apart says so", () => {
  expect(selfChecks(model).map(({ text }) => text)).toEqual([
    "cross-validated, not independently confirmed",
    "0 of 2 were called needed",
  ]);
});

test("one that was says what it keeps there", () => {
  const confirmed = { records: 2500, keptShare: { value: 0.9912, low: 0.9799 } };
  expect(selfChecks({ ...model, confirmed })[0]?.text).toBe(
    "keeps 99.1%, at least 98.0% (one-sided 95% bound), on 2,500 customers who played no part in choosing it",
  );
});

test("without support nothing is said", () => {
  expect(selfChecks({ ...model, supported: false })).toEqual([]);
  expect(selfChecks(null)).toEqual([]);
});
