import type { FieldType } from "../vocabulary.ts";
import type { FieldName } from "./field-name.ts";
import { headerPhrases } from "./header-phrases.ts";
import { spokenRun } from "./header-words.ts";
import type { MeaningCode } from "./meanings.ts";

export type Family = "t" | "n" | "d" | "b";

export interface HeaderMatch {
  readonly code: MeaningCode;
  readonly said: string;
  /** does the phrase cover the whole name? */
  readonly whole: boolean;
}

const families: Record<FieldType, Family> = {
  text: "t",
  integer: "n",
  number: "n",
  boolean: "b",
  date: "d",
  time: "d",
};

export function familyOf(type: FieldType): Family {
  return families[type];
}

/** Words that may follow the word that names a field, without changing what it is. */
const tails = new Set(
  "1 2 3 4 primary secondary main home work private raw clean new old current orig original value val text txt str masked plain full lower upper mobile landline business 01 02".split(
    " ",
  ),
);

/** In Romance languages the word that names the field comes first: telefono casa, fecha nacimiento titular. */
const firstWordLanguages = new Set(
  "correo courriel telefono movil telephone nombre apellido apellidos prenom nom ville ciudad calle direccion codigo fecha date adresse numero".split(
    " ",
  ),
);

const phrases = headerPhrases.flatMap(([code, allowed, list]) =>
  list.split("|").map((phrase) => ({ code, allowed, words: phrase.split(" ") })),
);

/** What a field's name says it is: the longest known phrase that the name ends with, for fields of this family. */
export function matchHeader(field: string, name: FieldName, family: Family): HeaderMatch | null {
  const all = withoutTails(name.core);
  const fitting = phrases.filter(({ allowed }) => allowed.includes(family));
  let best: HeaderMatch | null = null;
  let length = 0;
  for (const { code, words } of fitting) {
    if (words.length <= length || !(endsWith(all, words) || beginsWith(all, words))) continue;
    best = { code, said: spokenRun(field, words), whole: words.length === all.length };
    length = words.length;
  }
  return best;
}

function withoutTails(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && tails.has(words[end - 1] ?? "") && !endsWithPhrase(words.slice(0, end))) end--;
  return words.slice(0, end);
}

function endsWithPhrase(words: readonly string[]): boolean {
  return phrases.some((phrase) => endsWith(words, phrase.words));
}

function endsWith(words: readonly string[], run: readonly string[]): boolean {
  const start = words.length - run.length;
  return start >= 0 && run.every((word, offset) => words[start + offset] === word);
}

function beginsWith(words: readonly string[], run: readonly string[]): boolean {
  return (
    firstWordLanguages.has(run[0] ?? "") && run.every((word, offset) => words[offset] === word) && run[0] !== "date"
  );
}
