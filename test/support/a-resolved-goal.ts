import type { ResolvedGoal, RoleField } from "../../server/goals/resolved-goal.ts";
import type { Goal, Role } from "../../server/vocabulary.ts";

/** A goal with every name found, made by hand: scheduled, without channel, window, outcome or roles unless said otherwise. */
export function aResolvedGoal(
  parts: Partial<Omit<ResolvedGoal, "goal">> & { readonly goal?: Partial<Goal> } = {},
): ResolvedGoal {
  return {
    roles: [],
    outcome: null,
    audience: null,
    audienceFields: [],
    holdBack: null,
    holdBackFields: [],
    quiet: null,
    trigger: null,
    windowMinutes: null,
    untilMinutes: null,
    reactionMinutes: 0,
    lookBackMinutes: null,
    draft: false,
    warnings: [],
    ...parts,
    goal: { key: "goal", name: "A goal", channels: [], roles: {}, ...parts.goal },
  };
}

export function aRole(role: Role, field: string, channel: string | null = null, table = "customers"): RoleField {
  return { role, field, table, channel, law: null };
}
