import type { Rule } from "../rule.ts";
import { upliftFacts } from "../uplift/say-uplift.ts";

/** Needed to tell whom the offer persuades, which is another question than who is likely to act. */
export const persuades: Rule = {
  reason: "lift",
  weigh({ uplift }) {
    if (!uplift?.needed) return undefined;
    return {
      rule: "lift",
      favours: "needed",
      sentence: "It helps to tell whom the offer persuades, which is not who is likely to act.",
      facts: {
        ...upliftFacts(uplift),
        why: "persuades",
        wouldChange: "Another field that says the same, or giving the offer without regard to whom it persuades.",
      },
      query: "model/uplift",
    };
  },
};
