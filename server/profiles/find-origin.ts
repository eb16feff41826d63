import type { Origin } from "../vocabulary.ts";
import type { Classified } from "./classify-sensitivity.ts";
import type { Clues } from "./clues.ts";
import { meaningOf } from "./meanings.ts";
import { saysName } from "./reason-words.ts";

const inferredWords = new Set(
  "score scores propensity segment segments guessed guess predicted prediction predict estimated estimate inferred likelihood probability prob interest interests affinity affinities modelled modeled model cluster persona lookalike ltv clv risk decile percentile rfm".split(
    " ",
  ),
);
const acquiredWords = new Set(
  "bought append appended broker acquired licensed acxiom experian schober 3p thirdparty vendor enriched enrichment clearbit".split(
    " ",
  ),
);
const volunteeredWords = new Set(
  "form preference preferences preferred stated declared survey answer answers questionnaire feedback self quiz".split(
    " ",
  ),
);
const observedWords = new Set(
  "usage used visits clicks opens views events seen visited viewed clicked opened observed tracked measured".split(" "),
);

/** Where a field's values come from: its name first, then what it means, then the kind of its table. */
export function findOrigin(code: string, clues: Clues): Classified<Origin> {
  const { words } = clues.name;
  const meaning = meaningOf(code);
  const joined = words.join(" ");
  const acquired =
    words.find((word) => acquiredWords.has(word)) ??
    /(third party|partner (data|list|source|segment)|from partner)/.exec(joined)?.[0];
  if (acquired) return { is: "acquired", reason: `${saysName(acquired)}: it was bought or came from somebody else.` };
  const inferred = words.find((word) => inferredWords.has(word));
  // A device model is no model of a person.
  if (inferred && code !== "device-model" && code !== "rating" && code !== "product") {
    return { is: "inferred", reason: `${saysName(inferred)}: somebody worked it out, the customer never said it.` };
  }
  const volunteered = words.find((word) => volunteeredWords.has(word));
  if (volunteered) return { is: "volunteered", reason: `${saysName(volunteered)}: the customer told you.` };
  const observed = words.find((word) => observedWords.has(word));
  if (observed && meaning.origin !== "inferred") {
    return { is: "observed", reason: `${saysName(observed)}: it was recorded as it happened.` };
  }
  if (meaning.origin !== "unknown") return { is: meaning.origin, reason: usual[meaning.origin] };
  if (clues.table.kind === "events") return { is: "observed", reason: "It was recorded with an event." };
  if (clues.table.kind === "consents")
    return { is: "volunteered", reason: "It was recorded when somebody agreed or withdrew." };
  return { is: "unknown", reason: "Nothing in the table says where it comes from." };
}

const usual: Record<Exclude<Origin, "unknown">, string> = {
  volunteered: "Customers usually give this themselves.",
  observed: "This is usually recorded while somebody is a customer.",
  inferred: "This is usually worked out from other data.",
  acquired: "This is usually bought or added from elsewhere.",
};
