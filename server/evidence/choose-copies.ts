import type { Sensitivity } from "../vocabulary.ts";
import type { Copy, FieldFacts } from "./field-facts.ts";
import type { Copies } from "./find-copies.ts";
import { notPermitted } from "./rules/not-permitted.ts";
import { rulesOut } from "./rules-out.ts";

/** A source with more values than the model's bins tell apart does not replace what follows from it. */
const mostValues = 32;

const revealing: Readonly<Record<Sensitivity, number>> = { none: 0, personal: 1, identifying: 2, special: 3 };

/**
 * Whom to let go of fields that say the same: one that is held anyway stays, else the least revealing (by sensitivity, then
 * by the customers whom it singles out), else the fullest, else the first in the file (method §3.1). Pure.
 */
export function chooseCopies({ copies, clusters }: Copies, facts: readonly FieldFacts[]): Map<string, Copy> {
  const byName = new Map(facts.map((one) => [one.profile.name, one]));
  const chosen = new Map<string, Copy>();
  for (const cluster of clusters) {
    const members = cluster.flatMap((name) => byName.get(name) ?? []);
    const [kept, ...others] = members.toSorted(byPreference);
    if (!kept || isBarred(kept)) continue;
    for (const { profile } of others) chosen.set(profile.name, { of: kept.profile.name, kind: "duplicate" });
  }
  const sources = facts.filter((one) => !chosen.has(one.profile.name) && !isBarred(one)).toSorted(byPreference);
  for (const { profile } of sources) {
    if (profile.distinct > mostValues || chosen.has(profile.name)) continue;
    for (const { field, of, kind } of copies) {
      const derived = kind === "derived" && of === profile.name && byName.has(field);
      if (derived && !chosen.has(field)) chosen.set(field, { of, kind: "derived" });
    }
  }
  return chosen;
}

function byPreference(a: FieldFacts, b: FieldFacts): number {
  return (
    Number(isBarred(a)) - Number(isBarred(b)) ||
    Number(rulesOut(b)) - Number(rulesOut(a)) ||
    Number(b.isWanted ?? false) - Number(a.isWanted ?? false) ||
    revealing[a.sensitivity] - revealing[b.sensitivity] ||
    a.profile.singledOutAlone - b.profile.singledOutAlone ||
    b.profile.filled - a.profile.filled
  );
}

function isBarred(facts: FieldFacts): boolean {
  return notPermitted.weigh(facts) !== undefined;
}
