import type { Rule } from "../rule.ts";

export const duty: Rule = {
  reason: "duty",
  weigh({ roles }) {
    const duties = roles.filter((role) => role.role === "duty");
    if (!duties.length) return undefined;
    const laws = duties.map((role) => role.law ?? "law");
    return {
      rule: "duty",
      favours: "needed",
      sentence: `Kept because the rules on ${laws.join(" and ")} ask for it.`,
      facts: { laws },
      query: "strategy",
    };
  },
};
