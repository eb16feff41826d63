import { needFacts } from "../need-facts.ts";
import { wholeNumber } from "../plain-words.ts";
import type { Rule } from "../rule.ts";
import { openFor } from "../tells-apart.ts";
import { together } from "../together.ts";
import { changesUndecided } from "../would-change.ts";
import { lift } from "./lift.ts";
import { noLift } from "./no-lift.ts";

/** What is neither shown to be needed nor to be worth too little. */
export const tooClose: Rule = {
  reason: "too-close",
  weigh(facts) {
    const { need, goal } = facts;
    if (!need || lift.weigh(facts) || noLift.weigh(facts)) return undefined;
    const more = need.recordsNeeded;
    return {
      rule: "too-close",
      favours: "undecided",
      sentence: need.inKept
        ? "Too close to call: it helps together with the others, but not clearly by itself."
        : `Too close to call${openFor(need)} with ${wholeNumber(goal.records)} customers.${together(need)}`,
      facts: { ...needFacts(need), recordsNeeded: more, wouldChange: changesUndecided(need, goal) },
      query: need.refitted ? "model/refit-with" : "model/score-test",
    };
  },
};
