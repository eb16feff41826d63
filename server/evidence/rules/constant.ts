import type { Rule } from "../rule.ts";

/** The share of filled cells that one value must reach. */
const constantShare = 0.999;

export const constant: Rule = {
  reason: "constant",
  weigh({ profile, need }) {
    if (!profile.filled || need?.discovered) return undefined;
    const commonest = profile.distinct === 1 ? profile.filled : (profile.top.find((v) => v.value !== null)?.count ?? 0);
    const share = commonest / profile.filled;
    if (share < constantShare) return undefined;
    return {
      rule: "constant",
      favours: "unused",
      sentence: "It says the same of everybody.",
      facts: { commonestShare: share },
      query: "profiles/field-facts",
    };
  },
};
