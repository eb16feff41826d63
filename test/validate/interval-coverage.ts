import { fitGoal } from "../../server/model/fit-goal.ts";
import { plantTruth } from "../support/planted-truth.ts";
import type { Check } from "./check.ts";

/** How often a field's 90 % interval holds the mean of its D_j over fresh draws; all fields here are in every kept set. */
export function intervalCoverage(runs: number, records = 5000): Check[] {
  const names = ["strong1", "strong2", "spend", "tenure", "member"];
  const draws = Array.from({ length: runs }, (_, run) => {
    const { input } = plantTruth(records, 1000 + run);
    const result = fitGoal({ ...input, fields: input.fields.filter(({ name }) => names.includes(name)) });
    return names.map((name) => {
      const { value, low, high } = result.fields.find((need) => need.name === name)!.share;
      const gain = result.gain.value;
      return { value: value * gain, low: low * gain, high: high * gain };
    });
  });
  const shares = names.map((_, index) => {
    const mean = draws.reduce((sum, fields) => sum + fields[index]!.value, 0) / runs;
    return draws.filter((fields) => fields[index]!.low <= mean && mean <= fields[index]!.high).length / runs;
  });
  const all = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return [
    {
      name: `90 % intervals of D_j, ${runs} draws of n = ${records}`,
      target: "85 to 95 % cover the mean",
      measured: `${(100 * all).toFixed(1)} % (${names.map((name, i) => `${name} ${(100 * shares[i]!).toFixed(0)}`).join(", ")})`,
      met: all >= 0.85 && all <= 0.95,
    },
  ];
}
