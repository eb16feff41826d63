import { UserError } from "../errors.ts";

const UNITS = { m: 1, h: 60, d: 1_440 } as const;
const YEAR = 365 * UNITS.d;
type Unit = keyof typeof UNITS;

/** Minutes of "15m", "24h" or "30d"; undefined for anything else. */
export function findMinutes(text: string): number | undefined {
  const match = /^(\d{1,7})([mhd])$/.exec(text.trim());
  return match ? Number(match[1]) * UNITS[match[2] as Unit] : undefined;
}

/** Minutes of "15m", "24h" or "30d". Throws UserError for anything else. */
export function parseDuration(text: string): number {
  const minutes = findMinutes(text);
  if (minutes === undefined) {
    throw new UserError(`"${text}" is not a duration. Write an integer and m, h or d: 15m, 24h, 30d.`);
  }
  return minutes;
}

/** The shortest way to write whole minutes: 1440 is "1d", 90 is "90m", 0 is "0m". */
export function printDuration(minutes: number): string {
  if (minutes > 0 && minutes % UNITS.d === 0) return `${minutes / UNITS.d}d`;
  if (minutes > 0 && minutes % UNITS.h === 0) return `${minutes / UNITS.h}h`;
  return `${minutes}m`;
}

/** For people: "15 minutes", "48 hours", "7 days", "5 years". Up to two days are said in hours, as marketers do. */
export function sayDuration(minutes: number): string {
  const say = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (minutes > 0 && minutes % YEAR === 0) return say(minutes / YEAR, "year");
  if (minutes > 2 * UNITS.d && minutes % UNITS.d === 0) return say(minutes / UNITS.d, "day");
  if (minutes > 0 && minutes % UNITS.h === 0) return say(minutes / UNITS.h, "hour");
  return say(minutes, "minute");
}
