import { inWords } from "../../evidence/plain-words.ts";
import type { Estimate } from "../../vocabulary.ts";
import { filesOf, runTerms } from "../provenance.ts";
import { firstNames, of100, percent, thousands } from "../say-figures.ts";
import type { Term } from "../words.ts";
import type { FieldLine } from "./field-lines.ts";
import { historyTerms } from "./goal-histories.ts";
import { segmentTerms } from "./goal-losses.ts";
import { upliftTerms } from "./goal-uplifts.ts";
import type { MinimizationInput } from "./minimization-input.ts";
import type { MinimizationReport, MinimizedGoal } from "./minimization-report.ts";

export interface WorkedOut {
  readonly paragraphs: readonly string[];
  readonly statistics: readonly { readonly heading: string; readonly terms: readonly Term[] }[];
  readonly files: readonly Term[];
  readonly queries: readonly string[];
}

/** The method in plain words, then what an analyst needs to check every figure. */
export function workedOut(
  input: MinimizationInput,
  report: MinimizationReport,
  lines: readonly FieldLine[],
): WorkedOut {
  const named = input.verdicts.flatMap(({ evidence }) => evidence.map(({ query }) => query));
  return {
    paragraphs: paragraphs(report),
    statistics: [
      ...report.goals.map((goal) => ({
        heading: goal.name,
        terms: [...goalTerms(goal), ...measuredTerms(input, goal)],
      })),
      {
        heading: "All goals together",
        terms: [...riskTerms(report, lines), ...thresholdTerms(input), ...runTerms(report)],
      },
    ],
    files: filesOf(report.dataset),
    queries: [...new Set([...named, ...(input.queries ?? [])])].sort(),
  };
}

function paragraphs({ goals }: MinimizationReport): readonly string[] {
  const tested = goals.some(({ performance }) => performance !== null);
  return [
    ...(tested
      ? [
          "A model was trained with and without each field, and judged on customers it had not seen. A field is needed when the others cannot replace it. A field is let go only when the most it could be worth is too small to matter.",
        ]
      : [
          "No field was tested against an outcome. Fields that a goal names are needed; whatever no goal names waits for a decision.",
        ]),
    "Who can be singled out was counted on every customer, none sampled. Groups under 5 are counted, never shown. A person’s decision stands over what was measured, and both are shown.",
  ];
}

function goalTerms(goal: MinimizedGoal): readonly Term[] {
  const { performance } = goal;
  const measured = outcomeTerm(goal);
  if (!performance) return [measured];
  const { measure, allFields, keptFields, keptShare, foundInTop20 } = performance;
  return [
    measured,
    {
      term: measure === "auc" ? "Ranking quality (AUC)" : "Share of the outcome in the top 20%",
      text: `${estimate(keptFields)} with the kept set; ${estimate(allFields)} with every field`,
    },
    {
      term: "Found in the top 20%",
      text: `${of100s(foundInTop20.keptFields)} with the kept set; ${of100s(foundInTop20.allFields)} with every field`,
    },
    {
      term: "Performance kept",
      text: `${percent(keptShare.value)}, at least ${percent(keptShare.low)} (one-sided 95% bound)`,
    },
    {
      term: goal.provenSet ? "Lean set, kept" : "Kept set",
      text: firstNames(goal.kept.map((field) => field.name)).join(", ") || "empty",
    },
    ...(goal.provenSet
      ? [{ term: "Proven set", text: firstNames(goal.provenSet.map((field) => field.name)).join(", ") || "empty" }]
      : []),
  ];
}

function measuredTerms({ goals }: MinimizationInput, { key }: MinimizedGoal): readonly Term[] {
  const own = goals.find(({ goal }) => goal.key === key);
  return own ? [...(own.checks ?? []), ...segmentTerms(own), ...historyTerms(own), ...upliftTerms(own)] : [];
}

function of100s({ value, low, high }: Estimate): string {
  return `${percent(value)}, likely range ${percent(low)} to ${percent(high)}`;
}

function outcomeTerm({ outcome }: MinimizedGoal): Term {
  return { term: "Outcome", text: outcome ? sayOutcome(outcome) : "none" };
}

function sayOutcome(outcome: NonNullable<MinimizedGoal["outcome"]>): string {
  if ("sql" in outcome) return outcome.sql;
  if ("table" in outcome) {
    const event = outcome.event ? ` “${outcome.event}”` : "";
    return `an event${event} in ${outcome.table} within ${outcome.within} after ${outcome.cutOff}`;
  }
  if (!("is" in outcome)) return outcome.field;
  return outcome.is === null
    ? `${outcome.field}, a value that fewer than 5 customers hold`
    : `${outcome.field} = ${outcome.is}`;
}

function estimate({ value, low, high }: Estimate): string {
  return `${value.toFixed(3)}, likely range ${low.toFixed(3)} to ${high.toFixed(3)}`;
}

function riskTerms({ risk }: MinimizationReport, lines: readonly FieldLine[]): readonly Term[] {
  const counted = risk.identifyingFields.map(
    ({ table, name }) => lines.find(({ field }) => field.table === table && field.name === name)?.column ?? name,
  );
  const groups = (share: number) => `${of100(share)} of 100 on average`;
  return [
    { term: "Fields counted together", text: counted.length ? inWords(firstNames(counted)) : "none" },
    {
      term: "Chance of picking the right person",
      text: `${groups(risk.before.averageRisk)} today${risk.after ? `, ${groups(risk.after.averageRisk)} with this plan` : ""}; over ${thousands(risk.before.records)} customers`,
    },
  ];
}

function thresholdTerms({ thresholds }: MinimizationInput): readonly Term[] {
  const { delta, q, k } = thresholds;
  return [
    {
      term: "Thresholds",
      text: `a single field must be worth ${percent(delta)} of what all fields tell; at most ${Math.round(q * 100)} of 100 needed fields needed by chance; people in groups under ${k} count as exposed`,
    },
  ];
}
