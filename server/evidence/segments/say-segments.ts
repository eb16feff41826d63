import { inSentence } from "../plain-words.ts";
import type { SegmentGroup, Segments } from "./measure-segments.ts";

/** Who loses more than twice the average, the greatest loss first; nothing where nobody does. */
export function saySegments({ average, groups }: Segments): string[] {
  return groups
    .filter(({ flagged }) => flagged)
    .toSorted((a, b) => b.loss.value - a.loss.value)
    .map((group) => say(group, average.value));
}

function say({ label, level, value, loss }: SegmentGroup, average: number): string {
  const who = value === null ? `without a ${inSentence(label)}` : `with ${inSentence(label)} ${span(value, level)}`;
  return `Customers ${who} lose more: the kept fields leave out ${parts(loss.value)} of every 100 parts of what the fields tell, on average ${parts(average)}.`;
}

/** A band is held as its lower end. */
function span(value: string, level: string | null): string {
  const width = Number(/^(\d+)-(?:bands|years)$/.exec(level ?? "")?.[1]);
  const from = Number(value);
  return width && Number.isFinite(from) ? `${from} to under ${from + width}` : value;
}

function parts(share: number): string {
  const hundred = 100 * Math.max(0, share);
  return hundred > 0 && hundred < 1 ? "under 1" : String(Math.round(hundred));
}
