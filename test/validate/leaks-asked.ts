import { findLeakage } from "../../server/evidence/leakage.ts";
import { fitGoal } from "../../server/model/fit-goal.ts";
import type { ModelInput } from "../../server/model/model-input.ts";
import { plantTruth, without } from "../support/planted-truth.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { atLeast, atMost, type Check, seeds } from "./check.ts";

/** A field filled in after the outcome must be asked about, and clean fields hardly ever. */
export function leaksAsked(runs: number, records = 5000): Check[] {
  let [asked, falseAsks, clean] = [0, 0, 0];
  for (const seed of seeds(runs)) {
    const input = without(plantTruth(records, seed).input, "recode_strong2");
    if (signsOf(withLeak(input, seed)).has("leak")) asked++;
    falseAsks += signsOf(input).size;
    clean += input.fields.length;
  }
  return [
    atLeast("planted leak asked about", asked, runs, 1),
    atMost("clean fields asked about", falseAsks, clean, 0.05),
  ];
}

function withLeak(input: ModelInput, seed: number): ModelInput {
  const random = seededRandom(seed * 17 + 1);
  const codes = Uint8Array.from(input.outcome, (y) => (random() < 0.96 ? y : 1 - y));
  return { ...input, fields: [...input.fields, { name: "leak", codes, bins: 2, ordered: false }] };
}

function signsOf(input: ModelInput): Set<string> {
  const result = fitGoal(input);
  return new Set(
    input.fields.flatMap((field) => {
      const need = result.fields.find(({ name }) => name === field.name);
      return need && result.supported && findLeakage(field, input, need) ? [field.name] : [];
    }),
  );
}
