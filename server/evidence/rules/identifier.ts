import type { Rule } from "../rule.ts";

export const identifier: Rule = {
  reason: "identifier",
  weigh({ profile, untestable }) {
    if (untestable !== "identifier") return undefined;
    return {
      rule: "identifier",
      favours: "unused",
      sentence: "It is different for everybody and nothing in this goal uses it. It only points at people.",
      facts: { distinctShare: profile.filled ? profile.distinct / profile.filled : 0 },
      query: "profiles/field-facts",
    };
  },
};
