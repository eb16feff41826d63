import type { ResolvedOutcome } from "../goals/resolved-goal.ts";

const words: readonly (readonly [RegExp, string])[] = [
  [/churn|cancel|left|leave|attrition|kuend/i, "leavers"],
  [/purchas|revenue|order|buy|bought|sale|convert|conversion/i, "buyers"],
  [/respon|subscri|accept|redeem|click/i, "responders"],
];

/** What people with the outcome are called in sentences: by the name of the outcome's field, else plainly. Of a number, what it is made of. */
export function peopleOf(outcome: ResolvedOutcome | null): string {
  if (outcome?.kind === "number") return "parts of the total";
  if (outcome?.kind === "one-of-several") return "customers";
  const name = outcome && "field" in outcome.as ? outcome.as.field : "";
  return words.find(([pattern]) => pattern.test(name))?.[1] ?? "customers with this outcome";
}
