import { fitGoal } from "../../server/model/fit-goal.ts";
import { crossFit } from "../../server/model/fitting/cross-fit.ts";
import { makeDesign } from "../../server/model/fitting/design.ts";
import { rowSpace } from "../../server/model/fitting/row-passes.ts";
import type { ModelInput } from "../../server/model/model-input.ts";
import type { ModelResult } from "../../server/model/model-result.ts";
import { scoreTest } from "../../server/model/score-test.ts";
import { type Difference, meanDifference } from "../../server/model/statistics/differences.ts";
import { z90 } from "../../server/model/statistics/intervals.ts";
import { fitTable, realTables } from "../support/fit-real-table.ts";
import { plantTruth, without } from "../support/planted-truth.ts";
import { atLeast, type Check, ofAll, seeds } from "./check.ts";

/** Where the upper end of a score test lies between these floors, a refit decides. */
const band = [0.5, 3] as const;

/** What is said of one field outside the kept set: is its upper end under the floor? */
interface Told {
  readonly byScore: boolean;
  readonly inBand: boolean;
  readonly byRefit: boolean;
  readonly inTheEnd: boolean;
}

/**
 * Does the score test say "under the floor" of the same fields outside the set as an honest refit: by itself, with a
 * refit inside the band, and in what the model says in the end?
 */
export async function scoreAgainstRefit(runs: number): Promise<Check[]> {
  const planted = (records: number) =>
    seeds(runs).map((seed) => without(plantTruth(records, 200 + seed).input, "recode_strong2"));
  const few = planted(4000).flatMap((input) => tell(input, fitGoal(input)));
  const many = planted(10_000).flatMap((input) => tell(input, fitGoal(input)));
  for (const { input, result } of await publishedTables()) many.push(...tell(input, result));
  const same = (fields: readonly Told[]) => fields.filter(({ byScore, byRefit }) => byScore === byRefit).length;
  const inBand = (fields: readonly Told[]) =>
    fields.filter((field) => field.inBand || field.byScore === field.byRefit).length;
  const careful = few.filter(({ byScore, byRefit }) => !byScore && byRefit).length;
  const inTheEnd = many.filter(({ inTheEnd, byRefit }) => inTheEnd === byRefit).length;
  const at = `n = 10000${realTables ? ", telco, bank" : ""}`;
  return [
    atLeast(`score test and refit agree on the floor, ${at}`, same(many), many.length, 0.9),
    atLeast(`the same, with a refit inside the band, ${at}`, inBand(many), many.length, 1),
    atLeast(`the same, as it is said in the end, ${at}`, inTheEnd, many.length, 1),
    {
      name: "score test and refit agree on the floor, n = 4000",
      target: "none: noise of many levels is open by score, under the floor by refit",
      measured: `${ofAll(same(few), few.length)}, open by score and under by refit ${careful}, with the band ${ofAll(inBand(few), few.length)}`,
      met: true,
    },
  ];
}

/** The tables of the published figure that are at hand. */
async function publishedTables(): Promise<{ input: ModelInput; result: ModelResult }[]> {
  if (!realTables) return [];
  const telco = ["telco-churn/Telco-Customer-Churn.csv", `"Churn" = 'Yes'`, "customerID"] as const;
  const bank = ["bank-additional/bank-additional-full.csv.gz", `"y" = 'yes'`, null] as const;
  return [await fitTable(...telco, ["Churn", "PhoneService"]), await fitTable(...bank, ["y", "duration"])];
}

function tell(input: ModelInput, result: ModelResult): Told[] {
  const design = makeDesign(input);
  const space = rowSpace(design.records);
  const kept = crossFit(
    design,
    result.kept.map((name) => design.fields.findIndex((field) => field.name === name)),
    result.lambda,
    space,
  );
  const { fields } = kept.layout;
  const scores = scoreTest(design, kept, space);
  const { delta } = input.settings;
  const floor = delta * result.gain.value;
  const upper = ({ value, error }: Difference) => (value + z90 * error) / floor;
  return design.candidates
    .filter((one) => !fields.includes(one))
    .map((field) => {
      const score = upper(scores.of(field));
      const refit = crossFit(design, [...fields, field], result.lambda, space, kept);
      const need = result.fields.find(({ name }) => name === design.fields[field]?.name);
      return {
        byScore: score < 1,
        inBand: score >= band[0] && score <= band[1],
        byRefit: upper(meanDifference(design, kept.losses, refit.losses)) < 1,
        inTheEnd: need !== undefined && need.share.high < delta,
      };
    });
}
