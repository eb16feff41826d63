import { leastOfEach } from "../least-of-each.ts";
import { wholeNumber } from "../plain-words.ts";
import type { Rule } from "../rule.ts";

export const tooLittle: Rule = {
  reason: "too-little-data",
  weigh({ goal, untestable, profile }) {
    const least = Math.min(
      goal.withOutcome ?? Number.POSITIVE_INFINITY,
      goal.withoutOutcome ?? Number.POSITIVE_INFINITY,
    );
    const base = { rule: "too-little-data", favours: "undecided", query: "evidence/outcome-counts" } as const;
    if (least < leastOfEach) {
      return {
        ...base,
        sentence: `Too few to tell: ${wholeNumber(least)} ${goal.people}, and ${leastOfEach} with and without the outcome are the least.`,
        facts: {
          why: "few-outcomes",
          fewer: least,
          enough: leastOfEach,
          wouldChange: `${wholeNumber(leastOfEach)} with and without the outcome would let every field be tested.`,
        },
      };
    }
    if (untestable === "too-many-values") {
      return {
        ...base,
        sentence: "Too many different texts to test. Too few customers share each one.",
        facts: {
          why: "too-many-values",
          distinct: profile.distinct,
          wouldChange: "A coarser form, with at least 5 customers a value.",
        },
      };
    }
    if (untestable !== "pre-screened") return undefined;
    return {
      ...base,
      sentence: `Left out for now: with ${wholeNumber(least)} ${goal.people} only the ten most telling fields can be tested together.`,
      facts: {
        why: "pre-screened",
        fewer: least,
        wouldChange: "500 customers of the rarer answer would let all fields be tested together.",
      },
    };
  },
};
