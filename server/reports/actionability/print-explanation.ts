import type { FixPlan, PlanStep } from "../../actionability/fixes/plan-fixes.ts";
import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import type { ActionabilityExplanation, PrintedPlan, PrintedStep } from "./actionability-report.ts";

/** Everything the page explains the funnel with, as the JSON document has it. */
export function printExplanation(goal: GoalActionability): ActionabilityExplanation {
  const { losses, jointGains, plan, lateness, volume, groups, consentClock, decay, lag, atTriggerTime } = goal;
  return {
    snapshotShare: atTriggerTime?.snapshotShare ?? null,
    losses,
    jointGains,
    plan: plan && printPlan(plan),
    lateness,
    volume,
    groups,
    consentClock,
    decay: decay.map(({ usual: _, ...measured }) => measured),
    lagRanges: { p50: lag.p50Range ?? null, p95: lag.p95Range ?? null, p99: lag.p99Range ?? null },
  };
}

function printPlan({ fixes, shareNow, wishedShare, wished, cheapest, together }: FixPlan): PrintedPlan {
  const step = ({ fixes: places, effort, gain, shareAfter }: PlanStep): PrintedStep => ({
    fixes: places.flatMap((place) => fixes[place]?.key ?? []),
    points: effort,
    gain,
    shareAfter,
  });
  return {
    fixes: fixes.map(({ key, fix, stage, points, by, gain, shareAfter }) => ({
      ...{ fix: key, says: fix, stage, points, by, gain, shareAfter },
    })),
    shareNow,
    wishedShare,
    wished,
    cheapest: cheapest && step(cheapest),
    together: step(together),
  };
}
