import { inWords } from "../plain-words.ts";
import type { Rule } from "../rule.ts";

export const used: Rule = {
  reason: "used",
  weigh({ isOutcome, usedIn, rolledUp }) {
    if (isOutcome) {
      return {
        rule: "used",
        favours: "needed",
        sentence:
          rolledUp?.state === "needed"
            ? "It says whether the goal was reached. What it says of the time before helps to choose whom to reach."
            : "It says whether the goal was reached. Used to measure, not to choose whom to reach.",
        facts: { usedIn: "outcome" },
        query: "strategy",
      };
    }
    if (!usedIn) return undefined;
    if (usedIn === "roll-up") {
      return {
        rule: "used",
        favours: "needed",
        sentence: `It says who and when for what is summed up: ${inWords(rolledUp?.serves ?? [])}.`,
        facts: { usedIn, why: "rolled-up", serves: rolledUp?.serves ?? [] },
        query: "evidence/roll-up-records",
      };
    }
    if (usedIn === "treatment") {
      return {
        rule: "used",
        favours: "needed",
        sentence: "It says who got the offer. Used to measure what the offer changes, not to choose whom to reach.",
        facts: { usedIn },
        query: "strategy",
      };
    }
    return {
      rule: "used",
      favours: "needed",
      sentence: usedIn === "audience" ? "The goal chooses its customers by it." : "The goal holds messages back by it.",
      facts: { usedIn },
      query: "strategy",
    };
  },
};
