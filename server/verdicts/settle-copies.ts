import type { Evidence, FieldVerdict } from "../vocabulary.ts";

/**
 * A copy is unused only because another field is kept. Where that other field ends unused, the copy shares its
 * verdict and reason, and the mapping stays as its second piece of evidence (method §5.1).
 */
export function settleCopies(verdicts: readonly FieldVerdict[]): FieldVerdict[] {
  return verdicts.map((verdict) => {
    const [mapping] = verdict.evidence;
    if (!mapping || (mapping.rule !== "duplicate" && mapping.rule !== "derived")) return verdict;
    const of = verdicts.find((other) => other.table === verdict.table && other.name === mapping.facts["of"]);
    if (of?.measured.verdict !== "unused") return verdict;
    return shareVerdict(verdict, of, mapping);
  });
}

function shareVerdict(copy: FieldVerdict, of: FieldVerdict, mapping: Evidence): FieldVerdict {
  const [first] = of.evidence;
  const evidence = first ? [first, mapping, ...copy.evidence.slice(1)] : copy.evidence;
  const measured = of.measured;
  const decided = copy.decision ? {} : { verdict: measured.verdict, reason: measured.reason };
  return { ...copy, ...decided, measured, evidence };
}
