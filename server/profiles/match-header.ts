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
  "1 2 3 4 primary secondary main home work private raw clean new old current orig original value val text txt str masked plain full lower upper mobile landline business 01 02 normalized normalised".split(
    " ",
  ),
);

/** In Romance languages the word that names the field comes first: telefono casa, fecha nacimiento titular. */
const firstWordLanguages = new Set(
  "correo courriel telefono movil telephone nombre apellido apellidos prenom nom ville ciudad calle direccion codigo fecha date adresse numero".split(
    " ",
  ),
);

type Phrase = (typeof phrases)[number];

const phrases = headerPhrases.flatMap(([code, allowed, list]) =>
  list.split("|").map((phrase) => ({ code, allowed, words: phrase.split(" ") })),
);

/** What a field's name says it is: the longest known phrase that the name ends with, for fields of this family. */
export function matchHeader(field: string, name: FieldName, family: Family): HeaderMatch | null {
  const fitting = phrases.filter(({ allowed }) => allowed.includes(family));
  const all = withoutTails(name.core, fitting);
  let best: HeaderMatch | null = null;
  let length = 0;
  for (const { code, words } of fitting) {
    if (words.length <= length || !(endsWith(all, words) || beginsWith(all, words))) continue;
    best = { code, said: spokenRun(field, words), whole: words.length === all.length };
    length = words.length;
  }
  return best;
}

/** "email 1" and "emails value" are about the email; "order value" is about its value. */
function withoutTails(words: readonly string[], fitting: readonly Phrase[]): readonly string[] {
  let end = words.length;
  while (end > 1 && tails.has(words[end - 1] ?? "")) {
    const [here, before] = [words.slice(0, end), words.slice(0, end - 1)];
    if (fitting.some((phrase) => phrase.words.length > 1 && endsWith(here, phrase.words))) break;
    if (!fitting.some((phrase) => endsWith(before, phrase.words)) && !tails.has(before.at(-1) ?? "")) break;
    end--;
  }
  return words.slice(0, end);
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
