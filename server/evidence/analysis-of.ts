import type { ResolvedGoal } from "../goals/resolved-goal.ts";
import type { Engine } from "../jobs/engine.ts";
import type { Job } from "../jobs/jobs.ts";
import { resultKey } from "../jobs/result-key.ts";
import type { Confirmation } from "../model/confirm-set.ts";
import type { Shadows } from "../model/shadows.ts";
import type { Dataset, Evidence, FieldProfile, Performance, Strategy } from "../vocabulary.ts";
import type { LevelRow } from "./field-level.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import type { GoalUplift } from "./goal-uplift.ts";
import type { History } from "./history.ts";
import type { LeakageTest } from "./leakage.ts";
import type { Segments } from "./measure-segments.ts";
import type { Substitute } from "./measure-substitutes.ts";
import type { SelfCheck } from "./self-checks.ts";

/** What the evidence says of one goal. Plain JSON, so that it can be kept. */
export interface GoalAnalysis {
  readonly goal: string;
  readonly records: number;
  /** records with the outcome; null without an outcome of yes and no */
  readonly positives: number | null;
  readonly supported: boolean | null;
  readonly performance: Performance | null;
  /** the same with the fields that were asked about; null where none was */
  readonly withAsked: Performance | null;
  readonly asked: readonly {
    readonly table: string;
    readonly field: string;
    readonly test: LeakageTest | null;
    readonly answer: "before" | "afterwards" | null;
  }[];
  /** G, in nats per record; null where the fields do not support the goal */
  readonly gain: { readonly value: number; readonly error: number } | null;
  /** false: the kept set is the leanest of the near-equal ones, not shown to keep enough */
  readonly proven: boolean;
  readonly kept: readonly { readonly table: string; readonly name: string; readonly level: string | null }[];
  /** where `kept` is the lean set: the smallest set that is shown to keep enough; null where `kept` is */
  readonly provenSet: readonly { readonly table: string; readonly name: string }[] | null;
  /** for fields that may be coarser: what each level finds and whom it singles out */
  readonly levels: readonly {
    readonly table: string;
    readonly name: string;
    readonly rows: readonly LevelRow[];
  }[];
  /** in file order; the deciding evidence first */
  readonly fields: readonly { readonly table: string; readonly name: string; readonly evidence: readonly Evidence[] }[];
  /** fields that could stand in for one of the kept set */
  readonly substitutes: readonly Substitute[];
  readonly warnings: readonly string[];
  /** made-up fields, and how many of them were called needed; null where nothing was shown */
  readonly shadows: Shadows | null;
  /** the kept set on customers who played no part in choosing it; null where there are too few */
  readonly confirmed: Confirmation | null;
  readonly checks: readonly SelfCheck[];
  /** how much history the kept set needs; null where nothing was shown */
  readonly history: History | null;
  /** what groups of customers lose with the kept set; null where nothing was shown */
  readonly segments: Segments | null;
  /** what the offer changes; null where the goal does not say who got it */
  readonly uplift?: GoalUplift | null;
}

export interface AnalysisInput {
  readonly dataset: Dataset;
  readonly profiles: readonly FieldProfile[];
  readonly resolved: ResolvedGoal;
  readonly strategy: Strategy;
  readonly asOf: string | null;
  readonly seed: number;
}

/** The goal's evidence: the kept one, else the job that gathers it. Decisions play no part in it. */
export function analysisOf(engine: Engine, input: AnalysisInput): Promise<GoalAnalysis | Job<GoalAnalysis>> {
  const { dataset, resolved, strategy, asOf, seed } = input;
  const { goal } = resolved;
  const read = [
    goal.key,
    goal.audience,
    goal.outcome,
    goal.treatment,
    goal.channels,
    goal.trigger,
    goal.holdBack,
    goal.roles,
    goal.keep,
  ];
  const { fields, permitted, thresholds } = strategy;
  const answers = strategy.answers.filter((answer) => answer.goal === goal.key);
  const key = resultKey(
    "analysis-asking-of-much",
    engine.version,
    dataset.fingerprint,
    dataset.tables,
    read,
    goal.window,
    [goal.until, goal.reaction, goal.lookBack, goal.quiet],
    fields,
    permitted,
    answers,
    thresholds,
    asOf,
    seed,
  );
  return engine.jobs.result(`Sorting the fields for “${goal.name}”`, key, (context) =>
    gatherEvidence(engine, input, context),
  );
}
