import type { Database } from "../database/database.ts";
import { gateCondition } from "../database/gate.ts";
import type { Dataset, FieldProfile, Goal } from "../vocabulary.ts";
import { parseDuration } from "./duration.ts";
import { goalWarnings, isDraft } from "./goal-warnings.ts";
import { resolveOutcome } from "./resolve-outcome.ts";
import { consentRoles, resolveRoles, withRoles } from "./resolve-roles.ts";
import { resolveTreatment } from "./resolve-treatment.ts";
import { resolveTrigger } from "./resolve-trigger.ts";
import type { ResolvedGoal } from "./resolved-goal.ts";

const LOOK_BACK = "90d";

export interface ResolveOptions {
  /** the time the tables stand for, ISO 8601; null where nothing says it */
  readonly asOf: string | null;
}

/**
 * A goal with every name in it found in the tables, every condition through the gate, every duration in minutes.
 * Throws UserError for a name, a value or a condition that does not fit the tables.
 */
export async function resolveGoal(
  database: Database,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
  goal: Goal,
  options: ResolveOptions,
): Promise<ResolvedGoal> {
  const outcome = goal.outcome ? await resolveOutcome(database, dataset, goal.outcome, options) : null;
  const treatment = goal.treatment
    ? await resolveTreatment(database, dataset, goal.treatment, outcome?.outcome ?? null)
    : undefined;
  const trigger = goal.trigger ? await resolveTrigger(database, dataset, goal.trigger, options) : null;
  const audience = await gateIfAny(database, dataset, goal.audience, options);
  const holdBack = await gateIfAny(database, dataset, goal.holdBack, options);
  const roles = withRoles(resolveRoles(dataset, goal), [...(trigger?.roles ?? []), ...consentRoles(dataset, goal)]);
  return {
    goal,
    roles,
    outcome: outcome?.outcome ?? null,
    ...(treatment ? { treatment } : {}),
    audience: audience?.sql ?? null,
    audienceFields: audience?.fields ?? [],
    holdBack: holdBack?.sql ?? null,
    holdBackFields: holdBack?.fields ?? [],
    quiet: quietHours(goal.quiet),
    trigger: trigger?.trigger ?? null,
    windowMinutes: minutesOrNull(goal.window),
    untilMinutes: minutesOrNull(goal.until ?? goal.window),
    reactionMinutes: minutesOrNull(goal.reaction) ?? 0,
    lookBackMinutes: parseDuration(goal.lookBack ?? LOOK_BACK),
    draft: isDraft(goal),
    warnings: [...(outcome?.warnings ?? []), ...goalWarnings({ dataset, profiles, goal, roles, audience })],
  };
}

async function gateIfAny(database: Database, dataset: Dataset, condition: string | undefined, options: ResolveOptions) {
  return condition === undefined ? null : gateCondition(database, dataset, condition, options);
}

function minutesOrNull(duration: string | undefined): number | null {
  return duration === undefined ? null : parseDuration(duration);
}

/** "21:00-08:00" */
function quietHours(quiet: string | undefined): ResolvedGoal["quiet"] {
  const [from, to] = quiet?.split("-").map((part) => part.trim()) ?? [];
  return from && to ? { from, to } : null;
}
