import type { Origin, Sensitivity } from "../vocabulary.ts";
import { count } from "./helpers.ts";

/** What marketers read for the codes of the vocabulary. */
export const sensitivityWords: Readonly<Record<Sensitivity, string>> = {
  none: "Everyday",
  personal: "Personal",
  identifying: "Points to one person",
  special: "Specially protected",
};

export const originWords: Readonly<Record<Origin, string>> = {
  volunteered: "The customer gave it",
  observed: "Seen in what they do",
  inferred: "Worked out or guessed",
  acquired: "Bought in",
  unknown: "Not known",
};

/** "61 of every 100", "under 1 of every 100", "none", "all". */
export function ofEvery100(share: number): string {
  return share === 0 ? "none" : share === 1 ? "all" : `${of100(share)} of every 100`;
}

/** The number alone: whole, never rounded to 0 or 100 while somebody is left. */
export function of100(share: number): string {
  if (share > 0 && share < 0.01) return "under 1";
  if (share > 0.99 && share < 1) return "over 99";
  return count(Math.round(share * 100));
}

const small = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** A number that starts a sentence: "Three", "12". */
export function numberWord(number: number): string {
  return small[number] ?? count(number);
}

/** "a, b and c" */
export function listWords(words: readonly string[], most = 3): string {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${count(words.length - most + 1)} more`] : words;
  const last = shown.at(-1) ?? "";
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`;
}

const units: readonly (readonly [minutes: number, one: string, many: string])[] = [
  [365.25 * 1440, "year", "years"],
  [30.4375 * 1440, "month", "months"],
  [7 * 1440, "week", "weeks"],
  [1440, "day", "days"],
  [60, "hour", "hours"],
  [1, "minute", "minutes"],
];

/** "8 months", "14 minutes"; the largest unit of which there are at least two, else one of the smallest that fits. */
export function ageWords(minutes: number): string {
  const [size, one, many] = units.find(([unit]) => minutes >= 2 * unit) ?? [1, "minute", "minutes"];
  const number = Math.max(0, Math.round(minutes / size));
  return number === 0 ? "moments" : `${count(number)} ${number === 1 ? one : many}`;
}

/** "today at 09:40", "yesterday at 17:05", "Thursday", "2 November", "2 November 2025", in this computer's zone; a day without a time stays a day. */
export function dayWords(time: string, now: Date): string {
  const then = new Date(time);
  const dayAlone = time.length === 10 || time.endsWith("T00:00:00Z");
  const days = Math.round((startOfDay(now) - startOfDay(then)) / 86_400_000);
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(then);
  if (days === 0) return dayAlone ? "today" : `today at ${clock}`;
  if (days === 1) return dayAlone ? "yesterday" : `yesterday at ${clock}`;
  if (days > 1 && days < 7) return new Intl.DateTimeFormat("en-GB", { weekday: "long" }).format(then);
  const year = then.getFullYear() === now.getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", ...year }).format(then);
}

/** "23 November 2027" of a day written 2027-11-23, the same in every zone; anything else as it is written. */
export function dateWords(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const words = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-GB", words).format(new Date(`${day}T00:00:00Z`));
}

export function bytesWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [size, unit] = bytes < 1e6 ? [1e3, "KB"] : bytes < 1e9 ? [1e6, "MB"] : [1e9, "GB"];
  return `${(bytes / size).toFixed(bytes / size < 10 ? 1 : 0)} ${unit}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function startOfDay(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}
