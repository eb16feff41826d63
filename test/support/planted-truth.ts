import { binNumbers, codeOfNumber } from "../../server/model/bins/bin-numbers.ts";
import type { ModelInput } from "../../server/model/model-input.ts";
import { type InputColumn, modelInput } from "./model-input.ts";
import { normal, seededRandom } from "./seeded-random.ts";

export type Planted = "needed" | "weak" | "duplicate" | "redundant" | "noise";

export interface PlantedTruth {
  readonly input: ModelInput;
  readonly truth: Readonly<Record<string, Planted>>;
  /** log-odds of each record as they were made */
  readonly logOdds: Float64Array;
}

/**
 * 25 fields: 7 that drive the outcome (one of them not monotone), 2 weak ones, an exact recode of one, 4 that only say
 * what others say (a noisy copy, the postcode of a region, a coarse proxy, a mixture), and 11 of noise with up to 64
 * levels. About 19 % have the outcome. The same seed gives the same records, and more of them the same first ones.
 */
export function plantTruth(records: number, seed: number): PlantedTruth {
  const random = seededRandom(seed * 7919 + 17);
  const pick = (levels: number) => Math.floor(random() * levels);
  const rows = Array.from({ length: records }, () => {
    const strong1 = pick(4);
    const strong2 = pick(5);
    const region = pick(6);
    const spend = normal(random);
    const tenure = normal(random);
    const age = normal(random);
    const member = random() < 0.35 ? 1 : 0;
    const weak1 = pick(3);
    const weak2 = random() < 0.5 ? 1 : 0;
    const codes: Record<string, number> = {
      strong1,
      strong2,
      region,
      member,
      weak1,
      weak2,
      recode_strong2: (strong2 * 2 + 3) % 5,
      noisy_strong1: random() < 0.85 ? strong1 : pick(4),
      zip: region * 5 + pick(5),
      mixed: random() < 0.5 ? strong1 >> 1 : member,
    };
    const noise = [2, 2, 3, 4, 5, 8, 12, 16, 24, 40, 64];
    for (const levels of noise) codes[`noise${levels}${`noise${levels}` in codes ? "b" : ""}`] = pick(levels);
    const logOdds =
      -2.2 +
      [-0.75, -0.25, 0.25, 0.75][strong1]! +
      [-0.7, 0.5, -0.3, 0.7, -0.2][strong2]! +
      [0.6, -0.5, 0.2, -0.6, 0.5, -0.2][region]! +
      0.55 * spend -
      0.6 * tenure +
      0.42 * (age * age - 1) +
      (member ? 0.75 : 0) +
      [-0.17, 0, 0.17][weak1]! +
      (weak2 ? 0.14 : -0.14);
    const numbers = { spend, tenure, age, coarse_spend: spend > 0.4 ? 2 : spend > -0.5 ? 1 : 0 };
    return { codes, numbers, logOdds, outcome: random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0 };
  });
  const columns: Record<string, InputColumn> = {};
  for (const name of Object.keys(rows[0]!.codes)) columns[name] = { codes: rows.map((row) => row.codes[name]!) };
  for (const name of ["spend", "tenure", "age", "coarse_spend"] as const) {
    const values = Float64Array.from(rows, (row) => row.numbers[name]);
    const { uppers } = binNumbers(name, values);
    columns[name] = { codes: Array.from(values, (value) => codeOfNumber(uppers, value)), ordered: true };
  }
  return {
    input: modelInput(
      columns,
      rows.map(({ outcome }) => outcome),
    ),
    truth: Object.fromEntries(Object.keys(columns).map((name) => [name, truthOf(name)])),
    logOdds: Float64Array.from(rows, (row) => row.logOdds),
  };
}

function truthOf(name: string): Planted {
  if (name.startsWith("noise")) return "noise";
  if (name.startsWith("weak")) return "weak";
  if (name === "recode_strong2") return "duplicate";
  return ["noisy_strong1", "zip", "coarse_spend", "mixed"].includes(name) ? "redundant" : "needed";
}

/** The input without some of its fields: what is left once exact copies are gone. */
export function without(input: ModelInput, ...names: readonly string[]): ModelInput {
  return { ...input, fields: input.fields.filter(({ name }) => !names.includes(name)) };
}
