import type { ModelInput } from "../../server/model/model-input.ts";
import { modelInput } from "./model-input.ts";
import { seededRandom } from "./seeded-random.ts";

/** The numbers in another order, the same for the same seed. */
export function shuffled(length: number, seed: number): number[] {
  const random = seededRandom(seed);
  const order = Array.from({ length }, (_, i) => i);
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** The same records with the outcomes dealt out anew: now no field tells anything. */
export function permuted(input: ModelInput, seed: number): ModelInput {
  const columns = Object.fromEntries(input.fields.map(({ name, codes, ordered }) => [name, { codes, ordered }]));
  return modelInput(
    columns,
    shuffled(input.records, seed).map((i) => input.outcome[i]!),
  );
}
