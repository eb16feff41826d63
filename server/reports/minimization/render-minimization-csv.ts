import type { Facts } from "../../vocabulary.ts";
import type { Cell } from "../csv-text.ts";
import { csvText } from "../csv-text.ts";
import { composeMinimizationReport } from "./compose-minimization-report.ts";
import type { MinimizationInput } from "./minimization-input.ts";
import type { FieldForGoal, MinimizedField } from "./minimization-report.ts";

const header = ["table", "field", "meaning", "sensitivity", "origin", "verdict", "action", "keep_as"].concat(
  ["goal", "goal_verdict", "reason", "sentence", "query", "share", "share_low", "share_high", "in_kept_set"],
  ["missed_of_100", "missed_of_100_low", "missed_of_100_high"],
  ["decided", "decided_by", "decided_at", "decision_reason", "review_by"],
);

/** One row for each field and goal, with the deciding evidence. */
export function renderMinimizationCsv(input: MinimizationInput): string {
  const { fields } = composeMinimizationReport(input);
  return csvText(
    header,
    fields.flatMap((field) => field.goals.map((goal) => [...ofField(field), ...ofGoal(goal)])),
  );
}

function ofField({
  table,
  name,
  meaning,
  sensitivity,
  origin,
  verdict,
  action,
  keepAs,
}: MinimizedField): readonly Cell[] {
  return [table, name, meaning, sensitivity, origin, verdict, action, keepAs?.level ?? null];
}

function ofGoal({ goal, verdict, reason, evidence, decision }: FieldForGoal): readonly Cell[] {
  const deciding = evidence[0];
  const measured = evidence.find(({ facts }) => typeof facts["share"] === "number")?.facts ?? {};
  const figures = ["share", "low", "high", "inKept", "missedOf100", "missedOf100Low", "missedOf100High"];
  return [
    goal,
    verdict,
    reason,
    deciding?.sentence ?? null,
    deciding?.query ?? null,
    ...figures.map((name) => fact(measured, name)),
    decision?.verdict ?? null,
    decision?.by ?? null,
    decision?.at ?? null,
    decision?.reason ?? null,
    decision?.reviewBy ?? null,
  ];
}

function fact(facts: Facts, name: string): Cell {
  const value = facts[name];
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
