import { crossFit } from "../../server/model/cross-fit.ts";
import { makeDesign } from "../../server/model/design.ts";
import { meanDifference } from "../../server/model/differences.ts";
import { fitGoal } from "../../server/model/fit-goal.ts";
import { z90 } from "../../server/model/intervals.ts";
import { rowSpace } from "../../server/model/row-passes.ts";
import { scoreTest } from "../../server/model/score-test.ts";
import { plantTruth, without } from "../support/planted-truth.ts";
import { atLeast, type Check, seeds } from "./check.ts";

/** Does the score test say "under the floor" of the same fields outside the set as an honest refit? */
export function scoreAgainstRefit(runs: number, records = 4000): Check[] {
  let [same, all] = [0, 0];
  for (const seed of seeds(runs)) {
    const input = without(plantTruth(records, 200 + seed).input, "recode_strong2");
    const result = fitGoal(input);
    const design = makeDesign(input);
    const space = rowSpace(design.records);
    const place = (name: string) => design.fields.findIndex((field) => field.name === name);
    const fields = result.kept.map(place);
    const kept = crossFit(design, fields, result.lambda, space);
    const scores = scoreTest(design, kept, space);
    const floor = input.settings.delta * result.gain.value;
    for (const field of design.candidates.filter((one) => !fields.includes(one))) {
      const score = scores.of(field);
      const fit = crossFit(design, [...fields, field], result.lambda, space, kept);
      const refit = meanDifference(design, kept.losses, fit.losses);
      all++;
      if (score.value + z90 * score.error < floor === refit.value + z90 * refit.error < floor) same++;
    }
  }
  return [atLeast(`score test and refit agree on the floor, n = ${records}`, same, all, 0.9)];
}
