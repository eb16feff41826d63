import type { Confirmation } from "../model/confirm-set.ts";
import type { Shadows } from "../model/shadows.ts";
import type { Evidence, Performance } from "../vocabulary.ts";
import type { History } from "./history/history.ts";
import type { LeakageTest } from "./leakage.ts";
import type { LevelRow } from "./levels/field-level.ts";
import type { Substitute } from "./measure-substitutes.ts";
import type { Segments } from "./segments/measure-segments.ts";
import type { SelfCheck } from "./self-checks.ts";
import type { GoalUplift } from "./uplift/goal-uplift.ts";

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
