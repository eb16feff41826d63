import { literal, type Sql } from "../database/sql-text.ts";
import { tableOf } from "../datasets/dataset.ts";
import type { Inquiry } from "./inquiry.ts";

/**
 * Held back because quiet hours last from the first moment at which one could act until the window has closed, by the
 * clocks of the trigger's table. A goal without trigger or window can wait.
 */
export function quietHours(inquiry: Inquiry): Sql {
  const { database, goal } = inquiry;
  const part = (query: string, names = {}) => database.fragment(query, names);
  const { quiet, trigger, windowMinutes, reactionMinutes } = goal;
  if (!quiet || !trigger || windowMinutes === null) return part("actionability/never");
  const now = trigger.kind === "condition";
  const from = literal(minuteOf(quiet.from));
  const until = literal(minuteOf(quiet.to));
  const start = localMoment(
    inquiry,
    part(now ? "actionability/chance-now" : "actionability/first-chance", { reaction: literal(reactionMinutes) }),
  );
  const close = localMoment(
    inquiry,
    part(now ? "actionability/window-from-now" : "actionability/window-closes", { window: literal(windowMinutes) }),
  );
  const byDay = minuteOf(quiet.from) <= minuteOf(quiet.to);
  return part("actionability/in-quiet-hours", {
    start,
    close,
    until,
    quiet: part(byDay ? "actionability/quiet-by-day" : "actionability/quiet-by-night", { moment: start, from, until }),
  });
}

/** A time of this dataset as the clocks of the trigger's table show it. */
export function localMoment(inquiry: Inquiry, moment: Sql): Sql {
  const { dataset, customers, goal, database } = inquiry;
  const table = goal.trigger?.kind === "event" ? tableOf(dataset, goal.trigger.table) : customers;
  const zone = table?.layout.zone ?? customers.layout.zone;
  return zone === null ? moment : database.fragment("actionability/local-moment", { moment, zone: literal(zone) });
}

/** Minute of the day of "21:00". */
function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}
