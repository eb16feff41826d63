import { analysisOf } from "../evidence/analysis-of.ts";
import type { FieldSoFar } from "../evidence/evidence-so-far.ts";
import type { GoalAnalysis } from "../evidence/goal-analysis.ts";
import { resolveGoal } from "../goals/resolve-goal.ts";
import type { ResolvedGoal } from "../goals/resolved-goal.ts";
import type { Engine } from "../jobs/engine.ts";
import type { Job, JobContext, Known } from "../jobs/jobs.ts";
import { isJob, settle } from "../jobs/settle.ts";
import { findAsOf } from "../profiles/find-as-of.ts";
import { profilesOf } from "../profiles/profiles-of.ts";
import { decideVerdict } from "../verdicts/decide-verdict.ts";
import { findDecision } from "../verdicts/find-decision.ts";
import { settleCopies } from "../verdicts/settle-copies.ts";
import type { Dataset, FieldProfile, FieldVerdict, Goal, Strategy } from "../vocabulary.ts";
import { measureRisk, type PlanRisk } from "./measure-risk.ts";
import type { FieldPlan } from "./plan-field.ts";
import { planFields } from "./plan-fields.ts";

export interface SortedGoal {
  readonly resolved: ResolvedGoal;
  readonly analysis: GoalAnalysis;
  readonly verdicts: readonly FieldVerdict[];
}

/** Every field sorted for every goal, and what to do with each. */
export interface Sorting {
  readonly asOf: string | null;
  readonly profiles: readonly FieldProfile[];
  readonly goals: readonly SortedGoal[];
  readonly plan: readonly FieldPlan[];
  readonly risk: PlanRisk;
}

/** A goal while its fields are being tested: a first look. */
export interface SortedSoFar {
  readonly profiles: readonly FieldProfile[];
  readonly resolved: ResolvedGoal;
  /** in the order of the profiles */
  readonly fields: readonly (Pick<FieldSoFar, "table" | "name" | "state"> & {
    /** null while it waits */
    readonly verdict: FieldVerdict | null;
  })[];
}

/** `known` is told a {@link SortedSoFar} of the goal that is being sorted. */
export interface SortOptions extends Partial<JobContext> {
  /** null or absent: the latest time that the tables themselves speak of */
  readonly asOf?: string | null | undefined;
  readonly seed: number;
}

/** file → tables → profiles → evidence → verdicts → plan, for the goals given. */
export async function sortDataset(
  engine: Engine,
  dataset: Dataset,
  strategy: Strategy,
  goals: readonly Goal[],
  options: SortOptions,
): Promise<Sorting> {
  const { profiles, asOf } = await profileAsOf(engine, dataset, strategy, options);
  const sorted = await sortGoals(engine, goals, { dataset, strategy, profiles, asOf, options });
  const verdicts = sorted.flatMap((goal) => goal.verdicts);
  const plan = planFields(engine.database, profiles, verdicts);
  const anySupported = sorted.some(({ analysis }) => analysis.supported === true);
  const { k } = strategy.thresholds;
  const risk = await measureRisk(engine.database, dataset, profiles, plan, { anySupported, k });
  return { asOf, profiles, goals: sorted, plan, risk };
}

/** The profiles, and the as-of time they are aged by. */
export async function profileAsOf(
  engine: Engine,
  dataset: Dataset,
  strategy: Strategy,
  options: Pick<SortOptions, "asOf" | "signal" | "progress">,
): Promise<{ profiles: readonly FieldProfile[]; asOf: string | null }> {
  const ready = await profilesOf(engine, dataset, strategy, options.asOf ?? undefined);
  const profiles = await settle(engine.jobs, ready, options);
  const asOf = options.asOf ?? (await findAsOf(engine.database, dataset, profiles));
  return { profiles, asOf };
}

interface SortGoals {
  readonly dataset: Dataset;
  readonly strategy: Strategy;
  readonly profiles: readonly FieldProfile[];
  readonly asOf: string | null;
  readonly options: SortOptions;
}

interface BegunGoal {
  readonly resolved: ResolvedGoal;
  readonly ready: GoalAnalysis | Job<GoalAnalysis>;
}

/** Goal by goal; the next one is begun while one is sorted, so that no worker waits. */
async function sortGoals(engine: Engine, goals: readonly Goal[], input: SortGoals): Promise<SortedGoal[]> {
  const sorted: SortedGoal[] = [];
  let next = goals[0] && beginGoal(engine, goals[0], input);
  for (let number = 1; next; number++) {
    const begun = await next;
    const following = goals[number];
    next = following && beginGoal(engine, following, input);
    // What it throws is thrown in its turn.
    next?.catch(() => undefined);
    try {
      sorted.push(await finishGoal(engine, begun, input));
    } catch (error) {
      await abandon(engine, next);
      throw error;
    }
  }
  return sorted;
}

async function beginGoal(engine: Engine, goal: Goal, input: SortGoals): Promise<BegunGoal> {
  const { dataset, strategy, profiles, asOf, options } = input;
  const resolved = await resolveGoal(engine.database, dataset, profiles, goal, { asOf });
  const ready = await analysisOf(engine, { dataset, profiles, resolved, strategy, asOf, seed: options.seed });
  return { resolved, ready };
}

/** Nobody waits for it any more. */
async function abandon({ jobs }: Engine, next: Promise<BegunGoal> | undefined): Promise<void> {
  const ready = await next?.then((begun) => begun.ready).catch(() => undefined);
  if (ready && isJob(ready)) jobs.cancel(ready.id);
}

async function finishGoal(engine: Engine, { resolved, ready }: BegunGoal, input: SortGoals): Promise<SortedGoal> {
  const { dataset, strategy, profiles, options } = input;
  const { goal } = resolved;
  const decide = ({ table, name, evidence }: GoalAnalysis["fields"][number]) => {
    const decision = findDecision(strategy.decisions, dataset, { table, field: name }, goal.key);
    return decideVerdict({ table, field: name, goal: goal.key, evidence, decision });
  };
  const known = (found: Known) =>
    options.known?.((): SortedSoFar => {
      // The job of an analysis tells nothing else.
      const fields = found() as readonly FieldSoFar[];
      const verdicts = settleCopies(fields.filter(({ state }) => state !== "waiting").map(decide));
      const verdictOf = ({ table, name }: FieldSoFar) =>
        verdicts.find((one) => one.table === table && one.name === name) ?? null;
      return { profiles, resolved, fields: fields.map((field) => ({ ...field, verdict: verdictOf(field) })) };
    });
  // Kept from before, it tells nothing on the way: all of it is known at once.
  if (!isJob(ready)) known(() => ready.fields.map((field): FieldSoFar => ({ ...field, state: "settled" })));
  const analysis = await settle(engine.jobs, ready, { ...options, known });
  return { resolved, analysis, verdicts: settleCopies(analysis.fields.map(decide)) };
}
