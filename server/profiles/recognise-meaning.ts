import type { Clues, Recognised } from "./clues.ts";
import { saysName } from "./reason-words.ts";
import { recogniseByLayout, recogniseKey } from "./recognise-by-layout.ts";
import { recogniseByName } from "./recognise-by-name.ts";
import { recogniseByStatistics } from "./recognise-by-statistics.ts";
import { recogniseByCertainShape, recogniseByLikelyShape } from "./recognise-by-values.ts";
import { recogniseConsent, recogniseCount, recogniseFlag } from "./recognise-flag.ts";
import { findSpecialWords } from "./special-words.ts";

/**
 * What a field is, with the reason in one plain sentence. The first rule that knows decides, from the surest to the
 * weakest. No value is ever part of a reason.
 */
export function recogniseMeaning(clues: Clues): Recognised {
  for (const rule of rules) {
    const recognised = rule(clues);
    if (recognised) return recognised;
  }
  return recogniseByStatistics(clues);
}

const rules: readonly ((clues: Clues) => Recognised | null)[] = [
  recogniseByLayout,
  recogniseByCertainShape,
  recogniseSpecial,
  recogniseConsent,
  recogniseFlag,
  recogniseByName,
  recogniseCount,
  recogniseKey,
  recogniseByLikelyShape,
];

function recogniseSpecial(clues: Clues): Recognised | null {
  const special = findSpecialWords(clues.name.words);
  return special ? { code: special.code, reason: `${saysName(special.said)}.` } : null;
}
