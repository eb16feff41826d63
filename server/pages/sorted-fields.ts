import type { SortedGoal, Sorting } from "../plans/sort-dataset.ts";
import type { FieldProfile, FieldVerdict } from "../vocabulary.ts";

export interface SortedField {
  readonly profile: FieldProfile;
  readonly verdict: FieldVerdict;
}

/** Every field but the outcome, which only says whether it worked. */
export function sortedFields({ sorting, sorted }: { sorting: Sorting; sorted: SortedGoal }): readonly SortedField[] {
  const outcome = sorted.resolved.outcome?.fields ?? [];
  return sorting.profiles.flatMap((profile) => {
    const verdict = sorted.verdicts.find(({ table, name }) => table === profile.table && name === profile.name);
    const isOutcome = outcome.some(({ table, field }) => table === profile.table && field === profile.name);
    return verdict && !isOutcome ? [{ profile, verdict }] : [];
  });
}
