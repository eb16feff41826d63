import type { FieldNeed } from "../model/model-result.ts";
import { inWords } from "./plain-words.ts";

const mostNamed = 4;

/** " It tells apart 2-year and monthly.", or nothing where the outcome is not one of several values. */
export function tellsApart({ tellsApart: values = [] }: FieldNeed): string {
  return values.length ? ` It tells apart: ${inWords(values.slice(0, mostNamed))}.` : "";
}

/** " for yearly", or nothing. */
export function openFor({ openFor: values = [] }: FieldNeed): string {
  return values.length ? ` for ${inWords(values.slice(0, mostNamed))}` : "";
}
