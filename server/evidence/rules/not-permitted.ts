import type { Rule } from "../rule.ts";

/** Roles through which permission itself is known and honoured. */
const spared = new Set(["key", "consent", "suppression"]);

export const notPermitted: Rule = {
  reason: "not-permitted",
  weigh({ sensitivity, permission, roles, isOutcome, profile }) {
    if (sensitivity !== "special" || permission || isOutcome) return undefined;
    if (roles.some((role) => spared.has(role.role))) return undefined;
    return {
      rule: "not-permitted",
      favours: "unused",
      sentence: "Ruled out before testing: specially protected, and no agreement for this goal is on file.",
      facts: { sensitivity, why: profile.sensitivityReason },
      query: "profiles/meaning",
    };
  },
};
