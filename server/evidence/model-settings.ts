import type { ModelInput } from "../model/model-input.ts";
import type { Sensitivity } from "../vocabulary.ts";
import type { AnalysisInput } from "./analysis-input.ts";
import type { FieldFacts } from "./field-facts.ts";
import type { RollUps } from "./roll-ups/roll-ups.ts";

/** What keeping a field costs, beside what it is worth: between equals the less revealing one stays. */
const cost: Readonly<Record<Sensitivity, number>> = { none: 1, personal: 1.1, identifying: 1.5, special: 2 };
/** Of fields as sensitive as each other, the one that singles out more customers costs more. */
const costOfRisk = 0.09;

export function modelSettings(
  { resolved, strategy, seed }: AnalysisInput,
  candidates: readonly FieldFacts[],
  { sensitivity: ofRollUps }: RollUps,
): ModelInput["settings"] {
  const { delta, q } = strategy.thresholds;
  const costs = Object.fromEntries([
    ...candidates.map(({ profile, sensitivity }) => [
      profile.name,
      cost[sensitivity] + (costOfRisk * profile.singledOutAlone) / Math.max(1, profile.records),
    ]),
    ...[...ofRollUps].map(([name, sensitivity]) => [name, cost[sensitivity]]),
  ]);
  return { keep: resolved.goal.keep ?? 0.98, delta, q, seed, cost: costs };
}
