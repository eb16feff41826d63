import type { Rule } from "../rule.ts";

export const noOutcome: Rule = {
  reason: "no-outcome",
  weigh({ goal, ofCustomers }) {
    if (!ofCustomers) {
      return {
        rule: "no-outcome",
        favours: "undecided",
        sentence: "Not tested: this table has several records per customer, and they are not summed up per customer.",
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
