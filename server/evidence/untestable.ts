import type { FieldProfile } from "../vocabulary.ts";

/** Under this many records per text value the values cannot be told apart by what they do. */
export const leastPerValue = 5;
/** The share of filled cells that must be different for a field to be an identifier. */
const differentShare = 0.99;
const leastRecords = 20;

/** Why a field cannot go into the model; null where it can. Numbers and times always can: they are cut into ranges. */
export function whyUntestable(profile: FieldProfile): "identifier" | "too-many-values" | null {
  const { filled, distinct, type, meaning } = profile;
  if (filled < leastRecords) return null;
  const countsPeople = type === "text" || meaning.endsWith("-id");
  if (countsPeople && distinct >= differentShare * filled) return "identifier";
  return type === "text" && filled < leastPerValue * distinct ? "too-many-values" : null;
}
