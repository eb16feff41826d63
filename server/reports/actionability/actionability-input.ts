import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import type { Dataset, FieldProfile } from "../../vocabulary.ts";

/** Everything an actionability report is composed from. Nothing else is read, and no clock. */
export interface ActionabilityInput {
  readonly winnow: string;
  /** time of the run, ISO */
  readonly run: string;
  readonly asOf: string | null;
  readonly seed: number;
  readonly dataset: Dataset;
  readonly profiles: readonly FieldProfile[];
  readonly goals: readonly GoalActionability[];
}
