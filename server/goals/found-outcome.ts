import type { ResolvedOutcome } from "./resolved-goal.ts";

export interface FoundOutcome {
  readonly outcome: ResolvedOutcome;
  readonly warnings: readonly string[];
}
