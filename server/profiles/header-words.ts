/**
 * The words of a field's name: split at signs, at the humps of camelCase and before a number that ends a word
 * ("lastSeen_30d" gives last, seen, 30d; "address1" gives address, 1), lower case, accents removed.
 */
export function spokenWords(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{L}{2,})(\d+)(?![\p{L}\d])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word);
}

/** The same without articles and prepositions, as names are compared. */
export function headerWords(name: string): string[] {
  const words = spokenWords(name);
  const telling = words.filter((word) => !articles.has(word));
  return telling.length ? telling : words;
}

/** The run of words as the name has it, articles included: "date of birth" for date, birth. */
export function spokenRun(name: string, run: readonly string[]): string {
  const words = spokenWords(name);
  for (let start = words.length - 1; start >= 0; start--) {
    let found = 0;
    let end = start;
    for (; end < words.length && found < run.length; end++) {
      if (words[end] === run[found]) found++;
      else if (found === 0 || !articles.has(words[end] ?? "")) break;
    }
    if (found === run.length) return words.slice(start, end).join(" ");
  }
  return run.join(" ");
}

const articles = new Set("de du des la le les del el los las der die das van het of the a an".split(" "));
