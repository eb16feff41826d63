import { fitGoal } from "../../server/model/fit-goal.ts";
import { permuted } from "../support/permuted.ts";
import { plantTruth, without } from "../support/planted-truth.ts";
import { verdictOf } from "../support/verdict-of.ts";
import { atLeast, type Check, seeds } from "./check.ts";

/** Outcomes dealt out anew: every field must stay undecided, and nothing be kept. */
export function nothingToFind(runs: number, records = 3000): Check[] {
  const right = seeds(runs).filter((seed) => {
    const result = fitGoal(permuted(without(plantTruth(records, seed).input, "recode_strong2"), seed));
    const names = [...result.fields.map(({ name }) => name), ...result.preScreened];
    return result.kept.length === 0 && names.every((name) => verdictOf(result, name).verdict === "undecided");
  });
  return [atLeast(`permuted outcome, n = ${records}: all undecided, none kept`, right.length, runs, 0.95)];
}
