import type { Dataset, FieldProfile } from "../vocabulary.ts";
import type { ActionableGoal } from "./actionability-report.ts";

/** Everything an actionability report is composed from. Nothing else is read, and no clock. */
export interface ActionabilityInput {
  readonly winnow: string;
  /** time of the run, ISO */
  readonly run: string;
  readonly asOf: string | null;
  readonly seed: number;
  readonly dataset: Dataset;
  readonly profiles: readonly FieldProfile[];
  readonly goals: readonly MeasuredGoal[];
  /** names of the queries behind the counts */
  readonly queries?: readonly string[];
}

/** One goal as it was measured; what the document does not print is there for the reader's words. */
export interface MeasuredGoal extends ActionableGoal {
  /** how old the needed fields are, youngest first; empty where nothing measures it */
  readonly ages?: readonly AgeBar[];
}

export interface AgeBar {
  /** "under 15 minutes" */
  readonly label: string;
  readonly count: number;
  /** too old for the goal's window */
  readonly late: boolean;
}
