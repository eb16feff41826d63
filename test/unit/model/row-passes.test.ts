import { describe, expect, test } from "vitest";
import { makeDesign } from "../../../server/model/fitting/design.ts";
import { exponential } from "../../../server/model/fitting/exponential.ts";
import { layOut } from "../../../server/model/fitting/layout.ts";
import { packBlocks } from "../../../server/model/fitting/packed-blocks.ts";
import { addHessian, pass, predict, rowSpace } from "../../../server/model/fitting/row-passes.ts";
import { eachTwoWayTable } from "../../../server/model/fitting/two-way-tables.ts";
import { eachMuPlus, muPlus } from "../../../server/model/redundancy.ts";
import { inTopShare } from "../../../server/model/statistics/ranking.ts";
import { modelInput } from "../../support/model-input.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const records = 3000;
const random = seededRandom(77);
const bins = [2, 3, 17, 5, 33, 2, 8, 2, 12];
const codes = bins.map((count) => Array.from({ length: records }, () => Math.floor(random() * count)));
const outcome = codes[0]!.map(() => (random() < 0.3 ? 1 : 0));
const columns = Object.fromEntries(codes.map((each, place) => [`field${place}`, { codes: each }]));
const design = makeDesign(modelInput(columns, outcome));
const layout = layOut(design, design.candidates);
const beta = Float64Array.from({ length: layout.size }, () => random() - 0.5);
const place = (block: number, i: number) => layout.offsets[block]! + design.fields[layout.blocks[block]!]!.codes[i]!;

describe("a pass over packed fields", () => {
  const space = rowSpace(records);
  const gradient = new Float64Array(layout.size);
  const logLikelihood = pass(design, packBlocks(design, layout), beta, 0, records, space, gradient);

  test("predicts what the fields say one by one", () => {
    const eta = new Float64Array(records);
    predict(design, layout, beta, 0, records, eta);
    for (let i = 0; i < records; i++) expect(space.eta[i]).toBeCloseTo(eta[i]!, 12);
  });

  test("has the gradient, the Hessian and the log-likelihood of a slow count", () => {
    const [slow, hessian] = [new Float64Array(layout.size), new Float64Array(layout.size ** 2)];
    let likelihood = 0;
    for (let i = 0; i < records; i++) {
      const places = [0, ...layout.blocks.map((_, block) => place(block, i))];
      const p = 1 / (1 + Math.exp(-places.reduce((sum, one) => sum + beta[one]!, 0)));
      const y = design.outcome[i]!;
      likelihood += Math.log(y ? p : 1 - p);
      for (const one of places) {
        slow[one]! += y - p;
        for (const other of places) if (other <= one) hessian[one * layout.size + other]! += p * (1 - p);
      }
    }
    expect(logLikelihood).toBeCloseTo(likelihood, 8);
    for (const [one, value] of slow.entries()) expect(gradient[one]).toBeCloseTo(value, 9);
    const fast = new Float64Array(layout.size ** 2);
    addHessian(design, layout, 0, 1100, space, fast);
    addHessian(design, layout, 1100, records, space, fast);
    for (const [cell, value] of hessian.entries()) expect(fast[cell]).toBeCloseTo(value, 9);
  });
});

describe("two-way tables", () => {
  test("of every pair are what a slow count says, for each weight and any range", () => {
    const weights = [0, 1].map(() => Float64Array.from({ length: records }, () => Math.floor(random() * 9)));
    const seen: string[] = [];
    const fields = design.fields;
    eachTwoWayTable(fields, { weights, from: 200, to: 2900 }, (first, second, tables) => {
      seen.push(`${first} ${second}`);
      const width = fields[second]!.bins;
      for (const [at, weight] of weights.entries()) {
        const slow = new Float64Array(fields[first]!.bins * width);
        for (let i = 200; i < 2900; i++) {
          slow[fields[first]!.codes[i]! * width + fields[second]!.codes[i]!]! += weight[i]!;
        }
        expect(tables[at]).toEqual(slow);
      }
    });
    expect(new Set(seen).size).toBe((fields.length * (fields.length - 1)) / 2);
    expect(seen.every((pair) => Number(pair.split(" ")[0]) > Number(pair.split(" ")[1]))).toBe(true);
  });

  test("tell mu+ of all pairs as of each by itself", () => {
    const told: string[] = [];
    eachMuPlus(design, [1, 4, 6], (from, to, share) => {
      expect(share).toBeCloseTo(muPlus(design, from, to), 12);
      told.push(`${from} ${to}`);
    });
    expect(told.sort()).toEqual(["1 4", "1 6", "4 1", "4 6", "6 1", "6 4"]);
  });
});

test("the exponential is right to 1e-14 wherever log-odds are", () => {
  for (let x = -44; x <= 44; x += 0.00731) expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-14);
});

test("the top fifth is that of the sorted records, with ties shared out", () => {
  for (let round = 0; round < 200; round++) {
    const size = 1 + Math.floor(random() * 40);
    const eta = Float64Array.from({ length: size }, () => Math.floor(random() * (1 + (round % 12))));
    const edge = eta.toSorted()[size - Math.ceil(0.2 * size)]!;
    const above = eta.filter((value) => value > edge).length;
    const part = (0.2 * size - above) / eta.filter((value) => value === edge).length;
    const inTop = inTopShare({ ...design, weight: null }, eta);
    expect([...inTop]).toEqual([...eta].map((value) => (value > edge ? 1 : value === edge ? part : 0)));
  }
});
