import { expect, test } from "vitest";
import { fitGoal } from "../../../server/model/fit-goal.ts";
import { modelInput } from "../../support/model-input.ts";
import { plantTruth, without } from "../../support/planted-truth.ts";
import { seededRandom } from "../../support/seeded-random.ts";

test("of fields whose values are dealt out anew none is called needed", () => {
  const { input } = plantTruth(5000, 3);
  const result = fitGoal(without(input, "recode_strong2"));
  expect(result.shadows).toEqual({ tested: 20, needed: 0 });
});

test("over many goals hardly any is", () => {
  let [tested, needed] = [0, 0];
  for (let seed = 1; seed <= 12; seed++) {
    const random = seededRandom(seed);
    const strong = Array.from({ length: 800 }, () => Math.floor(random() * 4));
    const noise = Array.from({ length: 12 }, () => strong.map(() => Math.floor(random() * 9)));
    const outcome = strong.map((code) => (random() < [0.1, 0.3, 0.6, 0.9][code]! ? 1 : 0));
    const columns = { strong, ...Object.fromEntries(noise.map((codes, i) => [`noise${i}`, codes])) };
    const result = fitGoal(
      modelInput(Object.fromEntries(Object.entries(columns).map(([name, codes]) => [name, { codes }])), outcome),
    );
    tested += result.shadows?.tested ?? 0;
    needed += result.shadows?.needed ?? 0;
  }
  expect(tested).toBeGreaterThan(100);
  expect(needed / tested).toBeLessThan(0.02);
});

test("without support there is nothing to check", () => {
  const random = seededRandom(2);
  const codes = Array.from({ length: 600 }, () => Math.floor(random() * 4));
  const result = fitGoal(
    modelInput(
      { codes: { codes } },
      codes.map(() => (random() < 0.4 ? 1 : 0)),
    ),
  );
  expect(result.shadows).toBeNull();
});
