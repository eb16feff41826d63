import { inWords } from "../plain-words.ts";
import type { Rule } from "../rule.ts";

/**
 * For fields of other tables whose own roll-ups the model did not weigh: they say nothing, say what another field says,
 * were left out, or the field only serves the roll-ups of others.
 */
export const rolledUp: Rule = {
  reason: "no-lift",
  weigh({ rolledUp: found, need, goal }) {
    if (!found || need || goal.supported === null) return undefined;
    const base = { query: "evidence/roll-up-records" } as const;
    if (found.leftOut) {
      return {
        ...base,
        rule: "too-little-data",
        favours: "undecided",
        sentence: "Left out for now: other fields tell more about customers, and only so many can be tested together.",
        facts: { why: "left-out", rolledUpAs: found.names },
      };
    }
    if (found.state === "open") {
      return {
        ...base,
        rule: "too-close",
        favours: "undecided",
        sentence: "As undecided as the fields that are summed up with it.",
        facts: { why: "rolled-up" },
      };
    }
    if (found.state !== "unused") return undefined;
    if (found.silent === "copied") {
      return {
        ...base,
        rule: "no-lift",
        favours: "unused",
        sentence: `No difference: what it adds up to for a customer is already in ${inWords(found.copyOf)}.`,
        facts: { why: "redundant", carriedBy: found.copyOf },
      };
    }
    return {
      ...base,
      rule: "no-lift",
      favours: "unused",
      sentence: found.silent
        ? "No difference: it adds up to the same for everybody."
        : "No difference: nothing that is summed up with it helps.",
      facts: { why: "no-signal" },
    };
  },
};
