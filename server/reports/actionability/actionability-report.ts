import type { FieldDecay } from "../../actionability/decay/measure-decay.ts";
import type { Explanation } from "../../actionability/explanation.ts";
import type { Range } from "../../actionability/goal-actionability.ts";
import type { Channel, Readiness, StageName } from "../../vocabulary.ts";
import type { DatasetPart } from "../dataset-part.ts";

/** `actionability.json` of the contract. */
export interface ActionabilityReport {
  readonly report: "actionability";
  readonly winnow: string;
  readonly run: string;
  readonly asOf: string | null;
  readonly seed: number;
  readonly dataset: DatasetPart;
  readonly goals: readonly ActionableGoal[];
}

/** Counts are in the goal's unit; `customers` beside them are distinct customers. Lags are in minutes. */
export interface ActionableGoal {
  readonly key: string;
  readonly name: string;
  readonly unit: "trigger" | "customer";
  readonly windowMinutes: number | null;
  readonly channels: readonly {
    readonly channel: Channel;
    readonly agreed: number | null;
    readonly reachable: number | null;
  }[];
  readonly stages: readonly ActionableStage[];
  /** on purpose: never a loss */
  readonly heldBack: number | null;
  readonly actionable: ActionableShare | null;
  readonly ofAudience: {
    readonly customers: number;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly atTriggerTime: {
    readonly triggers: number;
    readonly count: number;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly bottleneck: StageName | null;
  readonly lag: ActionableLag;
  readonly fields: readonly { readonly table: string; readonly name: string; readonly readiness: Readiness }[];
  readonly fixes: readonly {
    readonly fix: string;
    readonly stage: StageName;
    readonly gain: number;
    readonly shareAfter: number;
  }[];
  readonly warnings: readonly string[];
  /** beyond the contract: what explains the funnel */
  readonly explanation: ActionabilityExplanation;
}

/** A part that nothing measures is null, or an empty list. Lags are in minutes, half-lives in days. */
export interface ActionabilityExplanation extends Omit<Explanation, "mending" | "plan"> {
  /** today's values over the triggers of `atTriggerTime`: how far the snapshot is off */
  readonly snapshotShare: number | null;
  readonly plan: PrintedPlan | null;
  readonly decay: readonly Omit<FieldDecay, "usual">[];
  readonly lagRanges: { readonly p50: Range | null; readonly p95: Range | null; readonly p99: Range | null };
}

/** Fixes are named as the strategy's `efforts:` name them. */
export interface PrintedPlan {
  readonly fixes: readonly {
    readonly fix: string;
    readonly says: string;
    readonly stage: StageName;
    readonly points: number;
    readonly by: string | null;
    readonly gain: number;
    readonly shareAfter: number;
  }[];
  readonly shareNow: number;
  readonly wishedShare: number;
  /** whether a person wished it */
  readonly wished: boolean;
  readonly cheapest: PrintedStep | null;
  readonly together: PrintedStep;
}

export interface PrintedStep {
  readonly fixes: readonly string[];
  readonly points: number;
  readonly gain: number;
  readonly shareAfter: number;
}

export interface ActionableStage {
  readonly stage: StageName;
  readonly measured: boolean;
  readonly count: number | null;
  readonly lost: number | null;
  readonly share: number | null;
  readonly customers: number | null;
  readonly why: string | null;
}

export interface ActionableShare {
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** some stage was not measured, so this is a ceiling */
  readonly atMost: boolean;
}

export interface ActionableLag {
  readonly measured: boolean;
  readonly events: number | null;
  readonly negative: number | null;
  readonly p50Minutes: number | null;
  readonly p95Minutes: number | null;
  readonly p99Minutes: number | null;
  readonly inWindowShare: number | null;
}
