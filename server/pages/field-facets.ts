import type { FieldProfile } from "../vocabulary.ts";
import { fillShare, oldMinutes } from "./field-row.ts";

export interface FieldFacet {
  readonly key: string;
  readonly name: string;
  readonly holds: (profile: FieldProfile) => boolean;
}

/** The ways to narrow the list of fields, in the order they are offered. */
export const fieldFacets: readonly FieldFacet[] = [
  { key: "identifying", name: "Points to one person", holds: ({ sensitivity }) => sensitivity === "identifying" },
  { key: "special", name: "Specially protected", holds: ({ sensitivity }) => sensitivity === "special" },
  { key: "empty", name: "Mostly empty", holds: (profile) => fillShare(profile) < 0.5 },
  { key: "old", name: "Out of date", holds: ({ freshness }) => (freshness?.medianAgeMinutes ?? 0) >= oldMinutes },
  { key: "acquired", name: "Bought in", holds: ({ origin }) => origin === "acquired" },
  { key: "writing", name: "Free writing", holds: ({ meaning }) => meaning === "free-text" },
  { key: "corrected", name: "Corrected by a person", holds: ({ corrected }) => corrected.length > 0 },
];

export function facetOf(key: string | null): FieldFacet | null {
  return fieldFacets.find((facet) => facet.key === key) ?? null;
}
