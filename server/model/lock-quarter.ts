import type { ModelInput } from "./model-result.ts";

/** With fewer of the rarer answer, a quarter of them would settle nothing. */
const leastToLock = 2000;
const part = 4;

/**
 * The quarter of the records that the search for a kept set must not see, so that the set can be tested on it: of each
 * answer and each fold the same part, by the records' order only. Null where there are too few.
 */
export function lockQuarter({
  outcome,
  folds,
  measure,
}: Pick<ModelInput, "outcome" | "folds" | "measure">): Uint8Array | null {
  let positives = 0;
  for (const y of outcome) if (y > 0) positives++;
  const rarer = measure === "auc" ? Math.min(positives, outcome.length - positives) : outcome.length / 2;
  if (rarer < leastToLock) return null;
  const ranks = [0, 0];
  return Uint8Array.from(outcome, (y) => {
    const rank = ranks[y > 0 ? 1 : 0]!++;
    return Math.floor(rank / folds) % part === part - 1 ? 1 : 0;
  });
}

/** The input with some of its records left out, in the same order. */
export function leaveOut(input: ModelInput, out: Uint8Array): ModelInput {
  const rows = [...out.keys()].filter((i) => out[i] === 0);
  const { weight } = input;
  return {
    ...input,
    records: rows.length,
    outcome: Float64Array.from(rows, (i) => input.outcome[i]!),
    fold: Uint8Array.from(rows, (i) => input.fold[i]!),
    weight: weight ? Float64Array.from(rows, (i) => weight[i]!) : null,
    fields: input.fields.map((field) => ({ ...field, codes: Uint8Array.from(rows, (i) => field.codes[i]!) })),
  };
}
