import type { Constancy } from "../../actionability/decay/constancy.ts";
import type { HalfLife } from "../../actionability/decay/estimate-half-life.ts";
import type { FieldDecay } from "../../actionability/decay/measure-decay.ts";
import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import { inWords, plainDuration } from "../../evidence/plain-words.ts";
import { capital, of100, percent, thousands } from "../say-figures.ts";
import type { Term } from "../words.ts";

type LabelOf = (field: { readonly table: string; readonly name: string }) => string;

/** Under the fields: how long half of their values stay right, or what to keep so that one can tell. */
export function decaySentences({ decay }: GoalActionability, labelOf: LabelOf): readonly string[] {
  const still = decay.filter(({ halfLife }) => isStill(halfLife));
  const told = [
    ...decay.flatMap((one) => (one.halfLife && !isStill(one.halfLife) ? [sentence(labelOf(one), one.halfLife)] : [])),
    ...(still.length ? [sayStill(still, labelOf)] : []),
  ];
  const uneven = decay.filter(
    ({ halfLife, constancy }) => halfLife && !isStill(halfLife) && constancy && constancy.holds !== "yes",
  );
  const waiting = decay.filter(({ undated }) => undated);
  const single = decay.filter(({ halfLife, history, why }) => !halfLife && !history && why?.includes("on record"));
  const others = (fields: readonly FieldDecay[]) => sayGrows(fields, labelOf, told.length > 0);
  return [
    ...told,
    ...uneven.flatMap((one) => (one.constancy ? [sayUneven(labelOf(one), one.constancy)] : [])),
    ...(waiting.length ? [askWhenTaken(waiting, others(waiting))] : []),
    ...(single.length
      ? [
          `${others(single)} is not estimable from one snapshot. Save another in 30 days, or keep each change with its time.`,
        ]
      : []),
  ];
}

/** "How fast “Plan” and “City” grow old" */
function sayGrows(fields: readonly FieldDecay[], labelOf: LabelOf, besides: boolean): string {
  const names =
    fields.length > 3 ? `${besides ? "the other" : "these"} fields` : inWords(fields.map((one) => `“${labelOf(one)}”`));
  return `How fast ${names} ${fields.length === 1 ? "grows" : "grow"} old`;
}

/** What stands in a table's name is asked about, never taken for granted. */
function askWhenTaken([first]: readonly FieldDecay[], grows: string): string {
  const { table, looksLike } = first?.undated ?? { table: "", looksLike: null };
  const ask =
    looksLike === null
      ? `write the day after snapshot: for it, under tables: in the strategy`
      : `if its name tells the day, write snapshot: ${looksLike} for it, under tables: in the strategy`;
  return `${grows} could be told from ${table}, but nothing says when it was taken: ${ask}.`;
}

/** Longer than anybody waits: not one of very many values changed. */
const LASTING = 50 * 365;

function isStill(halfLife: HalfLife | null): boolean {
  return halfLife !== null && halfLife.days === null && halfLife.low > LASTING;
}

function sayStill(fields: readonly FieldDecay[], labelOf: LabelOf): string {
  const names = fields.length > 3 ? `${fields.length} fields` : inWords(fields.map((one) => `“${labelOf(one)}”`));
  return `In ${names} nothing changed at all between two readings: the values last, or nobody looked again.`;
}

function sentence(label: string, { days, low }: HalfLife): string {
  return days === null
    ? `Half of the values of “${label}” stay right for longer than ${sayDays(low)}: nothing changed so far.`
    : `Half of the values of “${label}” are no longer right after ${sayDays(days)}.`;
}

/** Where one rate does not hold for everybody, what three snapshots show instead. */
function sayUneven(label: string, { changed, expected, holds }: Constancy): string {
  const counted = `of every 100 values of “${label}” ${of100(changed)} differ between the first and the last of three snapshots, where one steady pace would give ${of100(expected)}`;
  const so =
    holds === "fewer"
      ? "Some values come back, or the same customers change again and again: the others stay right for longer"
      : "Who changed once hardly changes again: the pace does not stay the same";
  return `${capital(counted)}. ${so}.`;
}

/** The ranges, and what others found where nothing is on record. */
export function decayTerms({ decay }: GoalActionability, labelOf: LabelOf): readonly Term[] {
  return decay.flatMap((one) => {
    const text = one.halfLife ? measured(one, one.halfLife) : assumed(one);
    return text ? [{ term: `How long “${labelOf(one)}” stays right`, text }] : [];
  });
}

function measured({ looked, changed, history, constancy }: FieldDecay, { days, low, high }: HalfLife): string {
  const range = `likely range ${countDays(low)} to ${high === null ? "any time" : countDays(high)}`;
  const half = days === null ? `longer than ${countDays(low)}` : `half-life ${countDays(days)}, ${range}`;
  return `${half}; ${thousands(changed)} changes in ${thousands(looked)} looked at (${history}). What was not looked at again counts as unchanged, so it may be shorter.${steady(constancy)}`;
}

function steady(constancy: FieldDecay["constancy"]): string {
  if (!constancy) return "";
  const { customers, changed, expected, low, high } = constancy;
  const apart = `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`;
  return ` Three snapshots: ${percent(changed)} of ${thousands(customers)} changed from the first to the last, ${percent(expected)} at one steady pace; likely range of the difference, in points: ${apart}.`;
}

function assumed({ why, usual }: FieldDecay): string {
  return usual ? `not estimable: ${why}. Others found: ${usual.says}.` : "";
}

function sayDays(days: number): string {
  return plainDuration(days * 1_440);
}

/** Whole days where years would hide the range. */
function countDays(days: number): string {
  return days < 10 ? sayDays(days) : days > LASTING ? "50 years" : `${thousands(Math.round(days))} days`;
}
