import type { History } from "../../evidence/history/history.ts";
import type { Segments } from "../../evidence/segments/measure-segments.ts";
import type { GoalUplift } from "../../evidence/uplift/goal-uplift.ts";
import type { ResolvedOutcome } from "../../goals/resolved-goal.ts";
import type {
  Action,
  Dataset,
  FieldProfile,
  FieldRef,
  FieldVerdict,
  Performance,
  Risk,
  Thresholds,
  Verdict,
} from "../../vocabulary.ts";

/** What was found for one goal over all fields. */
export interface GoalResult {
  readonly goal: { readonly key: string; readonly name: string; readonly draft: boolean };
  readonly outcome: ResolvedOutcome | null;
  /** customers with the outcome; null where it is a number or one of several */
  readonly positives: number | null;
  readonly supported: boolean | null;
  readonly performance: Performance | null;
  /** the same with the fields that were asked about; null where no question is open */
  readonly withAsked: Performance | null;
  /** fields that may be known only after the outcome */
  readonly asked: readonly {
    readonly table: string;
    readonly field: string;
    readonly test: string | null;
    readonly answer: "before" | "afterwards" | null;
  }[];
  /** the set S: roles and outcome are not among them */
  readonly kept: readonly { readonly table: string; readonly name: string; readonly level: string | null }[];
  /** false: the kept set is the leanest of the near-equal ones, not shown to keep enough */
  readonly proven: boolean;
  /** then: the smallest set that is shown to keep enough */
  readonly provenSet?: readonly { readonly table: string; readonly name: string }[] | null;
  /** fields that could stand in for one of the kept set, and what the set keeps then */
  readonly substitutes?: readonly {
    readonly kept: { readonly table: string; readonly name: string };
    readonly other: { readonly table: string; readonly name: string };
    readonly keptShare: { readonly value: number; readonly low: number };
    readonly same: boolean;
    readonly reveals: "less" | "as-much" | "more";
  }[];
  readonly warnings: readonly string[];
  /** how the method was checked on this goal */
  readonly checks?: readonly { readonly term: string; readonly text: string }[];
  /** null where nothing was shown */
  readonly history?: GoalHistory | null;
  /** the kept set on customers who played no part in choosing it; null where there are too few */
  readonly confirmed?: {
    readonly records: number;
    readonly keptShare: { readonly value: number; readonly low: number };
  } | null;
  /** what groups of customers lose with the kept set; null where nothing was shown */
  readonly segments?: { readonly measured: Segments; readonly sentences: readonly string[] } | null;
  /** what the offer changes; null where nobody says who got it */
  readonly uplift?: {
    readonly measured: GoalUplift;
    /** the curves as SVG; absent where nobody drew them */
    readonly drawn?: string;
  } | null;
}

/** SVG for wide windows and paper, and for narrow windows. */
export interface DrawnCurve {
  readonly wide: string;
  readonly narrow: string;
}

/** How much history a goal needs. */
export interface GoalHistory {
  readonly measured: History;
  readonly sentences: readonly string[];
  /** how long the goal says that its fields are kept, and whether that is longer than shown to be enough; absent where it
   * says nothing */
  readonly kept?: { readonly for: string; readonly tooLong: boolean | null };
  /** the curves as SVG; absent where nobody drew them */
  readonly drawn?: { readonly rows: DrawnCurve | null; readonly depth: DrawnCurve | null };
}

/** One field over all goals. */
export interface CombinedVerdict {
  readonly table: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly action: Action;
  readonly keepAs: { readonly level: string; readonly sql: string } | null;
}

export interface RiskResult {
  /** the fields whose combinations are counted; direct identifiers are not among them */
  readonly identifyingFields: readonly FieldRef[];
  readonly before: Risk;
  /** null when no goal is supported */
  readonly after: Risk | null;
  /** customers whom the plan still leaves in groups under `under` */
  readonly exposed?: { readonly under: number; readonly customers: number } | null;
}

interface Place {
  readonly table: string;
  readonly name: string;
}

/** What the goals need when each chooses for itself, and when each is chosen with the others in view. */
export interface Joint {
  readonly separate: readonly Place[];
  readonly together: readonly Place[];
  readonly goals: readonly {
    readonly goal: string;
    readonly kept: readonly Place[];
    readonly keptShare: { readonly value: number; readonly low: number };
    readonly proven: boolean;
    /** fields that the goal leaves for those that it takes in their place */
    readonly leaves: readonly Place[];
    readonly takes: readonly Place[];
  }[];
}

/** Everything a minimization report is composed from. Nothing else is read, and no clock. */
export interface MinimizationInput {
  readonly winnow: string;
  /** time of the run, ISO */
  readonly run: string;
  readonly asOf: string | null;
  readonly seed: number;
  readonly dataset: Dataset;
  readonly profiles: readonly FieldProfile[];
  readonly goals: readonly GoalResult[];
  /** one for each field and goal */
  readonly verdicts: readonly FieldVerdict[];
  readonly combined: readonly CombinedVerdict[];
  readonly risk: RiskResult;
  /** the fewest fields that serve all goals together; null or absent with fewer than two goals that the fields support */
  readonly joint?: Joint | null;
  readonly thresholds: Thresholds;
  /** names of the queries behind figures that no evidence names, such as the group counts */
  readonly queries?: readonly string[];
}
