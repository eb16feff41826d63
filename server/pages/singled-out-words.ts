import { meaningOf } from "../profiles/meanings.ts";
import type { FieldProfile } from "../vocabulary.ts";
import { allDifferent } from "./field-sketch.ts";
import { of100 } from "./words.ts";

/** What a field does to people by itself: "On its own it singles out 61 of every 100 customers." */
export function groupWordsAlone(profile: FieldProfile): string {
  const { records, singledOutAlone, meaning, filled } = profile;
  if (records === 0 || filled === 0) return "";
  if (meaningOf(meaning).direct || (allDifferent(profile) && singledOutAlone >= filled * 0.98)) {
    return "Nearly every customer has one of their own.";
  }
  if (singledOutAlone === 0) return "On its own it singles out nobody.";
  return `On its own it singles out ${of100(singledOutAlone / records)} of every 100 customers.`;
}
