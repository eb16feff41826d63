import type { ResolvedGoal } from "../../goals/resolved-goal.ts";
import type { GoalActionability } from "../goal-actionability.ts";

/** Why a goal's past cannot be replayed; null where it can. */
export function whyNotRehearsed(
  { trigger, windowMinutes }: Pick<ResolvedGoal, "trigger" | "windowMinutes">,
  { asOf, stages }: Pick<GoalActionability, "asOf" | "stages">,
): string | null {
  if (trigger === null) return "Nothing sets this goal off, so there is nothing to replay. Give it a trigger.";
  if (windowMinutes === null) return "Nothing says by when this goal must act. Give it an action window.";
  if (asOf === null) return "The data has no time of its own, so its past cannot be replayed.";
  const last = stages.at(-1);
  return last && !last.measured ? `Nothing that could stop an action is recorded. ${last.why ?? ""}`.trim() : null;
}
