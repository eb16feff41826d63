import type { MaskCount, MiddleStage } from "../stage-masks.ts";
import { type FateCounts, sayFates } from "./fates.ts";
import type { Latencies } from "./latencies.ts";
import type { PreparedRehearsal } from "./prepare-rehearsal.ts";
import type { Decision, Replay } from "./replay.ts";

export type RehearsalState = "preparing" | "running" | "paused" | "done" | "stopped" | "failed";

/** What a rehearsal shows while it goes. Times are microseconds since 1970. */
export interface RehearsalView {
  readonly state: RehearsalState;
  /** how many times faster than it happened; null: as fast as it goes */
  readonly speed: number | null;
  /** the moment replayed; null before the first */
  readonly clock: number | null;
  readonly first: number;
  readonly last: number;
  /** of the whole period */
  readonly triggers: number;
  readonly measured: readonly MiddleStage[];
  /** events of the trigger's table that arrived; null where the trigger is no event */
  readonly seen: number | null;
  readonly triggered: number;
  readonly waiting: number;
  readonly decided: number;
  readonly fates: FateCounts;
  readonly actedAtOnce: number;
  readonly changed: number;
  /** newest first */
  readonly decisions: readonly Decision[];
  readonly slices: readonly { readonly acted: number; readonly not: number }[];
  readonly records: number;
  /** records a second, reading them included, at full speed; null where it never ran so */
  readonly recordsPerSecond: number | null;
  readonly latency: LatencyView | null;
}

/** From having read a trigger to having decided it, in milliseconds. */
export interface LatencyView {
  readonly decisions: number;
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

/** The end of a rehearsal beside the report's count of the same triggers. */
export interface RehearsalSummary {
  readonly replayed: FateCounts;
  readonly reported: FateCounts;
  readonly masks: { readonly replayed: readonly MaskCount[]; readonly reported: readonly MaskCount[] };
  /** the same to the event: triggers by what each passed */
  readonly equal: boolean;
}

interface Parts {
  readonly state: RehearsalState;
  readonly speed: number | null;
  readonly clock: number | null;
  readonly prepared: PreparedRehearsal | null;
  readonly replay: Replay | null;
  readonly latencies: Latencies;
  readonly fast: { readonly milliseconds: number; readonly records: number };
}

export function viewOf({ state, speed, clock, prepared, replay, latencies, fast }: Parts): RehearsalView {
  return {
    state,
    speed,
    clock,
    first: prepared?.extent.first ?? 0,
    last: prepared?.extent.last ?? 0,
    triggers: prepared?.triggers ?? 0,
    measured: prepared?.measured ?? [],
    seen: prepared?.events === null ? null : (replay?.seen ?? 0),
    triggered: replay?.triggered ?? 0,
    waiting: replay?.waiting ?? 0,
    decided: replay?.decided ?? 0,
    fates: replay?.fates ?? sayFates([]),
    actedAtOnce: replay?.actedAtOnce ?? 0,
    changed: replay?.changed ?? 0,
    decisions: replay?.last ?? [],
    slices: replay?.slices ?? [],
    records: replay?.records ?? 0,
    recordsPerSecond: fast.milliseconds > 0 ? Math.round((fast.records / fast.milliseconds) * 1000) : null,
    latency: latencyOf(latencies),
  };
}

function latencyOf(latencies: Latencies): LatencyView | null {
  const [median, p99, longest] = [latencies.quantile(0.5), latencies.quantile(0.99), latencies.longest];
  if (median === null || p99 === null || longest === null) return null;
  return { decisions: latencies.decisions, median, p99, longest };
}
