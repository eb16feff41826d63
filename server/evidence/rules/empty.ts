import type { Rule } from "../rule.ts";

/** Under this share of filled cells a field counts as empty, unless being filled is itself a signal. */
const emptyShare = 0.005;

export const empty: Rule = {
  reason: "empty",
  weigh({ profile, need }) {
    const filledShare = profile.records ? profile.filled / profile.records : 0;
    if (filledShare >= emptyShare || need?.discovered) return undefined;
    return {
      rule: "empty",
      favours: "unused",
      sentence:
        profile.filled === 0 ? "No customer has a value here." : "Fewer than 1 in 200 customers have a value here.",
      facts: { filledShare },
      query: "profiles/field-facts",
    };
  },
};
