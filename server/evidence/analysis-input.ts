import type { ResolvedGoal } from "../goals/resolved-goal.ts";
import type { Dataset, FieldProfile, Strategy } from "../vocabulary.ts";

export interface AnalysisInput {
  readonly dataset: Dataset;
  readonly profiles: readonly FieldProfile[];
  readonly resolved: ResolvedGoal;
  readonly strategy: Strategy;
  readonly asOf: string | null;
  readonly seed: number;
}
