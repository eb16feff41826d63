import type { Rule } from "../rule.ts";

export const used: Rule = {
  reason: "used",
  weigh({ isOutcome, usedIn }) {
    if (isOutcome) {
      return {
        rule: "used",
        favours: "needed",
        sentence: "It says whether the goal was reached. Used to measure, not to choose whom to reach.",
        facts: { usedIn: "outcome" },
        query: "strategy",
      };
    }
    if (!usedIn) return undefined;
    return {
      rule: "used",
      favours: "needed",
      sentence: usedIn === "audience" ? "The goal chooses its customers by it." : "The goal holds messages back by it.",
      facts: { usedIn },
      query: "strategy",
    };
  },
};
