import { identifier, literal, type Sql } from "../database/sql-text.ts";
import type { People } from "./create-people.ts";
import type { Inquiry } from "./inquiry.ts";
import type { LagMeasured } from "./measure-lag.ts";
import { microseconds } from "./needed-fields.ts";

/** The temporary table `person_masks`: what every unit passes, in one GROUP BY. */
export async function createMasks(inquiry: Inquiry, people: People, lag: LagMeasured): Promise<void> {
  await inquiry.session.run("actionability/create-person-masks", {
    names: {
      units: identifier("units"),
      reach: identifier("customer_reach"),
      fresh: freshNow(inquiry, people),
      in_time: inTime(inquiry, lag),
      quiet: inquiry.database.fragment("actionability/never"),
    },
  });
}

/** Every needed field with a time of update is young enough at the unit's moment. */
function freshNow({ database }: Inquiry, { needed }: People): Sql {
  const part = (name: string, names = {}) => database.fragment(`actionability/${name}`, names);
  const held = needed.filter(({ place }) => place === "customers");
  const conditions = held.flatMap(({ updated, maxAgeMinutes }, index) =>
    updated === null
      ? []
      : [
          part("young-enough", {
            updated: part("updated-of-people", { position: literal(index + 1) }),
            seen: part("moment-of-units"),
            most: microseconds(maxAgeMinutes),
          }),
        ],
  );
  return part("all-of", { conditions });
}

/** It arrived after it happened, and early enough. A date is known ahead: arriving before it is in time. */
export function inTime({ database, goal }: Inquiry, lag: LagMeasured): Sql {
  if (goal.windowMinutes === null) return database.fragment("actionability/never");
  return database.fragment("actionability/arrives-in-time", {
    earliest:
      goal.trigger?.kind === "date"
        ? literal(Number.MIN_SAFE_INTEGER)
        : microseconds(lag.skewed ? -1 : -lag.grainMinutes),
    grain: microseconds(lag.grainMinutes),
    most: microseconds(goal.windowMinutes - goal.reactionMinutes),
  });
}
