import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import { datasetPart } from "../dataset-part.ts";
import { roundFigures } from "../round-figures.ts";
import type { ActionabilityInput } from "./actionability-input.ts";
import type { ActionabilityReport, ActionableGoal } from "./actionability-report.ts";
import { printExplanation } from "./print-explanation.ts";

/** The contract's document, and beside it what explains each funnel; figures of six significant digits. */
export function composeActionabilityReport(input: ActionabilityInput): ActionabilityReport {
  const { winnow, run, asOf, seed } = input;
  return roundFigures({
    report: "actionability",
    winnow,
    run,
    asOf,
    seed,
    dataset: datasetPart(input.dataset),
    goals: input.goals.map((goal) => ({ ...printGoal(goal), explanation: printExplanation(goal) })),
  });
}

function printGoal(goal: GoalActionability): Omit<ActionableGoal, "explanation"> {
  const { actionable, ofAudience, atTriggerTime, lag } = goal;
  return {
    key: goal.key,
    name: goal.name,
    unit: goal.unit,
    windowMinutes: goal.windowMinutes,
    channels: goal.channels.map(({ channel, agreed, reachable }) => ({ channel, agreed, reachable })),
    stages: goal.stages.map(({ stage, measured, count, lost, share, customers, why }) => ({
      stage,
      measured,
      count,
      lost,
      share,
      customers,
      why,
    })),
    heldBack: goal.heldBack,
    actionable: actionable && {
      count: actionable.count,
      share: actionable.share,
      low: actionable.low,
      high: actionable.high,
      atMost: actionable.atMost,
    },
    ofAudience: ofAudience && {
      customers: ofAudience.customers,
      share: ofAudience.share,
      low: ofAudience.low,
      high: ofAudience.high,
    },
    atTriggerTime: atTriggerTime && {
      triggers: atTriggerTime.triggers,
      count: atTriggerTime.count,
      share: atTriggerTime.share,
      low: atTriggerTime.low,
      high: atTriggerTime.high,
    },
    bottleneck: goal.bottleneck,
    lag: {
      measured: lag.measured,
      events: lag.events,
      negative: lag.negative,
      p50Minutes: lag.p50Minutes,
      p95Minutes: lag.p95Minutes,
      p99Minutes: lag.p99Minutes,
      inWindowShare: lag.inWindowShare,
    },
    fields: goal.fields.map(({ table, name, readiness }) => ({ table, name, readiness })),
    fixes: goal.fixes.map(({ fix, stage, gain, shareAfter }) => ({ fix, stage, gain, shareAfter })),
    warnings: goal.warnings,
  };
}
