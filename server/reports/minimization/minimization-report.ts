import type { History } from "../../evidence/history/history.ts";
import type { Segments } from "../../evidence/segments/measure-segments.ts";
import type { GoalUplift } from "../../evidence/uplift/goal-uplift.ts";
import type { ResolvedOutcome } from "../../goals/resolved-goal.ts";
import type { Action, Evidence, Origin, Performance, Reason, Risk, Sensitivity, Verdict } from "../../vocabulary.ts";
import type { DatasetPart } from "../dataset-part.ts";
import type { GoalResult, Joint } from "./minimization-input.ts";

/** `minimization.json` of the contract. Parts that are not built yet are absent. */
export interface MinimizationReport {
  readonly report: "minimization";
  readonly winnow: string;
  readonly run: string;
  readonly asOf: string | null;
  readonly seed: number;
  readonly dataset: DatasetPart;
  readonly goals: readonly MinimizedGoal[];
  /** beyond the contract: the joint minimum of two or more goals that the fields support */
  readonly joint?: Joint;
  readonly fields: readonly MinimizedField[];
  readonly risk: {
    readonly identifyingFields: readonly { readonly table: string; readonly name: string }[];
    readonly before: Risk;
    readonly after: Risk | null;
    /** beyond the contract: customers whom the plan still leaves in groups under `under` */
    readonly exposed?: { readonly under: number; readonly customers: number };
  };
}

/** The outcome as the contract prints it. `is` is null where fewer than 5 customers hold the value. */
export type PrintedOutcome =
  | Exclude<ResolvedOutcome["as"], { readonly is: string }>
  | { readonly field: string; readonly is: string | null };

export interface MinimizedGoal {
  readonly key: string;
  readonly name: string;
  readonly outcome: PrintedOutcome | null;
  readonly supported: boolean | null;
  readonly performance: Performance | null;
  readonly withAsked: Performance | null;
  readonly asked: readonly {
    readonly table: string;
    readonly field: string;
    readonly test: string;
    readonly answer: "before" | "afterwards" | null;
  }[];
  readonly kept: readonly { readonly table: string; readonly name: string; readonly level: string | null }[];
  readonly warnings: readonly string[];
  /** beyond the contract: where `kept` is the lean set, the smallest set that is shown to keep enough */
  readonly provenSet?: NonNullable<GoalResult["provenSet"]>;
  /** fields from outside `kept` in place of one of it, with what the set keeps then; absent where none was found */
  readonly substitutes?: NonNullable<GoalResult["substitutes"]>;
  /** the kept set tested again; absent where it was only cross-validated */
  readonly confirmed?: readonly PrintedConfirmation[];
  /** how much history it needs; absent where nothing was shown */
  readonly history?: PrintedHistory;
  /** what groups of customers lose with the kept set, in shares of what the fields tell; absent where nothing was shown */
  readonly segments?: Segments;
  /** what the goal's offer changes; absent where nobody says who got it */
  readonly uplift?: GoalUplift;
}

/** Tested on customers who played no part in choosing the set, or on what came later than what it was learned from. */
export interface PrintedConfirmation {
  readonly by: "customers" | "time";
  readonly records: number;
  readonly keptShare: { readonly value: number; readonly low: number };
  /** is it shown to keep its share? null where it is neither shown to nor not to; absent of customers, where the bound says it */
  readonly holds?: boolean | null;
}

export interface PrintedHistory extends History {
  readonly sentences: readonly string[];
  /** how long the goal says that its fields are kept; absent where it says nothing */
  readonly kept?: { readonly for: string; readonly tooLong: boolean | null };
}

export interface MinimizedField {
  readonly table: string;
  readonly name: string;
  readonly meaning: string;
  readonly meaningReason: string;
  readonly sensitivity: Sensitivity;
  readonly origin: Origin;
  readonly verdict: Verdict;
  readonly action: Action;
  readonly keepAs: { readonly level: string; readonly sql: string } | null;
  readonly goals: readonly FieldForGoal[];
}

export interface FieldForGoal {
  readonly goal: string;
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly evidence: readonly Evidence[];
  readonly decision: PrintedDecision | null;
}

export interface PrintedDecision {
  readonly verdict: Verdict;
  readonly keepAs: string | null;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly reviewBy: string | null;
}
