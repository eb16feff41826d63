import { customersTable } from "../datasets/dataset.ts";
import type { Dataset, FieldProfile, Outcome } from "../vocabulary.ts";
import type { CatalogueGoal } from "./catalogue.ts";
import { saysAny } from "./match-field.ts";

/** A field and a value that may say that the goal's event happened. */
export interface OutcomeChoice {
  readonly outcome: Extract<Outcome, { is: string }>;
  readonly field: FieldProfile;
  /** customers who hold the value, of all */
  readonly customers: number;
  readonly records: number;
}

/** What the tables could tell of success, the likeliest first: what the starter names, what looks like an outcome, other flags. */
export function outcomeChoices(
  dataset: Dataset,
  profiles: readonly FieldProfile[],
  entry?: CatalogueGoal,
): OutcomeChoice[] {
  const names = entry?.outcome.names ?? [];
  return profiles
    .filter(({ table }) => table === customersTable(dataset).name)
    .map((field) => ({ field, rank: rankOf(field, names), value: happened(field) }))
    .filter(({ rank, value }) => rank > 0 && value !== undefined)
    .sort((a, b) => b.rank - a.rank)
    .flatMap(({ field, value }) => (value ? [asChoice(field, value)] : []));
}

/** Does a field look as if it told the starter's outcome? */
export function tellsOutcome(entry: CatalogueGoal, profiles: readonly FieldProfile[]): boolean {
  return profiles.some((field) => saysAny(field.name, entry.outcome.names) && happened(field) !== undefined);
}

function rankOf(field: FieldProfile, names: readonly string[]): number {
  if (saysAny(field.name, names)) return 3;
  if (field.meaning === "outcome") return 2;
  return field.meaning === "flag" ? 1 : 0;
}

const YES = /^(yes|y|true|t|1|ja|oui|si|sí)$/i;

/** The value that says yes, else the rarer of two; undefined where no value does. */
function happened({ top }: FieldProfile) {
  const filled = top.filter(({ value }) => value !== null && value.trim() !== "");
  if (filled.length < 1 || filled.length > 3) return undefined;
  return filled.find(({ value }) => YES.test(value?.trim() ?? "")) ?? (filled.length === 2 ? filled.at(-1) : undefined);
}

function asChoice(field: FieldProfile, { value, count }: FieldProfile["top"][number]): OutcomeChoice {
  return {
    outcome: { field: field.name, is: value ?? "" },
    field,
    customers: count,
    records: field.records,
  };
}
