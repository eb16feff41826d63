import type { Channel, Readiness, StageName } from "../vocabulary.ts";
import type { FieldDecay } from "./decay/measure-decay.ts";
import type { Explanation } from "./explanation.ts";

/**
 * How many can be acted on inside one goal's action window, and what stops the rest: an entry of `goals` in the
 * contract's `actionability.json`, and beside it the facts that the page explains it with.
 * Counts are in the goal's unit; `customers` beside them are distinct customers. Lags and ages are in minutes.
 */
export interface GoalActionability extends Explanation {
  readonly key: string;
  readonly name: string;
  readonly unit: "trigger" | "customer";
  readonly windowMinutes: number | null;
  readonly channels: readonly ChannelCount[];
  readonly stages: readonly StageCount[];
  /** on purpose: never a loss */
  readonly heldBack: number | null;
  readonly actionable: ActionableShare | null;
  readonly ofAudience: CustomerShare | null;
  readonly atTriggerTime: TriggerTimeShare | null;
  readonly bottleneck: StageName | null;
  readonly lag: Lag;
  readonly fields: readonly FieldReadiness[];
  readonly fixes: readonly Fix[];
  readonly warnings: readonly string[];

  // beyond the contract's document, for the page
  readonly asOf: string | null;
  /** customers the goal is for */
  readonly audience: number;
  /** how far back triggers were counted; null for a scheduled goal */
  readonly lookBackMinutes: number | null;
  /** how old the needed fields with a time of update are, youngest bucket first */
  readonly ages: readonly AgeBar[];
  readonly agesOf: FieldAges | null;
  /** how fast each needed field grows old, as `fields` */
  readonly decay: readonly FieldDecay[];
  /** events that were left out, by why */
  readonly leftOut: LeftOut;
  /** names of the queries behind the counts */
  readonly queries: readonly string[];
}

export interface ChannelCount {
  readonly channel: Channel;
  readonly agreed: number | null;
  readonly reachable: number | null;
}

export interface StageCount {
  readonly stage: StageName;
  readonly measured: boolean;
  readonly count: number | null;
  readonly lost: number | null;
  readonly share: number | null;
  readonly customers: number | null;
  /** why nothing measures it; null where it is measured */
  readonly why: string | null;
  /** what passing means here: "Data left and Plan on file" */
  readonly means: string;
  /** what stopped those lost here: "reading too old" */
  readonly lostBecause: string;
}

/** Today's snapshot over the first stage. */
export interface ActionableShare {
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** a stage was not measured, so this is a ceiling */
  readonly atMost: boolean;
  /** fewer than 30 triggers: say the counts, not the share */
  readonly countsOnly: boolean;
}

export interface CustomerShare {
  readonly customers: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface TriggerTimeShare {
  /** triggers whose window has closed */
  readonly triggers: number;
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** today's snapshot over the same triggers */
  readonly snapshotShare: number;
  /** what is known as it was then; the rest of the stages uses today's values */
  readonly asThen: readonly ("fields" | "consent" | "address")[];
}

export interface Lag {
  readonly measured: boolean;
  readonly events: number | null;
  readonly negative: number | null;
  /** null where too few events arrived to tell: 5, 59 and 299 are needed */
  readonly p50Minutes: number | null;
  readonly p95Minutes: number | null;
  readonly p99Minutes: number | null;
  /** their distribution-free bounds, each one-sided 95 %, in minutes */
  readonly p50Range?: Range | null;
  readonly p95Range?: Range | null;
  readonly p99Range?: Range | null;
  /** of the mature events; one that never arrived is not in the window */
  readonly inWindowShare: number | null;
  readonly inWindowLow: number | null;
  readonly inWindowHigh: number | null;
  /** how old an event must be before it counts: most of what was going to arrive has arrived by then */
  readonly matureMinutes: number | null;
  /** "they arrive once a night, between 02:00 and 03:00 UTC", or "those too late arrive …"; null where nothing comes in batches */
  readonly batch: string | null;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface FieldReadiness {
  readonly table: string;
  readonly name: string;
  readonly readiness: Readiness;
  /** share of the identified units with a value */
  readonly coverage: number;
  /** share of the filled ones known, and young enough, in time; null where no time is recorded */
  readonly inTimeShare: number | null;
}

export interface Fix {
  readonly fix: string;
  readonly stage: StageName;
  /** units that this fix alone would bring back, counted, not modelled */
  readonly gain: number;
  readonly shareAfter: number;
  /** where the later stages cannot be known before the fix: units it would bring at the rates of the others */
  readonly expected: number | null;
}

export interface AgeBar {
  /** "under 15 minutes" */
  readonly label: string;
  readonly count: number;
  /** too old for the goal */
  readonly late: boolean;
}

export interface FieldAges {
  readonly table: string;
  readonly name: string;
  readonly maxAgeMinutes: number;
  /** units without a time of update, or with one that lies ahead */
  readonly unknown: number;
  /** "those too old arrive once a night, between 02:00 and 03:00 UTC"; null where they do not come in batches */
  readonly batch?: string | null;
}

export interface LeftOut {
  /** times later than the as-of time by more than five minutes */
  readonly future: number;
  /** without a time, or with a stand-in such as 1900 or 9999 */
  readonly timeless: number;
  /** the same trigger once more: the first arrival counts */
  readonly repeated: number;
  /** too young to say when they arrive */
  readonly immature: number;
}
