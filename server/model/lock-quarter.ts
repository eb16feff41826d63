import type { ModelInput } from "./model-input.ts";

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
  return rarer < leastToLock ? null : quarterOf(outcome, (y) => (y > 0 ? 1 : 0), folds);
}

/** The same of an outcome that is one of several values: of each of them the same part. */
export function lockQuarterOfValues(outcome: Float64Array, rarest: number, folds: number): Uint8Array | null {
  return rarest < leastToLock ? null : quarterOf(outcome, (code) => code, folds);
}

function quarterOf(outcome: Float64Array, answer: (y: number) => number, folds: number): Uint8Array {
  const ranks: number[] = [];
  return Uint8Array.from(outcome, (y) => {
    const rank = ranks[answer(y)] ?? 0;
    ranks[answer(y)] = rank + 1;
    return Math.floor(rank / folds) % part === part - 1 ? 1 : 0;
  });
}

/** The input with some of its records left out, in the same order. */
export function leaveOut<I extends Omit<ModelInput, "settings">>(input: I, out: Uint8Array): I {
  const rows = Uint32Array.from([...out.keys()].filter((i) => out[i] === 0));
  const { weight } = input;
  return {
    ...input,
    records: rows.length,
    outcome: take(input.outcome, rows, new Float64Array(rows.length)),
    fold: take(input.fold, rows, new Uint8Array(rows.length)),
    weight: weight ? take(weight, rows, new Float64Array(rows.length)) : null,
    fields: input.fields.map((field) => ({
      ...field,
      codes: take(field.codes, rows, new Uint8Array(rows.length)),
    })),
  };
}

function take<T extends Uint8Array | Float64Array>(from: T, rows: Uint32Array, into: T): T {
  for (let i = 0; i < rows.length; i++) into[i] = from[rows[i]!]!;
  return into;
}
