/**
 * The words of a field's name: split at signs, at the humps of camelCase and between letters and numbers
 * ("lastSeen30d" gives last, seen, 30d), lower case, accents removed, articles left out.
 */
export function headerWords(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{L}{2,})(\d)/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !articles.has(word));
}

const articles = new Set([
  "de",
  "du",
  "des",
  "la",
  "le",
  "les",
  "del",
  "el",
  "los",
  "las",
  "der",
  "die",
  "das",
  "van",
  "het",
  "of",
  "the",
  "a",
  "an",
]);
