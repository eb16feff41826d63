import type { Evidence } from "../../vocabulary.ts";
import type { FieldFacts } from "../field-facts.ts";
import { inWords } from "../plain-words.ts";

/** Where the model saw what a field's records add up to for each customer, its evidence says what that was. */
export function sayRolledUp(evidence: Evidence, { rolledUp, need }: Pick<FieldFacts, "rolledUp" | "need">): Evidence {
  const isOfModel = "inKept" in evidence.facts;
  if (!rolledUp?.names.length || !need || !isOfModel) return evidence;
  return {
    ...evidence,
    sentence: `${evidence.sentence} Tested for each customer as: ${firstFew(rolledUp.names)}.`,
    facts: { ...evidence.facts, rolledUpAs: rolledUp.names },
  };
}

/** The rest stands in the facts. */
function firstFew(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return more > 1 ? `${names.slice(0, mostNamed).join(", ")} and ${more} more` : inWords(names);
}

const mostNamed = 3;
