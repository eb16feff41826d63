import type { FieldProfile } from "../vocabulary.ts";
import { count } from "./helpers.ts";
import { valueWords } from "./value-words.ts";

/** The figures behind the sentences, as terms and facts. */
export function fieldStatistics(profile: FieldProfile): readonly { readonly term: string; readonly fact: string }[] {
  const { records, filled, distinct, approximate, singledOutAlone, spread, type } = profile;
  const missing = records - filled;
  const share = (number: number) => (records ? ` (${((100 * number) / records).toFixed(1)}%)` : "");
  const facts = [
    { term: "Kept as", fact: typeWords[type] },
    { term: "Distinct values", fact: `${approximate ? "about " : ""}${count(distinct)} of ${count(filled)}` },
    { term: "Missing", fact: `${count(missing)}${share(missing)}` },
    { term: "Only one of their kind", fact: `${count(singledOutAlone)}${share(singledOutAlone)}` },
  ];
  if (!spread) return facts;
  const range = (spread.maximum ?? spread.mean) - (spread.minimum ?? spread.mean);
  const figure = (value: number | null) => (value === null ? "held by fewer than 5" : valueWords(value, type, range));
  return [
    ...facts,
    { term: "Lowest", fact: figure(spread.minimum) },
    { term: "Middle", fact: figure(spread.median) },
    { term: "Highest", fact: figure(spread.maximum) },
  ];
}

const typeWords: Readonly<Record<FieldProfile["type"], string>> = {
  text: "text",
  integer: "whole number",
  number: "number",
  boolean: "yes or no",
  date: "date",
  time: "date and time",
};
