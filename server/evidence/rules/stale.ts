import { plainDuration } from "../plain-words.ts";
import type { Rule } from "../rule.ts";

export const stale: Rule = {
  reason: "stale",
  weigh({ profile, maxAgeMinutes }) {
    const age = profile.freshness?.medianAgeMinutes;
    if (age === undefined || age <= maxAgeMinutes) return undefined;
    return {
      rule: "stale",
      favours: "unused",
      sentence: `Too old for this goal: half of the values are older than ${plainDuration(age)}, and ${plainDuration(maxAgeMinutes)} is the limit.`,
      facts: { medianAgeMinutes: age, maxAgeMinutes },
      query: "profiles/freshness",
    };
  },
};
