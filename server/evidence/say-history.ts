import type { RowCurve } from "../model/row-curve.ts";
import type { History } from "./history.ts";
import { wholeNumber } from "./plain-words.ts";

/** What the curves say, in plain words; a figure that nothing was measured for is not spoken of. */
export function sayHistory({ rows }: History): string[] {
  return rows ? sayRows(rows) : [];
}

function sayRows({ lastHalf, state, needed, points, share }: RowCurve): string[] {
  const range = `likely range ${percent(lastHalf.low)} to ${percent(lastHalf.high)}`;
  const bought = `The last half of the customers bought ${percent(lastHalf.value)} of what the fields tell (${range}).`;
  const there = points.at(-1)?.records ?? 0;
  const most = 4 * there;
  const goal = `${Math.round(share * 1000) / 10}% of what any number of them could tell`;
  const to = needed.high >= most ? `more than ${round(most)}` : round(needed.high);
  const said = {
    "more-helps": `More customers would still help: for ${goal} it takes more than the ${round(there)} there were to learn from.`,
    unclear: `How many customers are enough for ${goal} is unclear: anything from ${round(needed.low)} to ${to}.`,
    enough:
      needed.high <= 2 * needed.low
        ? `About ${round(needed.value)} customers are enough for ${goal} (likely range ${round(needed.low)} to ${to}).`
        : `There are enough customers: ${to} of them, or fewer, tell ${goal}.`,
  }[state];
  return [bought, said];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** Two digits are all that is known. */
function round(records: number): string {
  return wholeNumber(Number(records.toPrecision(2)));
}
