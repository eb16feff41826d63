import { headerWords } from "../profiles/header-words.ts";
import type { FieldProfile } from "../vocabulary.ts";
import type { FieldHint } from "./catalogue/catalogue-goal.ts";

/** The field that fits best: by its name and what it is, then the better filled, then the earlier one. */
export function bestField(hint: FieldHint, profiles: readonly FieldProfile[]): FieldProfile | undefined {
  let best: { profile: FieldProfile; score: number } | undefined;
  for (const profile of profiles) {
    const score = scoreOf(hint, profile);
    if (score > (best?.score ?? 0)) best = { profile, score };
  }
  return best?.profile;
}

/** 0 where neither what the field is nor its name fits; the fill share only settles ties. */
function scoreOf({ meanings, names }: FieldHint, profile: FieldProfile): number {
  const place = (meanings as readonly string[]).indexOf(profile.meaning);
  const meant = place < 0 ? 0 : 4 - place / meanings.length;
  const named = names.some((phrase) => saysAll(profile.name, phrase)) ? 4 : 0;
  return meant || named ? meant + named + share(profile) / 2 : 0;
}

function share({ filled, records }: FieldProfile): number {
  return records ? filled / records : 0;
}

/** Are all words of the phrase in the name? "contract end" is in contract_end_date. */
export function saysAll(name: string, phrase: string): boolean {
  const words = new Set(headerWords(name).map(plain));
  return headerWords(phrase).every((word) => words.has(plain(word)));
}

export function saysAny(name: string, words: readonly string[]): boolean {
  return words.some((word) => saysAll(name, word));
}

/** purchases and purchase, ended and end are close enough for a proposal */
function plain(word: string): string {
  return word.length > 4 ? word.replace(/s$/, "") : word;
}
