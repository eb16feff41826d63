import { capital, countOf, day } from "../say-figures.ts";
import type { Glyph } from "../words.ts";
import { glyphOf, sayVerdict } from "../words.ts";
import { type FieldLine, levelLabel } from "./field-lines.ts";
import type { MinimizationReport, PrintedDecision } from "./minimization-report.ts";

export interface DecisionLog {
  readonly lead: string;
  readonly rows: readonly {
    readonly label: string;
    readonly glyph: Glyph;
    readonly verdict: string;
    readonly goals: string;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
    readonly reviewBy: string;
  }[];
  readonly more: number;
}

const listed = 100;

/** Each decision once, with the goals it stands for. */
export function decisionLog(report: MinimizationReport, lines: readonly FieldLine[]): DecisionLog | null {
  const rows = lines.flatMap((line) => decisionsOf(report, line));
  if (!rows.length) return null;
  const people = new Set(rows.map(({ by }) => by)).size;
  return {
    lead: capital(`${countOf(rows.length, "decision")} by ${countOf(people, "person", "people")}.`),
    rows: rows.slice(0, listed),
    more: Math.max(0, rows.length - listed),
  };
}

function decisionsOf(report: MinimizationReport, { label, goals, profile }: FieldLine): DecisionLog["rows"] {
  const decided = new Map<string, { decision: PrintedDecision; names: string[] }>();
  for (const { goal, decision } of goals) {
    if (!decision) continue;
    const name = report.goals.find(({ key }) => key === goal)?.name ?? goal;
    const same = JSON.stringify(decision);
    decided.set(same, { decision, names: [...(decided.get(same)?.names ?? []), name] });
  }
  return [...decided.values()].map(({ decision, names }) => ({
    label,
    glyph: glyphOf[decision.verdict],
    verdict: capital(
      `${sayVerdict[decision.verdict]}${decision.keepAs ? `, as ${levelLabel(profile, decision.keepAs)}` : ""}`,
    ),
    goals: names.length === report.goals.length ? "" : names.join(", "),
    reason: decision.reason,
    by: decision.by,
    at: day(decision.at),
    reviewBy: decision.reviewBy ? day(decision.reviewBy) : "not set",
  }));
}
