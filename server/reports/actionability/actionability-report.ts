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
