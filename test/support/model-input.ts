import type { BinnedField, ModelInput } from "../../server/model/model-input.ts";

export interface InputColumn {
  readonly codes: ArrayLike<number>;
  readonly ordered?: boolean;
}

export const usualSettings: ModelInput["settings"] = { keep: 0.98, delta: 0.01, q: 0.1, seed: 1, cost: {} };

/** Codes and outcomes as the model takes them; folds by rank within the class, as the encoder makes them. */
export function modelInput(
  columns: Readonly<Record<string, InputColumn>>,
  outcome: ArrayLike<number>,
  settings: Partial<ModelInput["settings"]> = {},
): ModelInput {
  const ranks = [0, 0];
  return {
    records: outcome.length,
    outcome: Float64Array.from(outcome),
    measure: "auc",
    fold: Uint8Array.from(outcome, (y) => (y > 0 ? ranks[1]!++ : ranks[0]!++) % 5),
    folds: 5,
    weight: null,
    fields: Object.entries(columns).map(
      ([name, { codes, ordered = false }]): BinnedField => ({
        name,
        codes: Uint8Array.from(codes),
        bins: Math.max(...Array.from(codes)) + 1,
        ordered,
      }),
    ),
    settings: { ...usualSettings, ...settings },
  };
}
