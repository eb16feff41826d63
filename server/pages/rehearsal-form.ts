import type { Request } from "express";
import type { Period } from "../actionability/rehearsal/period.ts";
import { formPart } from "./site.ts";

const MICROSECONDS = 1_000;
const DAY = 86_400_000;

/** How many times faster than it happened; null is as fast as it goes. */
export const speeds = [1, 10, 100, 1_000, 10_000, null] as const;
export type Speed = (typeof speeds)[number];
export const usualSpeed: Speed = 10_000;

/** What a reader asks to be rehearsed. */
export interface AskedRehearsal {
  readonly days: { readonly from: string | null; readonly to: string | null };
  readonly period: Period;
  readonly speed: Speed;
}

export interface FormFault {
  readonly input: "from" | "to";
  readonly text: string;
}

export function speedCode(speed: Speed): string {
  return speed === null ? "most" : String(speed);
}

export function sayPace(speed: Speed): string {
  if (speed === null) return "As fast as it goes";
  return speed === 1 ? "As it happened" : `${speed.toLocaleString("en")} times faster`;
}

/** The speed of a form; the usual one where it names none. */
export function askedSpeed(request: Request): Speed {
  const code = formPart(request, "speed");
  const found = speeds.find((speed) => speedCode(speed) === code);
  // null is a speed too.
  return found === undefined ? usualSpeed : found;
}

/** What the form asks for, or what is wrong with it. Days are UTC, both of them included; a blank one is open. */
export function askedRehearsal(request: Request): AskedRehearsal | { readonly faults: readonly FormFault[] } {
  const days = { from: formPart(request, "from"), to: formPart(request, "to") };
  const from = dayOf(days.from);
  const to = dayOf(days.to);
  const faults: FormFault[] = [];
  if (from === undefined)
    faults.push({ input: "from", text: "Write the first day as year, month and day: 2026-11-01." });
  if (to === undefined) faults.push({ input: "to", text: "Write the last day as year, month and day: 2026-11-30." });
  if (from !== undefined && to !== undefined && from !== null && to !== null && to < from)
    faults.push({ input: "to", text: "The last day is before the first. Swap them, or leave one blank." });
  if (faults.length || from === undefined || to === undefined) return { faults };
  const period = {
    from: from === null ? null : from * MICROSECONDS,
    to: to === null ? null : (to + DAY) * MICROSECONDS,
  };
  return { days, period, speed: askedSpeed(request) };
}

/** Whether the days leave out nothing that the report looks at. */
export function isWhole({ from, to }: Period, asOf: string, lookBackMinutes: number | null): boolean {
  const end = Date.parse(asOf) * MICROSECONDS;
  const start = lookBackMinutes === null ? null : end - lookBackMinutes * 60_000 * MICROSECONDS;
  return (from === null || (start !== null && from <= start)) && (to === null || to > end);
}

/** The days that the report looks at, as the form has them; null where it looks back without end. */
export function reportDays(asOf: string, lookBackMinutes: number | null): AskedRehearsal["days"] {
  const day = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
  const end = Date.parse(asOf);
  return { from: lookBackMinutes === null ? null : day(end - lookBackMinutes * 60_000), to: day(end) };
}

/** The day's first millisecond; null where none is named, undefined where it is no day. */
function dayOf(text: string | null): number | null | undefined {
  if (text === null) return null;
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 31 February would be taken for a day in March.
  return Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== text ? undefined : day;
}
