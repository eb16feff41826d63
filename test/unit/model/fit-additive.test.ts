import { describe, expect, test } from "vitest";
import { crossFit } from "../../../server/model/fitting/cross-fit.ts";
import { makeDesign } from "../../../server/model/fitting/design.ts";
import { fitAlone } from "../../../server/model/fitting/fit-alone.ts";
import { rowSpace } from "../../../server/model/fitting/row-passes.ts";
import type { ModelInput } from "../../../server/model/model-input.ts";
import { mean } from "../../../server/model/statistics/differences.ts";
import { areaUnderCurve } from "../../../server/model/statistics/ranking.ts";
import { modelInput } from "../../support/model-input.ts";
import { bruteForceAuc, plainLogistic, plainLogOdds } from "../../support/plain-logistic.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const lambda = 3;

/** A few hundred records, one field nearly a copy of another, one bin hardly used. */
function smallInput(): ModelInput {
  const random = seededRandom(11);
  const one: number[] = [];
  const nearCopy: number[] = [];
  const rare: number[] = [];
  const outcome: number[] = [];
  for (let i = 0; i < 600; i++) {
    one.push(Math.floor(random() * 4));
    nearCopy.push(random() < 0.9 ? one[i]! : Math.floor(random() * 4));
    rare.push(random() < 0.01 ? 2 : random() < 0.5 ? 1 : 0);
    const logOdds = -1.5 + [0, 0.5, 2.5, -1]![one[i]!]! + (rare[i] === 1 ? 0.7 : 0);
    outcome.push(random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0);
  }
  return modelInput({ one: { codes: one }, nearCopy: { codes: nearCopy }, rare: { codes: rare } }, outcome);
}

/** The out-of-fold log-odds by the slow way, in the order of the design's records. */
function plainOutOfFold(input: ModelInput): Float64Array {
  const all = [...input.outcome.keys()];
  const perFold = Array.from({ length: input.folds }, (_, fold) => {
    const beta = plainLogistic(
      input,
      lambda,
      all.filter((i) => input.fold[i] !== fold),
    );
    return all.filter((i) => input.fold[i] === fold).map((i) => plainLogOdds(input, beta, i));
  });
  return Float64Array.from(perFold.flat());
}

describe("the additive model", () => {
  const input = smallInput();
  const weighted: ModelInput = { ...input, weight: input.outcome.map((y) => (y > 0 ? 0.4 : 1.3)) };

  test.each([
    ["unweighted", input],
    ["weighted", weighted],
  ])("finds the coefficients that a slow Newton search finds: %s", (_, given) => {
    const design = makeDesign(given);
    const fit = crossFit(design, [0, 1, 2], lambda, rowSpace(design.records), undefined, 1e-15);
    const plain = plainLogistic(given, lambda, [...given.outcome.keys()]);
    for (const [index, value] of plain.entries()) expect(fit.beta[index]).toBeCloseTo(value, 6);
    for (const [index, value] of plainOutOfFold(given).entries()) expect(fit.eta[index]).toBeCloseTo(value, 6);
  });

  test("stops early enough to be fast and late enough not to be seen in six digits", () => {
    const design = makeDesign(input);
    const exact = crossFit(design, [0, 1, 2], lambda, rowSpace(design.records), undefined, 1e-15);
    const usual = crossFit(design, [0, 1, 2], lambda, rowSpace(design.records));
    expect(mean(design, usual.losses)).toBeCloseTo(mean(design, exact.losses), 6);
    expect(areaUnderCurve(design, usual.eta).value).toBeCloseTo(areaUnderCurve(design, exact.eta).value, 6);
  });

  test("does not depend on where it begins", () => {
    const design = makeDesign(input);
    const space = rowSpace(design.records);
    const cold = crossFit(design, [0, 2], lambda, space, undefined, 1e-15);
    const far = crossFit(design, [1, 2, 0], 0.3, space);
    const warm = crossFit(design, [0, 2], lambda, space, far, 1e-15);
    for (const [i, eta] of cold.eta.entries()) expect(warm.eta[i]).toBeCloseTo(eta, 6);
  });

  test("fits a field alone on its cells as on its records", () => {
    const design = makeDesign(weighted);
    const byCells = fitAlone(design, 1, lambda);
    const byRecords = crossFit(design, [1], lambda, rowSpace(design.records), undefined, 1e-15);
    for (const [i, eta] of byRecords.eta.entries()) expect(byCells.eta[i]).toBeCloseTo(eta, 3);
  });

  test("holds out where the classes are parted and steps would run away", () => {
    const codes = Array.from({ length: 400 }, (_, i) => (i % 40 === 0 ? 1 : 0));
    const parted = modelInput({ tells: { codes }, other: { codes: codes.map((_, i) => i % 3) } }, codes);
    const design = makeDesign(parted);
    const fit = crossFit(design, [0, 1], 0.3, rowSpace(design.records));
    expect(fit.losses.every(Number.isFinite)).toBe(true);
    expect(areaUnderCurve(design, fit.eta).value).toBe(1);
  });

  test("counts the area under the curve as comparing every pair does, ties by half", () => {
    const design = makeDesign(input);
    const fit = crossFit(design, [0], lambda, rowSpace(design.records));
    expect(areaUnderCurve(design, fit.eta).value).toBeCloseTo(bruteForceAuc(design.outcome, fit.eta), 12);
  });
});
