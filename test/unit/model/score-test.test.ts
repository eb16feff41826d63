import { expect, test } from "vitest";
import { crossFit } from "../../../server/model/fitting/cross-fit.ts";
import { makeDesign } from "../../../server/model/fitting/design.ts";
import { rowSpace } from "../../../server/model/fitting/row-passes.ts";
import { scoreTest } from "../../../server/model/score-test.ts";
import { meanDifference } from "../../../server/model/statistics/differences.ts";
import { plantTruth } from "../../support/planted-truth.ts";

const { input, truth } = plantTruth(10_000, 9);
const design = makeDesign(input);
const space = rowSpace(design.records);
const lambda = 3;
const places = design.fields.map((_, place) => place);
const keptPlaces = places.filter((place) => truth[design.fields[place]!.name] === "needed");
const kept = crossFit(design, keptPlaces, lambda, space);

test("the score test of a field outside says what a refit says, less what learning its levels costs the refit", () => {
  const scores = scoreTest(design, kept, space);
  for (const place of places.filter((one) => !keptPlaces.includes(one))) {
    const refit = meanDifference(
      design,
      kept.losses,
      crossFit(design, [...keptPlaces, place], lambda, space, kept).losses,
    );
    const score = scores.of(place);
    const learning = design.fields[place]!.bins / design.records;
    const apart = Math.abs(score.value - refit.value);
    expect(apart, design.fields[place]!.name).toBeLessThan(2 * (score.error + refit.error) + learning);
  }
});

test("it finds a field that drives the outcome when that one is left out", () => {
  const rest = keptPlaces.slice(1);
  const left = keptPlaces[0]!;
  const scores = scoreTest(design, crossFit(design, rest, lambda, space, kept), space);
  expect(scores.of(left).p).toBeLessThan(1e-9);
  const noise = places.filter((place) => truth[design.fields[place]!.name] === "noise");
  const p = noise.map((place) => scores.of(place).p).sort((a, b) => a - b);
  expect(p[0]).toBeGreaterThan(1e-4);
});
