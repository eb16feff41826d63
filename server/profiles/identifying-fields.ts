import type { FieldProfile, FieldRef } from "../vocabulary.ts";
import { meaningOf } from "./meanings.ts";

type Asked = Pick<FieldProfile, "table" | "name" | "meaning" | "distinct">;

/**
 * The fields of the customers table whose combinations are counted (methods 7.3): what everybody could know of a
 * person (knownBy 3 in meanings.ts), and what acquaintances and partners could know (2) where it has more than 5
 * values. Direct identifiers are listed as held, not counted; what only the company knows (1) is not counted either.
 * Profiles come customers first; `customers` names that table where they do not.
 */
export function identifyingFields(profiles: readonly Asked[], customers = profiles[0]?.table): FieldRef[] {
  return profiles
    .filter((profile) => profile.table === customers && isCounted(profile))
    .map(({ table, name }) => ({ table, field: name }));
}

function isCounted({ meaning, distinct }: Asked): boolean {
  const { direct, knownBy } = meaningOf(meaning);
  if (direct || distinct === 0) return false;
  return knownBy === 3 || (knownBy === 2 && distinct > 5);
}
