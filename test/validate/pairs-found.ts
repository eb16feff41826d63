import { fitGoal } from "../../server/model/fit-goal.ts";
import { plantXor } from "../support/planted-pairs.ts";
import { plantTruth, without } from "../support/planted-truth.ts";
import { verdictOf } from "../support/verdict-of.ts";
import { atLeast, atMost, type Check, seeds } from "./check.ts";

/** Two fields that tell something only together must be found, and an additive truth must show no pair. */
export function pairsFound(runs: number, records = 20_000): Check[] {
  let found = 0;
  let overlooked = 0;
  for (const seed of seeds(runs)) {
    const result = fitGoal(plantXor(records, seed, 0.6));
    if (result.pairs.some((pair) => pair.includes("left") && pair.includes("right"))) found++;
    overlooked += ["left", "right"].filter((name) => verdictOf(result, name).verdict === "unused").length;
  }
  const clean = seeds(Math.ceil(runs / 2));
  const false_ = clean.filter(
    (seed) => fitGoal(without(plantTruth(4000, seed).input, "recode_strong2")).pairs.length > 0,
  );
  return [
    atLeast(`XOR pair flagged, n = ${records}`, found, runs, 0.95),
    atMost("fields of an XOR pair -> unused", overlooked, 2 * runs, 0),
    atMost("additive truth: any pair found", false_.length, clean.length, 0.05),
  ];
}
