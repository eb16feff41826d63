import type { AnalysisInput } from "../evidence/analysis-input.ts";
import { fitBesideOthers } from "../evidence/fit-beside-others.ts";
import { fieldName } from "../evidence/roll-ups/roll-up.ts";
import type { Engine } from "../jobs/engine.ts";
import type { Job, JobContext } from "../jobs/jobs.ts";
import { resultKey } from "../jobs/result-key.ts";
import type { Dataset, FieldRef, Performance, Strategy } from "../vocabulary.ts";
import type { SortedGoal, Sorting } from "./sort-dataset.ts";

interface Place {
  readonly table: string;
  readonly name: string;
}

/** What one goal keeps with the others in view. */
export interface JointGoal {
  readonly goal: string;
  readonly kept: readonly Place[];
  /** what that keeps of what all fields tell, measured anew */
  readonly keptShare: Performance["keptShare"];
  /** is it shown to keep as much as the goal asks for? */
  readonly proven: boolean;
  /** fields that the goal keeps by itself and not beside the others */
  readonly leaves: readonly Place[];
  /** those that it keeps in their place */
  readonly takes: readonly Place[];
}

/** The fewest fields that serve all goals together, and what each goal still keeps with them (method §5.2). */
export interface JointMinimum {
  /** fields that the goals need when each chooses for itself: their kept sets and what they hold anyway */
  readonly separate: readonly Place[];
  /** the same when each is chosen with the others in view; never more */
  readonly together: readonly Place[];
  /** the goals that were chosen anew, the one told best first */
  readonly goals: readonly JointGoal[];
}

type Sorted = Pick<Sorting, "asOf" | "profiles" | "goals">;

/** The joint minimum: the kept one, else the job that finds it. Null with fewer than two goals that the fields support. */
export function jointMinimumOf(
  engine: Engine,
  dataset: Dataset,
  strategy: Strategy,
  sorted: Sorted,
  { seed }: { readonly seed: number },
): Promise<JointMinimum | Job<JointMinimum>> | null {
  const supported = sorted.goals.filter(({ analysis }) => analysis.supported && analysis.kept.length > 0);
  if (supported.length < 2) return null;
  const { fields, permitted, answers, thresholds } = strategy;
  const read = sorted.goals.map(({ resolved: { goal }, analysis }) => [goal, analysis.kept]);
  const key = resultKey(
    "joint-minimum",
    engine.version,
    dataset.fingerprint,
    dataset.tables,
    read,
    [fields, permitted, answers, thresholds],
    sorted.asOf,
    seed,
  );
  return engine.jobs.result("Looking for the fewest fields that serve all goals", key, (context) =>
    findJointMinimum(
      engine,
      { dataset, strategy, profiles: sorted.profiles, asOf: sorted.asOf, seed },
      sorted,
      context,
    ),
  );
}

/** In descending G, each goal with the fields that the others hold already nearly for free. */
async function findJointMinimum(
  engine: Engine,
  about: Omit<AnalysisInput, "resolved">,
  { goals }: Pick<Sorted, "goals">,
  context: JobContext,
): Promise<JointMinimum> {
  const ofRoles = goals.flatMap(heldAnyway);
  const separate = union([...ofRoles, ...goals.flatMap(({ analysis }) => analysis.kept)]);
  const required = new Set(ofRoles.map(keyOf));
  const chosen: JointGoal[] = [];
  for (const goal of inOrderOfGain(goals)) {
    const { resolved, analysis } = goal;
    const beside = await fitBesideOthers(engine, { ...about, resolved }, analysis.asked, required, context);
    // a goal that was shown to keep enough must be shown to with the others in view as well
    const joint = describe(goal, beside && (beside.proven || !analysis.proven) ? beside : null);
    for (const place of joint.kept) required.add(keyOf(place));
    chosen.push(joint);
  }
  const together = union([...ofRoles, ...chosen.flatMap(({ kept }) => kept)]);
  // Chosen anew, a set may come out larger by the luck of the folds: then the goals are better off as they were.
  if (together.length < separate.length) return { separate, together, goals: chosen };
  return { separate, together: separate, goals: inOrderOfGain(goals).map((goal) => describe(goal, null)) };
}

function describe({ resolved, analysis }: SortedGoal, beside: Awaited<ReturnType<typeof fitBesideOthers>>): JointGoal {
  const own = analysis.kept.map(({ table, name }): Place => ({ table, name }));
  const kept = beside?.kept ?? own;
  const without = (all: readonly Place[], others: readonly Place[]) => {
    const keys = new Set(others.map(keyOf));
    return all.filter((place) => !keys.has(keyOf(place)));
  };
  return {
    goal: resolved.goal.key,
    kept,
    keptShare: beside?.performance.keptShare ?? analysis.performance?.keptShare ?? { value: 0, low: 0 },
    proven: beside?.proven ?? analysis.proven,
    leaves: without(own, kept),
    takes: without(kept, own),
  };
}

function inOrderOfGain(goals: readonly SortedGoal[]): SortedGoal[] {
  return goals
    .filter(({ analysis }) => analysis.supported && analysis.kept.length > 0)
    .toSorted((a, b) => (b.analysis.gain?.value ?? 0) - (a.analysis.gain?.value ?? 0));
}

/** By a role, a duty or a condition, whatever any model says. */
function heldAnyway({ resolved }: SortedGoal): Place[] {
  const { roles, audienceFields, holdBackFields } = resolved;
  return [...roles, ...audienceFields, ...holdBackFields].map(({ table, field }: FieldRef) => ({ table, name: field }));
}

function union(places: readonly Place[]): Place[] {
  return [...new Map(places.map(({ table, name }) => [keyOf({ table, name }), { table, name }])).values()];
}

function keyOf({ table, name }: Place): string {
  return fieldName({ table, field: name });
}
