import type { Decision, Evidence, FieldProfile, FieldVerdict } from "../../vocabulary.ts";
import { datasetPart } from "../dataset-part.ts";
import { fieldKey, goalFieldKey, inFileOrder } from "../field-key.ts";
import { roundFigures } from "../round-figures.ts";
import { smallestGroup } from "../smallest-group.ts";
import type { CombinedVerdict, GoalHistory, GoalResult, MinimizationInput } from "./minimization-input.ts";
import type {
  FieldForGoal,
  MinimizationReport,
  MinimizedField,
  MinimizedGoal,
  PrintedConfirmation,
  PrintedDecision,
  PrintedHistory,
  PrintedOutcome,
} from "./minimization-report.ts";

/**
 * The contract's document. Goals stand in the order given, fields in the order of the files; figures have six
 * significant digits. Throws when a profiled field has no combined verdict: every field is accounted for.
 */
export function composeMinimizationReport(input: MinimizationInput): MinimizationReport {
  const { winnow, run, asOf, seed, risk } = input;
  return roundFigures({
    report: "minimization",
    winnow,
    run,
    asOf,
    seed,
    dataset: datasetPart(input.dataset),
    goals: input.goals.map(printGoal),
    ...(input.joint ? { joint: input.joint } : {}),
    fields: printFields(input),
    risk: {
      identifyingFields: risk.identifyingFields.map(({ table, field }) => ({ table, name: field })),
      before: risk.before,
      after: risk.after,
      ...(risk.exposed ? { exposed: risk.exposed } : {}),
    },
  });
}

function printGoal(result: GoalResult): MinimizedGoal {
  const { goal, supported, performance, kept, warnings } = result;
  return {
    key: goal.key,
    name: goal.name,
    outcome: printOutcome(result),
    supported,
    performance,
    withAsked: result.withAsked,
    asked: result.asked.map(({ table, field, test, answer }) => ({ table, field, test: test ?? "answered", answer })),
    kept: kept.map(({ table, name, level }) => ({ table, name, level })),
    warnings,
    ...(result.provenSet ? { provenSet: result.provenSet } : {}),
    ...(result.substitutes?.length ? { substitutes: result.substitutes.map(printSubstitute) } : {}),
    ...printConfirmed(result),
    ...(result.history ? { history: printHistory(result.history) } : {}),
    ...(result.segments ? { segments: result.segments.measured } : {}),
    ...(result.uplift ? { uplift: result.uplift.measured } : {}),
  };
}

function printConfirmed({ confirmed, history }: GoalResult): Pick<MinimizedGoal, "confirmed"> {
  const share = ({ value, low }: { readonly value: number; readonly low: number }) => ({ value, low });
  const byTime = history?.measured.byTime;
  const found: PrintedConfirmation[] = [
    ...(confirmed
      ? [{ by: "customers", records: confirmed.records, keptShare: share(confirmed.keptShare) } as const]
      : []),
    ...(byTime
      ? [{ by: "time", records: byTime.records, keptShare: share(byTime.keptShare), holds: byTime.holds } as const]
      : []),
  ];
  return found.length ? { confirmed: found } : {};
}

function printHistory({ sentences, measured, kept }: GoalHistory): PrintedHistory {
  return { sentences, ...measured, ...(kept ? { kept } : {}) };
}

function printSubstitute({ kept, other, keptShare, same, reveals }: NonNullable<GoalResult["substitutes"]>[number]) {
  return { kept, other, keptShare, same, reveals };
}

function printOutcome({ outcome, positives }: GoalResult): PrintedOutcome | null {
  if (!outcome) return null;
  const tooFew = positives !== null && positives < smallestGroup;
  return tooFew && "is" in outcome.as ? { field: outcome.as.field, is: null } : outcome.as;
}

function printFields({ dataset, profiles, combined, verdicts, goals }: MinimizationInput): readonly MinimizedField[] {
  const together = new Map(combined.map((verdict) => [fieldKey(verdict), verdict]));
  const perGoal = new Map(verdicts.map((verdict) => [goalFieldKey(verdict.goal, verdict), verdict]));
  return inFileOrder(dataset, profiles).map((profile) => {
    const verdict = together.get(fieldKey(profile));
    if (!verdict) throw new Error("A profiled field has no combined verdict.");
    const own = goals.flatMap(({ goal }) => perGoal.get(goalFieldKey(goal.key, profile)) ?? []);
    return printField(profile, verdict, own);
  });
}

function printField(profile: FieldProfile, combined: CombinedVerdict, own: readonly FieldVerdict[]): MinimizedField {
  const { table, name, meaning, meaningReason, sensitivity, origin } = profile;
  const { verdict, action, keepAs } = combined;
  return {
    table,
    name,
    meaning,
    meaningReason,
    sensitivity,
    origin,
    verdict,
    action,
    keepAs: keepAs && { level: keepAs.level, sql: keepAs.sql },
    goals: own.map(printVerdict),
  };
}

function printVerdict({ goal, verdict, reason, evidence, decision }: FieldVerdict): FieldForGoal {
  return {
    goal,
    verdict,
    reason,
    evidence: evidence.map(printEvidence),
    decision: decision && printDecision(decision),
  };
}

function printEvidence({ rule, favours, sentence, facts, query }: Evidence): Evidence {
  return { rule, favours, sentence, facts, query };
}

function printDecision({ verdict, keepAs, by, at, reason, reviewBy }: Decision): PrintedDecision {
  return { verdict, keepAs: keepAs ?? null, by, at, reason, reviewBy: reviewBy ?? null };
}
