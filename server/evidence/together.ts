import type { FieldNeed } from "../model/model-result.ts";
import { inWords } from "./plain-words.ts";

const mostNamed = 3;

/** " It tells more together with Plan.", or nothing. */
export function together({ partners }: FieldNeed): string {
  return partners.length ? ` It tells more together with ${inWords(partners.slice(0, mostNamed))}.` : "";
}
