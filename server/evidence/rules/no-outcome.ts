import type { Rule } from "../rule.ts";

export const noOutcome: Rule = {
  reason: "no-outcome",
  weigh({ goal, ofCustomers, rolledUp }) {
    if (!ofCustomers && !rolledUp) {
      return {
        rule: "no-outcome",
        favours: "undecided",
        sentence: "Not tested: it stands in a table of its own, and is not summed up for each customer.",
        facts: { why: "not-rolled-up" },
        query: "strategy",
      };
    }
    if (goal.hasOutcome) return undefined;
    return {
      rule: "no-outcome",
      favours: "unused",
      sentence: "Nothing in this goal uses it. It was not tested, because the goal has no outcome.",
      facts: { why: "not-tested" },
      query: "strategy",
    };
  },
};
