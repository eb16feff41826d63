import { gateCondition } from "../database/gate.ts";
import { customersTable } from "../datasets/dataset.ts";
import { UserError } from "../errors.ts";
import { resolveGoal } from "../goals/resolve-goal.ts";
import { resolveOutcome } from "../goals/resolve-outcome.ts";
import { resolveRoles } from "../goals/resolve-roles.ts";
import { resolveTreatment } from "../goals/resolve-treatment.ts";
import { resolveTrigger } from "../goals/resolve-trigger.ts";
import type { ResolvedGoal } from "../goals/resolved-goal.ts";
import type { Goal } from "../vocabulary.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import type { WrittenFault } from "./read-written-goal.ts";
import type { Site } from "./site.ts";

/** What the tables say to a goal, part by part. */
export interface CheckedGoal {
  readonly faults: readonly WrittenFault[];
  /** customers in the audience today; null where its condition has a fault */
  readonly audience: number | null;
  /** customers whom the hold-back condition holds for; null without one */
  readonly heldBack: number | null;
  /** without the parts that have a fault */
  readonly resolved: ResolvedGoal | null;
}

/** Looks for every name, value and condition of the goal in the tables; each fault is told at its own part. */
export async function checkGoal(
  { workbench: { database } }: Site,
  { dataset, profiles }: ProfiledDataset,
  goal: Goal,
  asOf: string | null,
): Promise<CheckedGoal> {
  const faults: WrittenFault[] = [];
  const bad = new Set<keyof Goal>();
  const look = async <T>(part: keyof Goal, at: string, work: () => Promise<T> | T): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults.push({ part: at, message: error.message });
      bad.add(part);
      return null;
    }
  };
  const gate = (condition: string) => gateCondition(database, dataset, condition, { asOf });
  const { audience, holdBack, trigger, outcome, treatment } = goal;
  const whom = audience === undefined ? null : await look("audience", "audience", () => gate(audience));
  const held = holdBack === undefined ? null : await look("holdBack", "holdBack", () => gate(holdBack));
  const at = trigger && "when" in trigger ? "when" : "trigger";
  if (trigger) await look("trigger", at, () => resolveTrigger(database, dataset, trigger, { asOf }));
  const found = outcome
    ? await look("outcome", "outcome", () => resolveOutcome(database, dataset, outcome, { asOf }))
    : null;
  if (treatment) {
    const known = found?.outcome ?? null;
    await look("treatment", "treatment", () => resolveTreatment(database, dataset, treatment, known));
  }
  await look("roles", "roles", () => resolveRoles(dataset, goal));
  const sound = withoutParts(goal, bad);
  return {
    faults,
    audience: audience === undefined ? customersTable(dataset).records : (whom?.customers ?? null),
    heldBack: held?.customers ?? null,
    resolved: await look("key", "name", () => resolveGoal(database, dataset, profiles, sound, { asOf })),
  };
}

function withoutParts(goal: Goal, bad: ReadonlySet<string>): Goal {
  const durations = ["window", "until", "reaction", "lookBack", "quiet"];
  const kept = Object.entries(goal).filter(([part]) => !bad.has(part) && !durations.includes(part));
  return { roles: {}, ...Object.fromEntries(kept) } as Goal;
}
