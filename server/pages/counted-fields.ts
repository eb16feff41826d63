import { customersTable } from "../datasets/dataset.ts";
import { combineVerdicts } from "../verdicts/combine-verdicts.ts";
import type { Dataset, Strategy, Verdict } from "../vocabulary.ts";
import type { GoalState } from "./goal-states.ts";
import { outcomeFields } from "./table-about.ts";
import { verdictOrder } from "./verdict-words.ts";

/** The fields of the customers table that stand with one verdict, in the table's order. */
export type FieldsByVerdict = Readonly<Record<Verdict, readonly string[]>>;

/** The fields that tallies count: those of the customers table, but for what any goal takes as its outcome. */
export function countedFields(dataset: Dataset, strategy: Strategy, states: readonly GoalState[]): readonly string[] {
  const { name, fields } = customersTable(dataset);
  const outcomes = new Set([
    ...outcomeFields(dataset, strategy).map(({ field }) => field),
    ...states
      .flatMap((state) => (state.kind === "sorted" ? (state.sorted.resolved.outcome?.fields ?? []) : []))
      .filter(({ table }) => table === name)
      .map(({ field }) => field),
  ]);
  return fields.map((field) => field.name).filter((field) => !outcomes.has(field));
}

/** Where the counted fields stand over the goals given; with one goal, where they stand for it. */
export function fieldsByVerdict(
  dataset: Dataset,
  counted: readonly string[],
  states: readonly GoalState[],
): FieldsByVerdict {
  const { name: table } = customersTable(dataset);
  const verdicts = states.flatMap((state) => (state.kind === "sorted" ? state.sorted.verdicts : []));
  const byField = new Map<string, Verdict[]>(counted.map((name) => [name, []]));
  for (const verdict of verdicts) {
    if (verdict.table === table) byField.get(verdict.name)?.push(verdict.verdict);
  }
  const standing = [...byField].map(([name, given]) => ({
    name,
    verdict: combineVerdicts(given.map((verdict) => ({ verdict }))),
  }));
  const of = (verdict: Verdict) => standing.filter((one) => one.verdict === verdict).map(({ name }) => name);
  return Object.fromEntries(verdictOrder.map((verdict) => [verdict, of(verdict)])) as Record<Verdict, string[]>;
}

/** Seeds for up to this many fields; beyond it the words say it. */
const mostSeeds = 80;

export interface Tally {
  readonly label: string;
  readonly groups: readonly { readonly seeds: readonly Verdict[] }[];
}

/** The seeds of a tally; `verdicts` says which of them it shows. */
export function tallyOf(fields: FieldsByVerdict, verdicts: readonly Verdict[] = verdictOrder): Tally {
  const shown = verdicts.filter((verdict) => fields[verdict].length > 0);
  const all = shown.reduce((sum, verdict) => sum + fields[verdict].length, 0);
  return {
    label: shown.map((verdict) => `${fields[verdict].length} ${seedWords[verdict]}`).join(", ") || "None",
    groups: all > mostSeeds ? [] : shown.map((verdict) => ({ seeds: fields[verdict].map(() => verdict) })),
  };
}

const seedWords: Readonly<Record<Verdict, string>> = {
  needed: "needed",
  coarser: "needed but coarser",
  unused: "unused",
  undecided: "undecided",
};
