import type { Evidence } from "../vocabulary.ts";
import type { FieldFacts } from "./field-facts.ts";
import type { Substitute } from "./measure-substitutes.ts";
import { inWords } from "./plain-words.ts";

/** Where another field does the same job, the model's evidence says which: of a kept field and of one outside alike. */
export function saySubstitutes(
  evidence: Evidence,
  { substitutes = [], profile, ofCustomers }: Pick<FieldFacts, "substitutes" | "profile" | "ofCustomers">,
): Evidence {
  if (!("inKept" in evidence.facts)) return evidence;
  const isOwn = ({ table, name }: Substitute["kept"]) => table === profile.table && name === profile.name;
  const named = ({ table, name }: Substitute["kept"]) =>
    table === profile.table && ofCustomers ? name : `${table}.${name}`;
  const same = substitutes.filter((one) => one.same);
  const standIns = [...new Set(same.filter(({ kept }) => isOwn(kept)).map(({ other }) => named(other)))];
  const standsInFor = [...new Set(same.filter(({ other }) => isOwn(other)).map(({ kept }) => named(kept)))];
  const does = standIns.length === 1 ? "does" : "do";
  const said = standIns.length
    ? `${inWords(standIns)} ${does} the same job.`
    : standsInFor.length
      ? `It does the same job as ${inWords(standsInFor)}.`
      : "";
  return said
    ? {
        ...evidence,
        sentence: `${evidence.sentence} ${said}`,
        facts: {
          ...evidence.facts,
          ...(standIns.length ? { standIns } : {}),
          ...(standsInFor.length ? { standsInFor } : {}),
        },
      }
    : evidence;
}
