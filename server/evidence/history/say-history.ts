import { findMinutes, sayDuration } from "../../goals/duration.ts";
import type { ResolvedGoal } from "../../goals/resolved-goal.ts";
import type { RowCurve } from "../../model/history/row-curve.ts";
import { inWords, wholeNumber } from "../plain-words.ts";
import type { ByTime, Depth, History } from "./history.ts";
import { leastDated } from "./least-dated.ts";

/** What the goal itself says of how long its fields are kept. */
export interface KeptHow {
  /** as the strategy writes it: "400d" */
  readonly keepFor: string | null;
  /** laws and contracts that ask for fields */
  readonly laws: readonly string[];
}

export function keptHow({ goal, roles }: Pick<ResolvedGoal, "goal" | "roles">): KeptHow {
  return { keepFor: goal.keepFor ?? null, laws: [...new Set(roles.flatMap(({ law }) => law ?? []))] };
}

/** What the curves say, in plain words; a figure that nothing was measured for is not spoken of. */
export function sayHistory({ rows, depth, byTime, dated }: History, kept: KeptHow): string[] {
  return [
    ...(rows ? sayRows(rows) : []),
    ...(depth ? sayDepth(depth, kept) : []),
    ...(byTime ? [sayByTime(byTime), ...sayTold(byTime)] : []),
    ...(dated !== null && dated < leastDated ? [sayUndated(dated)] : []),
  ];
}

function sayUndated(dated: number): string {
  return `The field that says when the outcome became known is filled for ${Math.round(100 * dated)} of every 100 customers of one answer: too few to say how old the data may be.`;
}

/** Is the goal's time to keep longer than what is shown to be enough? null where one of the two is not known. */
export function keptTooLong({ depth }: Pick<History, "depth">, { keepFor }: KeptHow): boolean | null {
  const minutes = keepFor === null ? undefined : findMinutes(keepFor);
  return depth && minutes !== undefined ? minutes > depth.keep * longestMonth : null;
}

/** A month is never called too short by a day. */
const longestMonth = 31 * 1440;

function sayRows({ lastHalf, state, needed, points, share }: RowCurve): string[] {
  const brought = `The last half of the customers brought ${partsOf(lastHalf.value)} the fields tell.`;
  const there = points.at(-1)?.records ?? 0;
  const most = 4 * there;
  const goal = `${wholePercent(share)} of what any number of them could tell`;
  const to = needed.high >= most ? `more than ${round(most)}` : round(needed.high);
  const said = {
    "more-helps": `More customers would still help: for ${goal} it takes more than the ${round(there)} there were to learn from.`,
    unclear: `How many customers are enough for ${goal} is unclear: anything from ${round(needed.low)} to ${to}.`,
    enough:
      needed.high <= 2 * needed.low
        ? `About ${round(needed.value)} customers are enough for ${goal}.`
        : `There are enough customers: ${to} of them, or fewer, tell ${goal}.`,
  }[state];
  return [said, brought];
}

function sayDepth(depth: Depth, kept: KeptHow): string[] {
  const { curve, of, tables, forRows, keep } = depth;
  const all = curve.points.at(-1)?.months ?? curve.needed;
  const best = `at least ${wholePercent(curve.share)} of what the best past tells`;
  const what = of === "events" ? `Records of ${inWords(tables)}` : "Customers";
  const enough =
    curve.needed < all
      ? `${what} from the last ${months(curve.needed)} are shown to be enough, of ${months(all)} there are: they tell ${best}.`
      : `Nothing shorter than all ${months(all)} of them is shown to be enough to tell ${best}.`;
  const hurts = `Older records do harm: with all ${months(all)} the fields tell less than with fewer.`;
  const longer = `It takes ${months(forRows ?? 0)} of them to see as many customers as are needed, so keep ${months(keep)}.`;
  return [
    enough,
    ...(curve.olderHurts ? [hurts] : []),
    ...(forRows !== null && forRows > curve.needed ? [longer] : []),
    ...sayKept(depth, kept),
  ];
}

function sayKept(depth: Depth, kept: KeptHow): string[] {
  const { keepFor, laws } = kept;
  const minutes = keepFor === null ? undefined : findMinutes(keepFor);
  const tooLong = keptTooLong({ depth }, kept);
  const shown = `${months(depth.keep)} ${depth.keep === 1 ? "is" : "are"} shown to be enough`;
  return [
    ...(minutes !== undefined && tooLong ? [`Kept for ${sayDuration(minutes)}; ${shown}.`] : []),
    ...(laws.length ? [`What a law or a contract asks for (${inWords(laws)}) stays as long as it says.`] : []),
  ];
}

function sayByTime({ from, records, keptShare: { value, high }, holds }: ByTime): string {
  const how = `Learned from what came before ${from} and tested on what came after it (${wholeNumber(records)} customers)`;
  if (high <= 0) return `${how}, the fields tell nothing.`;
  const kept = `the kept fields keep ${partsOf(value)} all of them tell`;
  if (holds === null) return `${how}, ${kept}. That is neither shown to hold nor not to.`;
  return holds ? `${how}, ${kept}.` : `${how}, ${kept}: less than the goal asks for.`;
}

/** Where nothing is told at all, that was said already. */
function sayTold({ keptShare, told }: ByTime): string[] {
  if (keptShare.high <= 0) return [];
  return told.value >= 0.995
    ? ["There all fields tell no less than of customers of their own time."]
    : [`There all fields tell ${partsOf(told.value)} they tell of customers of their own time.`];
}

function months(count: number): string {
  return `${count} ${count === 1 ? "month" : "months"}`;
}

/** What is told, counted in hundredths, before the words of what it is a part of. More than everything is noise. */
function partsOf(share: number): string {
  const hundred = 100 * share;
  if (hundred >= 99.5) return "all that";
  if (hundred > 0 && hundred < 1) return "under 1 of every 100 parts of what";
  return hundred > 0 ? `${Math.round(hundred)} of every 100 parts of what` : "nothing of what";
}

function wholePercent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** Two digits are all that is known. */
function round(records: number): string {
  return wholeNumber(Number(records.toPrecision(2)));
}
