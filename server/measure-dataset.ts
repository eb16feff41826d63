import { planFixes } from "./actionability/fixes/plan-fixes.ts";
import type { GoalActionability } from "./actionability/goal-actionability.ts";
import { measureActionability } from "./actionability/measure-actionability.ts";
import { keptHow, keptTooLong, sayHistory } from "./evidence/history/say-history.ts";
import { saySegments } from "./evidence/segments/say-segments.ts";
import { afterwardsFields } from "./goals/afterwards-fields.ts";
import { resultKey } from "./jobs/result-key.ts";
import { settle } from "./jobs/settle.ts";
import { jointMinimumOf } from "./plans/joint-minimum.ts";
import { type SortedGoal, type Sorting, type SortOptions, sortDataset } from "./plans/sort-dataset.ts";
import type { ActionabilityInput } from "./reports/actionability/actionability-input.ts";
import type { MinimizationInput } from "./reports/minimization/minimization-input.ts";
import type { Dataset, FieldRef, Goal, Strategy } from "./vocabulary.ts";
import { type Workbench, winnowVersion } from "./workbench.ts";

/** What both reports are composed from. */
export interface Measured {
  readonly sorting: Sorting;
  readonly minimization: MinimizationInput;
  readonly actionability: ActionabilityInput;
}

/** Sorts the fields for the goals given and counts who can be acted on: everything both reports say. */
export async function measureDataset(
  workbench: Workbench,
  dataset: Dataset,
  strategy: Strategy,
  goals: readonly Goal[],
  options: SortOptions,
): Promise<Measured> {
  const sorting = await sortDataset(workbench, dataset, strategy, goals, options);
  const ready = await jointMinimumOf(workbench, dataset, strategy, sorting, options);
  const joint = ready && (await settle(workbench.jobs, ready, options));
  const actionability: GoalActionability[] = [];
  for (const goal of sorting.goals) {
    actionability.push(await measureGoal(workbench, dataset, strategy, sorting, goal, options));
  }
  const { asOf, profiles } = sorting;
  const about = {
    winnow: winnowVersion(),
    run: workbench.now().toISOString(),
    asOf,
    seed: options.seed,
    dataset,
    profiles,
  };
  return {
    sorting,
    minimization: { ...about, ...sortedParts(sorting), joint, thresholds: strategy.thresholds },
    actionability: { ...about, goals: actionability },
  };
}

/** One goal's actionability, kept by everything it depends on; what its fixes cost, and what they are to reach, is weighed anew. */
export async function measureGoal(
  workbench: Workbench,
  dataset: Dataset,
  strategy: Strategy,
  { asOf, profiles }: Pick<Sorting, "asOf" | "profiles">,
  { resolved, verdicts }: Pick<SortedGoal, "resolved" | "verdicts">,
  options: Pick<SortOptions, "signal" | "progress">,
): Promise<GoalActionability> {
  const { wishedShare, ...goal } = resolved.goal;
  const needed = neededFields(verdicts, resolved.outcome?.fields ?? []);
  const afterwards = await afterwardsFields(workbench.database, dataset, strategy, { asOf });
  const parts = [dataset.fingerprint, dataset.tables, goal, needed, strategy.fields, afterwards, asOf];
  const ready = await workbench.jobs.result(
    `Counting who can be reached for “${goal.name}”`,
    resultKey("actionability-of-one-pace", workbench.version, ...parts),
    ({ signal }) =>
      measureActionability(workbench.database, dataset, profiles, resolved, {
        asOf,
        needed,
        fieldSettings: strategy.fields,
        afterwards,
        signal,
      }),
  );
  const counted = await settle(workbench.jobs, ready, options);
  const wishes = { efforts: strategy.efforts, goal: resolved.goal };
  return { ...counted, plan: counted.mending && planFixes(counted.mending, wishes) };
}

/** Acting needs these; the outcome only says afterwards whether it worked. */
export function neededFields(verdicts: SortedGoal["verdicts"], outcome: readonly FieldRef[]): FieldRef[] {
  return verdicts
    .filter(({ verdict }) => verdict === "needed" || verdict === "coarser")
    .map(({ table, name }) => ({ table, field: name }))
    .filter((ref) => !outcome.some(({ table, field }) => table === ref.table && field === ref.field));
}

function sortedParts({ goals, plan, risk }: Sorting) {
  return {
    goals: goals.map(({ resolved, analysis }) => ({
      goal: { key: resolved.goal.key, name: resolved.goal.name, draft: resolved.draft },
      outcome: resolved.outcome,
      positives: analysis.positives,
      supported: analysis.supported,
      performance: analysis.performance,
      withAsked: analysis.withAsked,
      asked: analysis.asked,
      kept: analysis.kept,
      proven: analysis.proven,
      provenSet: analysis.provenSet,
      substitutes: analysis.substitutes,
      warnings: analysis.warnings,
      checks: analysis.checks,
      uplift: analysis.uplift ? { measured: analysis.uplift } : null,
      confirmed: analysis.confirmed,
      segments: analysis.segments && { measured: analysis.segments, sentences: saySegments(analysis.segments) },
      history: analysis.history && {
        measured: analysis.history,
        sentences: sayHistory(analysis.history, keptHow(resolved)),
        ...(resolved.goal.keepFor === undefined
          ? {}
          : { kept: { for: resolved.goal.keepFor, tooLong: keptTooLong(analysis.history, keptHow(resolved)) } }),
      },
    })),
    verdicts: goals.flatMap(({ verdicts }) => verdicts),
    combined: plan,
    risk,
    queries: ["profiles/group-sizes"],
  };
}
