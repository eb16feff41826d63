import { thousands } from "../say-figures.ts";
import type { FieldLine } from "./field-lines.ts";
import type { MinimizationInput } from "./minimization-input.ts";
import type { MinimizationReport } from "./minimization-report.ts";

export interface StillOpen {
  readonly fields: readonly { readonly label: string; readonly why: string }[];
  readonly more: number;
  readonly notes: readonly string[];
}

const listed = 15;

/** What waits for a person: unsettled fields, goals that cannot start, and what the runs warned of. */
export function stillOpen(
  input: MinimizationInput,
  report: MinimizationReport,
  lines: readonly FieldLine[],
): StillOpen | null {
  const open = lines.filter(({ field }) => field.action === "decide");
  const drafts = input.goals
    .filter(({ goal }) => goal.draft)
    .map(({ goal }) => `“${goal.name}” cannot start yet: nobody has said what the customer gets.`);
  const notes = [
    ...new Set([...drafts, ...report.goals.flatMap(({ warnings }) => warnings), ...input.dataset.warnings]),
  ];
  if (!open.length && !notes.length) return null;
  return {
    fields: open.slice(0, listed).map(({ label, sentence }) => ({ label, why: sentence })),
    more: Math.max(0, open.length - listed),
    notes: notes.concat(losses(input)),
  };
}

function losses({ dataset }: MinimizationInput): string[] {
  return dataset.tables.flatMap(({ name, rejected, copiesRemoved }) => [
    ...(rejected ? [`${recordsOf(rejected, name)} could not be read: in no figure.`] : []),
    ...(copiesRemoved ? [`${recordsOf(copiesRemoved, name)} stood there twice: counted once.`] : []),
  ]);
}

function recordsOf(count: number, table: string): string {
  return `${thousands(count)} ${count === 1 ? "record" : "records"} of ${table}`;
}
