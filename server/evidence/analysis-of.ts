import type { Engine } from "../jobs/engine.ts";
import type { Job } from "../jobs/jobs.ts";
import { resultKey } from "../jobs/result-key.ts";
import type { AnalysisInput } from "./analysis-input.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import type { GoalAnalysis } from "./goal-analysis.ts";

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
