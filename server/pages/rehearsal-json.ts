import { findRehearsal } from "./open-rehearsal.ts";
import type { Page } from "./site.ts";

/** Where a rehearsal stands, and its end beside the report's count, as figures. */
export const rehearsalJson: Page = (site, request, response) => {
  const { goal, days, rehearsal } = findRehearsal(site, request);
  const { clock, first, last, decisions, slices: _, ...view } = rehearsal.view();
  const { summary } = rehearsal;
  response.json({
    rehearsal: {
      goal,
      days,
      ...view,
      clock: clock === null ? null : isoOf(clock),
      first: isoOf(first),
      last: isoOf(last),
      decisions: decisions.map(({ at, fate }) => ({ at: isoOf(at), fate })),
      end: summary && { replayed: summary.replayed, reported: summary.reported, equal: summary.equal },
    },
  });
};

function isoOf(microseconds: number): string {
  return new Date(microseconds / 1_000).toISOString();
}
