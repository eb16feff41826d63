import type { Strategy, Thresholds } from "../vocabulary.ts";

export const usualThresholds: Thresholds = { delta: 0.01, q: 0.1, k: 11 };

/** Nothing decided and nothing corrected yet. */
export function emptyStrategy(name: string | null = null): Strategy {
  return {
    name,
    tables: [],
    fields: [],
    goals: [],
    decisions: [],
    answers: [],
    permitted: [],
    efforts: [],
    thresholds: usualThresholds,
  };
}
