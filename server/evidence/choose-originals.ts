import type { Copies, FoundCopy } from "./find-copies.ts";

/**
 * Which fields to leave to others: from each cluster of duplicates the member with the lowest risk stays (of equals the
 * first in the file), and a field that follows from one that stays goes. Points every field that goes at one that stays.
 * @param risk of keeping a field; more is riskier
 */
export function chooseOriginals(found: Copies, risk: (field: string) => number): Map<string, FoundCopy> {
  const chosen = new Map<string, FoundCopy>();
  for (const cluster of found.clusters) {
    const stays = cluster.reduce((best, next) => (risk(next) < risk(best) ? next : best));
    for (const copy of found.copies) {
      if (copy.kind === "duplicate" && copy.of === stays && cluster.includes(copy.field)) chosen.set(copy.field, copy);
    }
  }
  const derived = found.copies.filter(({ kind, field }) => kind === "derived" && !chosen.has(field));
  const goes = (field: string) => chosen.has(field) || derived.some((copy) => copy.field === field);
  for (const copy of derived) {
    const before = chosen.get(copy.field);
    if (!goes(copy.of) && (!before || risk(copy.of) < risk(before.of))) chosen.set(copy.field, copy);
  }
  return chosen;
}
