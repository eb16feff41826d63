import type { Goal } from "../vocabulary.ts";
import { findMinutes } from "./duration.ts";
import { isGoalKey } from "./goal-key.ts";

export interface GoalFault {
  readonly part: keyof Goal;
  /** what to do, as a label would say it */
  readonly message: string;
}

/** What a person has to mend before a goal can be saved from a form; what the tables say against it is found by resolveGoal. */
export function goalFaults(goal: Goal): GoalFault[] {
  return [
    ...(goal.exchange?.trim() ? [] : [{ part: "exchange" as const, message: "Say what the customer gets" }]),
    ...(goal.name.trim() ? [] : [{ part: "name" as const, message: "Give the goal a name" }]),
    ...(isGoalKey(goal.key)
      ? []
      : [{ part: "key" as const, message: "Use small letters, digits and hyphens in the key" }]),
    ...DURATIONS.flatMap((part) => durationFault(part, goal[part])),
    ...untilFault(goal),
    ...quietFault(goal.quiet),
    ...(goal.keep === undefined || (goal.keep > 0 && goal.keep <= 1)
      ? []
      : [{ part: "keep" as const, message: "Choose how much performance must stay, up to all of it" }]),
  ];
}

const DURATIONS = ["window", "until", "reaction", "lookBack", "keepFor"] as const;

function durationFault(part: (typeof DURATIONS)[number], written: string | undefined): GoalFault[] {
  if (written === undefined) return [];
  const minutes = findMinutes(written);
  const least = part === "reaction" ? 0 : 1;
  return minutes === undefined || minutes < least
    ? [{ part, message: `Write “${written}” as a number and m, h or d: 15m, 24h, 30d` }]
    : [];
}

function untilFault({ window, until }: Goal): GoalFault[] {
  const [first, last] = [findMinutes(window ?? ""), findMinutes(until ?? "")];
  return first !== undefined && last !== undefined && last < first
    ? [{ part: "until", message: "Let acting stay useful at least as long as the action window" }]
    : [];
}

/** "21:00-08:00" */
export function isQuietHours(written: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/.test(written);
}

function quietFault(quiet: string | undefined): GoalFault[] {
  return quiet === undefined || isQuietHours(quiet)
    ? []
    : [{ part: "quiet", message: "Write quiet hours as 21:00-08:00" }];
}
