import { inWords } from "../../evidence/plain-words.ts";
import { thousands } from "../say-figures.ts";
import type { FieldLine } from "./field-lines.ts";
import type { MinimizationInput } from "./minimization-input.ts";
import type { MinimizationReport } from "./minimization-report.ts";

export interface StillOpen {
  /** fields that wait for the same reason stand together */
  readonly fields: readonly { readonly label: string; readonly why: string }[];
  readonly more: number;
  readonly notes: readonly string[];
}

const listed = 40;

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
    ...openFields(open),
    notes: notes.concat(losses(input)),
  };
}

function openFields(open: readonly FieldLine[]): Pick<StillOpen, "fields" | "more"> {
  const shown = open.slice(0, listed);
  const labels = new Map<string, string[]>();
  for (const { label, sentence } of shown) labels.set(sentence, [...(labels.get(sentence) ?? []), label]);
  const fields = [...labels].map(([why, alike]) => ({ label: inWords(alike), why }));
  return { fields, more: open.length - shown.length };
}

function losses({ dataset }: MinimizationInput): string[] {
  return dataset.tables.flatMap(({ name, rejected }) => [
    ...(rejected ? [`${recordsOf(rejected, name)} could not be read: in no figure.`] : []),
  ]);
}

function recordsOf(count: number, table: string): string {
  return `${thousands(count)} ${count === 1 ? "record" : "records"} of ${table}`;
}
