import type { Decision, Evidence, FieldRef, FieldVerdict } from "../vocabulary.ts";

export interface VerdictInput extends FieldRef {
  readonly goal: string;
  /** in the order of the rules, the deciding one first; never empty */
  readonly evidence: readonly Evidence[];
  readonly decision: Decision | null;
}

/**
 * The first rule that holds decides, and a person's decision stands over it (method §5.1).
 * What was measured stays beside the decision.
 */
export function decideVerdict({ table, field, goal, evidence, decision }: VerdictInput): FieldVerdict {
  const deciding = evidence[0] ?? nothingKnown;
  const measured = { verdict: deciding.favours, reason: deciding.rule };
  return {
    table,
    name: field,
    goal,
    verdict: decision?.verdict ?? measured.verdict,
    reason: decision ? "decision" : measured.reason,
    keepAs: decision ? keptAs(decision) : levelOf(deciding),
    evidence: evidence.length ? evidence : [nothingKnown],
    decision,
    measured,
  };
}

function keptAs({ verdict, keepAs }: Decision): string | null {
  return verdict === "coarser" ? (keepAs ?? null) : null;
}

/** The measured level, where the evidence says that less detail does the job. */
function levelOf({ favours, facts }: Evidence): string | null {
  const { level } = facts;
  return favours === "coarser" && typeof level === "string" ? level : null;
}

/** A field that no rule speaks for or against: it stays open rather than guessed. */
const nothingKnown: Evidence = {
  rule: "too-close",
  favours: "undecided",
  sentence: "Too close to call.",
  facts: {},
  query: "strategy",
};
