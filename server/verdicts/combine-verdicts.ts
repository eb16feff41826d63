import type { FieldVerdict, Verdict } from "../vocabulary.ts";

/**
 * One verdict over all goals (method §5.2): needed or coarser if any goal says so, else undecided if any is, else
 * unused. Needed wins over coarser: the value as it is serves both.
 */
export function combineVerdicts(verdicts: readonly Pick<FieldVerdict, "verdict">[]): Verdict {
  const order: readonly Verdict[] = ["needed", "coarser", "undecided"];
  return order.find((verdict) => verdicts.some((one) => one.verdict === verdict)) ?? "unused";
}
