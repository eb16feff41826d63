import type { LeakageTest } from "../leakage.ts";
import type { Rule } from "../rule.ts";

const why = {
  "updated-after-outcome":
    "For more than 5 of 100 customers with the outcome it was written down after the outcome was known.",
  "says-it-alone": "It tells almost everything by itself.",
  "carries-most": "Without it more than half of what the fields tell is gone.",
  "filled-by-outcome": "Whether it is filled in almost gives the outcome away.",
  "named-like-outcome": "Its name speaks of the outcome.",
} satisfies Record<LeakageTest, string>;

/** Asks, and never drops by itself: only timing proves that a field is known too late. */
export const knownAfterwards: Rule = {
  reason: "known-afterwards",
  weigh({ asked }) {
    if (!asked || asked.answer?.known === "before") return undefined;
    if (asked.answer) {
      return {
        rule: "known-afterwards",
        favours: "unused",
        sentence: `Known only afterwards, as ${asked.answer.by} says. It cannot help to act in time.`,
        facts: { test: asked.test, by: asked.answer.by, at: asked.answer.at },
        query: "strategy",
      };
    }
    return {
      rule: "known-afterwards",
      favours: "undecided",
      sentence: `Is it known before the outcome? ${asked.test ? why[asked.test] : ""} The other fields are sorted without it.`,
      facts: { test: asked.test },
      query: "model/leakage",
    };
  },
};
