import { inWords } from "../../evidence/plain-words.ts";
import { upliftSays } from "../../evidence/uplift/uplift-warnings.ts";
import { thousands } from "../say-figures.ts";
import type { FieldLine } from "./field-lines.ts";
import type { GoalResult, MinimizationInput } from "./minimization-input.ts";

export interface StillOpen {
  /** fields that wait for the same reason stand together */
  readonly fields: readonly { readonly label: string; readonly why: string }[];
  readonly more: number;
  readonly notes: readonly string[];
}

const listed = 40;

/** What waits for a person: unsettled fields, goals that cannot start, and what the runs warned of. */
export function stillOpen(input: MinimizationInput, lines: readonly FieldLine[]): StillOpen | null {
  const open = lines.filter(({ field }) => field.action === "decide");
  const drafts = input.goals
    .filter(({ goal }) => goal.draft)
    .map(({ goal }) => `“${goal.name}” cannot start yet: nobody has said what the customer gets.`);
  const notes = [
    ...new Set([
      ...drafts,
      ...input.goals.flatMap((goal) => goal.warnings.filter((warning) => !saidElsewhere(warning, goal, open))),
      ...input.dataset.warnings,
    ]),
  ];
  if (!open.length && !notes.length) return null;
  return {
    ...openFields(open),
    notes: notes.concat(losses(input)),
  };
}

/** What an offer changes has its own section, and a question about a field that waits stands with the field. */
function saidElsewhere(warning: string, { asked, uplift }: GoalResult, open: readonly FieldLine[]): boolean {
  if (uplift && upliftSays(uplift.measured).includes(warning)) return true;
  const waits = ({ table, field }: GoalResult["asked"][number]) =>
    open.some((line) => line.field.table === table && line.field.name === field);
  return warning.includes("known before the outcome?") && asked.every((one) => one.answer !== null || waits(one));
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
