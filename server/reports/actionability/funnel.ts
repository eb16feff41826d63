import type { GoalActionability, StageCount } from "../../actionability/goal-actionability.ts";
import { of100, thousands } from "../say-figures.ts";
import { losesMost, sayStage } from "./stage-words.ts";

export interface Funnel {
  readonly unit: string;
  readonly rows: readonly FunnelRow[];
  /** customers beside triggers, where they differ */
  readonly customers: boolean;
}

/** Widths are percent of the first stage, ready for a bar. */
export interface FunnelRow {
  readonly stage: string;
  readonly means: string;
  readonly measured: boolean;
  readonly why: string;
  readonly worst: boolean;
  /** what makes it the worst, in words */
  readonly worstBecause: string;
  readonly last: boolean;
  readonly width: number;
  readonly lostWidth: number;
  readonly heldWidth: number;
  readonly heldAt: number;
  readonly lost: string;
  readonly because: string;
  readonly held: string;
  readonly count: string;
  readonly of100: string;
  readonly customers: string;
}

/** One row a stage; what is held back on purpose is dashed at the last one and never a loss. */
export function funnel(goal: GoalActionability): Funnel {
  const first = goal.stages[0]?.count ?? 0;
  return {
    unit: goal.unit === "trigger" ? "Triggers" : "Customers",
    customers: goal.stages.some(({ count, customers }) => count !== customers),
    rows: goal.stages.map((stage) => row(goal, stage, first)),
  };
}

function row(goal: GoalActionability, stage: StageCount, first: number): FunnelRow {
  const last = stage.stage === "actionable";
  const heldBack = last ? (goal.heldBack ?? 0) : 0;
  const width = (count: number | null) => (first && count ? Math.round((count / first) * 1000) / 10 : 0);
  const sum = width(stage.count) + width(stage.lost);
  return {
    stage: sayStage[stage.stage],
    means: stage.means,
    measured: stage.measured,
    why: stage.why ?? "nothing measures it",
    worst: goal.bottleneck === stage.stage,
    worstBecause: losesMost(goal) ? "most are lost here" : "mend this first",
    last,
    width: width(stage.count),
    lostWidth: width(stage.lost),
    heldWidth: width(heldBack),
    heldAt: Math.round(sum * 10) / 10,
    lost: stage.lost ? `−${thousands(stage.lost)}` : "",
    because: stage.lost ? stage.lostBecause : "",
    held: heldBack ? `−${thousands(heldBack)}` : "",
    count: stage.count === null ? "" : thousands(stage.count),
    of100: stage.share === null || first === 0 ? "" : of100(stage.share),
    customers: stage.customers === null ? "" : thousands(stage.customers),
  };
}
