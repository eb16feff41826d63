import { describe, expect, test } from "vitest";
import { eliminate } from "../../../server/model/eliminate.ts";
import { type CrossFit, crossFit, curvatureAt, sumOf } from "../../../server/model/fitting/cross-fit.ts";
import { type Design, makeDesign } from "../../../server/model/fitting/design.ts";
import type { Layout } from "../../../server/model/fitting/layout.ts";
import { rowSpace } from "../../../server/model/fitting/row-passes.ts";
import { LevelSplit } from "../../../server/model/levels/level-split.ts";
import { plantLevels } from "../../support/planted-levels.ts";
import { plantTruth, without } from "../../support/planted-truth.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const lambda = 3;

/** Log-likelihood less the ridge, at coefficients of a layout. */
function objective(design: Design, layout: Layout, beta: Float64Array): number {
  const { logLikelihood } = curvatureAt(design, layout, beta, rowSpace(design.records));
  let squares = 0;
  for (let i = 1; i < layout.size; i++) squares += beta[i]! ** 2;
  return logLikelihood - (lambda / 2) * squares;
}

/** Half the quadratic form of the penalised Hessian: what leaving the optimum costs, to second order. */
function quadratic(hessian: Float64Array, size: number, from: Float64Array, to: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const h = hessian[Math.max(i, j) * size + Math.min(i, j)]! + (i === j && i > 0 ? lambda : 0);
      sum += (to[i]! - from[i]!) * h * (to[j]! - from[j]!);
    }
  }
  return sum / 2;
}

describe.each([1, 2, 3])("one Hessian's price of every subset on the path, records drawn with seed %i", (seed) => {
  const design = makeDesign(without(plantTruth(5000, seed).input, "recode_strong2"));
  const space = rowSpace(design.records);
  const full = crossFit(design, design.candidates, lambda, space);
  const { layout, beta } = full;
  const hessian = sumOf(curvatureAt(design, layout, beta, space).hessians);
  const path = eliminate(design, layout, beta, hessian.slice(), lambda);
  const best = objective(design, layout, beta);
  const none = crossFit(design, [], lambda, space);
  const gain = best - objective(design, none.layout, none.beta);
  const steps = path.map(({ left, beta: there }) => {
    const refit = crossFit(design, left, lambda, space, full);
    return {
      priced: quadratic(hessian, layout.size, beta, there) / gain,
      refitted: (best - objective(design, refit.layout, refit.beta)) / gain,
    };
  });

  test("is within a tenth of what refits lose, up to a tenth of the gain", () => {
    const near = steps.filter(({ refitted }) => refitted <= 0.1);
    expect(near.length).toBeGreaterThan(3);
    const off = near.map(({ priced, refitted }) => Math.abs(priced - refitted) / refitted);
    expect(Math.max(...off)).toBeLessThan(0.1);
  });

  test("is too rosy far beyond, so that no figure of the path is shown without a refit", () => {
    const far = steps.filter(({ refitted }) => refitted > 0.5 && refitted < 1);
    for (const { priced, refitted } of far) expect(priced).toBeLessThan(refitted);
  });
});

describe.each([1, 2, 3])("one Newton step's price of every level, records drawn with seed %i", (seed) => {
  const { input, fields } = plantLevels(6000, seed);
  const town = input.fields.find(({ name }) => name === "town")!;
  const random = seededRandom(seed);
  // takes up much of what the town no longer says
  const district = town.codes.map((code) => (random() < 0.8 ? (code - 1) >> 1 : Math.floor(random() * 12)) + 1);
  const kept = { fields: ["birth", "town", "income", "district"], lambda };
  const split = new LevelSplit(
    {
      input: { ...input, fields: [...input.fields, { ...town, name: "district", codes: district }] },
      ...{ reference: kept, kept, proven: true, gain: 1, pairs: [], fields },
    },
    input.fold,
  );
  const { design } = split;
  const none = crossFit(design, [], lambda, rowSpace(design.records));
  const whole = scoreOf(design, split.refit([-1, -1]));
  const gain = (whole - scoreOf(design, none)) / design.records;
  const levels = split.priced.flatMap((own, at) =>
    own.map(({ key, loss }, place) => {
      const refit = split.refit([-1, -1].with(at, place));
      return { key, priced: loss / gain, refitted: (whole - scoreOf(design, refit)) / design.records / gain };
    }),
  );

  test("is within a tenth of what refits lose, where another field says the same too", () => {
    const near = levels.filter(({ refitted }) => Math.abs(refitted) <= 0.1);
    expect(near.map(({ key }) => key)).toEqual(expect.arrayContaining(["10-years", "region", "country"]));
    for (const { key, priced, refitted } of near) {
      const off = Math.abs(priced - refitted);
      expect([key, off < Math.max(0.1 * Math.abs(refitted), 0.001)]).toEqual([key, true]);
    }
  });
});

/** Log-likelihood less the effective degrees of freedom of every block. */
function scoreOf(design: Design, { layout, beta }: CrossFit): number {
  const { logLikelihood, hessians } = curvatureAt(design, layout, beta, rowSpace(design.records));
  const hessian = sumOf(hessians);
  let freedom = 0;
  for (let i = 1; i < layout.size; i++) {
    const h = hessian[i * layout.size + i]!;
    freedom += h / (h + lambda);
  }
  return logLikelihood - freedom;
}
