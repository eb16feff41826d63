import type { FieldNeed } from "../../model/model-result.ts";
import type { Evidence } from "../../vocabulary.ts";
import type { FieldFacts } from "../field-facts.ts";
import { needFacts } from "../need-facts.ts";
import { atMostMissed, inWords } from "../plain-words.ts";
import type { Rule } from "../rule.ts";
import { shownSmall } from "../shown-small.ts";
import { together } from "../together.ts";
import { changesUnused } from "../would-change.ts";

/** Proven to be worth less than the floor. Told apart by `facts.why`: redundant, too-small, no-signal. */
export const noLift: Rule = {
  reason: "no-lift",
  weigh(facts) {
    const { need, goal } = facts;
    if (!need || !shownSmall(need, goal.delta)) return undefined;
    const why = whyUnused(need);
    return {
      rule: "no-lift",
      favours: "unused",
      sentence: sentenceFor(why, need, facts),
      facts: {
        ...needFacts(need),
        why,
        floor: goal.delta,
        carriedBy: need.carriedBy,
        wouldChange: changesUnused(need, goal, why),
      },
      query: need.refitted ? "model/refit-with" : "model/score-test",
    } satisfies Evidence;
  },
};

type WhyUnused = "redundant" | "too-small" | "no-signal";

function whyUnused(need: FieldNeed): WhyUnused {
  if (need.share.low > 0) return "too-small";
  if (need.aloneDiscovered) return "redundant";
  return need.partners.length ? "too-small" : "no-signal";
}

function sentenceFor(why: WhyUnused, need: FieldNeed, { goal }: FieldFacts): string {
  if (why === "redundant") {
    return need.carriedBy.length
      ? `No difference: what it says is already in ${inWords(need.carriedBy)}.`
      : "No difference: the kept fields already say what it says.";
  }
  return why === "too-small"
    ? `Hardly a difference: ${atMostMissed(need.missedOf100, goal.people)}.${together(need)}`
    : "No difference.";
}
