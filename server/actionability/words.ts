/** "a", "a and b", "a, b and c"; after four "a, b, c and 5 more". */
export function listWords(words: readonly string[], last: "and" | "or" = "and"): string {
  if (words.length > 4) return `${words.slice(0, 3).join(", ")} ${last} ${words.length - 3} more`;
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** “Plan” and “Data left, percent”: a label may hold a comma. */
export function listLabels(labels: readonly string[]): string {
  return listWords(labels.map((label) => `“${label}”`));
}

/** 12,480 */
export function sayCount(count: number): string {
  return count.toLocaleString("en-US");
}
