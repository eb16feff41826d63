import { needFacts } from "../need-facts.ts";
import { moreMissed } from "../plain-words.ts";
import type { Rule } from "../rule.ts";
import { tellsApart } from "../tells-apart.ts";
import { together } from "../together.ts";
import { changesNeeded } from "../would-change.ts";

export const lift: Rule = {
  reason: "lift",
  weigh({ need, goal }) {
    if (!need?.inKept || !need.discovered || need.share.value <= 0) return undefined;
    return {
      rule: "lift",
      favours: "needed",
      sentence: `${moreMissed(need.missedOf100, goal.people)}${tellsApart(need)}${together(need)}`,
      facts: { ...needFacts(need), wouldChange: changesNeeded(need) },
      query: "model/refit-without",
    };
  },
};
