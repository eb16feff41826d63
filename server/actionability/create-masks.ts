import { identifier, literal, type Sql } from "../database/sql-text.ts";
import { allOf } from "./conditions.ts";
import { fieldConditions } from "./field-conditions.ts";
import { worthLost } from "./fixes/worth-lost.ts";
import type { Inquiry } from "./inquiry.ts";
import type { LagMeasured } from "./measure-lag.ts";
import { microseconds } from "./needed-fields.ts";
import type { People } from "./people.ts";
import { quietHours } from "./quiet-hours.ts";

/** The temporary tables that masks are made from: today's, or those as of trigger + window. */
export const snapshot = {
  masks: "person_masks",
  units: "actionability/units-of-today",
  facts: "actionability/facts-with-reach",
  knowledge: "today",
} as const;
export const atTrigger = {
  masks: "person_masks_then",
  units: "actionability/units-of-then",
  facts: "actionability/facts-alone",
  knowledge: "at-trigger",
} as const;

/** What every unit passes, per person, in one GROUP BY: the temporary table `tables.masks`. */
export async function createMasks(
  inquiry: Inquiry,
  people: People,
  lag: LagMeasured,
  tables: typeof snapshot | typeof atTrigger,
): Promise<void> {
  const { database, session } = inquiry;
  const conditions = people.needed.flatMap((field) => fieldConditions(inquiry, people, field, tables.knowledge) ?? []);
  await session.run("actionability/create-person-masks", {
    names: {
      masks: identifier(tables.masks),
      units: database.fragment(tables.units),
      facts: database.fragment(tables.facts),
      present: allOf(
        database,
        conditions.map(({ filled }) => filled),
      ),
      fresh: allOf(
        database,
        conditions.flatMap(({ fresh }) => fresh ?? []),
      ),
      in_time: inTime(inquiry, lag),
      quiet: quietHours(inquiry),
      closed: tables.knowledge === "today" ? closed(inquiry) : database.fragment("actionability/never"),
      worth_lost: tables.knowledge === "today" ? worthLost(inquiry, lag) : database.fragment("actionability/none-lost"),
    },
  });
}

function closed({ database, goal, asOf }: Inquiry): Sql {
  if (goal.windowMinutes === null || asOf === null) return database.fragment("actionability/never");
  return database.fragment("actionability/window-closed", {
    window: literal(goal.windowMinutes),
    as_of: literal(asOf),
  });
}

/** It arrived after it happened, and early enough. A date is known ahead: arriving before it is in time. */
export function inTime({ database, goal }: Inquiry, lag: LagMeasured): Sql {
  if (goal.windowMinutes === null) return database.fragment("actionability/never");
  return database.fragment("actionability/arrives-in-time", {
    earliest: earliestLag(goal, lag),
    grain: microseconds(lag.grainMinutes),
    most: microseconds(goal.windowMinutes - goal.reactionMinutes),
  });
}

/** The smallest lag that is believed, in microseconds. */
export function earliestLag({ trigger }: Inquiry["goal"], { skewed, grainMinutes }: LagMeasured): Sql {
  return trigger?.kind === "date" ? literal(Number.MIN_SAFE_INTEGER) : microseconds(skewed ? -1 : -grainMinutes);
}
