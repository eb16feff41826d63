import type { Estimate } from "../vocabulary.ts";

export function wholeNumber(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

/** "3 days", "15 minutes", "2 years". */
export function plainDuration(minutes: number): string {
  const units: readonly (readonly [number, string])[] = [
    [525_600, "year"],
    [43_800, "month"],
    [1_440, "day"],
    [60, "hour"],
    [1, "minute"],
  ];
  const [size, unit] = units.find(([size]) => minutes >= size * 1.5) ?? [1, "minute"];
  const count = Math.max(1, Math.round(minutes / size));
  return `${wholeNumber(count)} ${unit}${count === 1 ? "" : "s"}`;
}

/** "Plan, Tenure and Region" */
export function inWords(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function moreMissed(missed: Estimate, people: string): string {
  const more = Math.round(missed.value);
  if (more < 1) return `Drop it and the order gets worse, though under 1 more of every 100 ${people} is missed.`;
  return `Drop it and you miss ${more} more of every 100 ${people}.`;
}

export function atMostMissed(missed: Estimate, people: string): string {
  const most = Math.ceil(missed.high);
  return most < 1 ? `under 1 of every 100 ${people}` : `at most ${most} of every 100 ${people}`;
}

/** "Date of birth" within a sentence is "date of birth"; "IBAN" stays as it is. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
