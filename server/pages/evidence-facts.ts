import type { Evidence, Facts } from "../vocabulary.ts";

const terms: Readonly<Record<string, string>> = {
  share: "Share of the gain lost without it",
  low: "Lower end, 90 % interval",
  high: "Upper end, 90 % interval",
  alone: "Share of the gain it has alone",
  p: "p, one-sided",
  inKept: "In the kept set",
  missedOf100: "More missed of 100",
  missedOf100Low: "More missed, lower end",
  missedOf100High: "More missed, upper end",
  refitted: "Measured by a refit",
  floor: "Floor, as a share of the gain",
  why: "Why",
  carriedBy: "Said already by",
  recordsNeeded: "Records that would settle it",
};

/** The figures behind the deciding evidence, and the query they come from. */
export function evidenceFacts(
  evidence: readonly Evidence[],
): readonly { readonly term: string; readonly fact: string }[] {
  const [first] = evidence;
  if (!first) return [];
  return [...factsOf(first.facts), { term: "Rule", fact: first.rule }, { term: "Comes from", fact: first.query }];
}

function factsOf(facts: Facts): { term: string; fact: string }[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    return [{ term: terms[name] ?? name, fact: printFact(value) }];
  });
}

function printFact(value: Facts[string]): string {
  if (typeof value === "number") return Number.isInteger(value) ? value.toLocaleString("en") : value.toPrecision(3);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.join(", ") : String(value);
}
