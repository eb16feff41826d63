import type { Rule } from "../rule.ts";

export const copied: Rule = {
  reason: "duplicate",
  weigh({ copy }) {
    if (!copy) return undefined;
    return {
      rule: copy.kind,
      favours: "unused",
      sentence:
        copy.kind === "duplicate"
          ? `It says exactly what ${copy.of} says.`
          : `It can always be worked out from ${copy.of}.`,
      facts: { of: copy.of, kind: copy.kind },
      query: "evidence/copies",
    };
  },
};
