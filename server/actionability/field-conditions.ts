import { literal, type Sql } from "../database/sql-text.ts";
import { allOf } from "./conditions.ts";
import type { Inquiry } from "./inquiry.ts";
import { microseconds, type NeededField } from "./needed-fields.ts";
import { fieldsOfCustomers, fieldsRead, fieldsUpdated, type People, placeIn } from "./people.ts";

/** Today's values and times, or what was known at trigger + window. */
export type Knowledge = "today" | "at-trigger";

/** Conditions over a unit (`units`), its customer (`people`) and the latest readings (`readings`). */
export interface FieldConditions {
  readonly filled: Sql;
  /** when its value was last updated; null where nothing records it */
  readonly updated: Sql | null;
  /** the moment against which its age counts */
  readonly seen: Sql;
  /** its value is young enough; null where nothing records its age */
  readonly fresh: Sql | null;
}

/** What makes a needed field present and fresh; null for one in a table that nothing looks into. */
export function fieldConditions(
  inquiry: Inquiry,
  people: People,
  field: NeededField,
  knowledge: Knowledge,
): FieldConditions | null {
  if (field.place === "elsewhere") return null;
  const updated = updatedSql(inquiry, people, field);
  const seen = seenSql(inquiry, field, knowledge);
  return {
    filled: filledSql(inquiry, people, field, knowledge),
    updated,
    seen,
    fresh: updated && hasMoment(inquiry) ? youngEnough(inquiry, field, updated, seen) : null,
  };
}

/** Ages are measured against the trigger, else against the data's own time. */
export function hasMoment({ asOf, goal }: Inquiry): boolean {
  return asOf !== null || goal.trigger?.kind === "event";
}

export function youngEnough({ database }: Inquiry, field: NeededField, updated: Sql, seen: Sql): Sql {
  return database.fragment("actionability/young-enough", {
    updated,
    seen,
    // A reading between trigger and action is new.
    earliest: literal(field.readings ? Number.MIN_SAFE_INTEGER : 0),
    most: microseconds(field.maxAgeMinutes),
  });
}

/** When a field was last updated: its latest reading, else the time kept beside the customer; null where nothing says it. */
export function updatedSql({ database }: Inquiry, people: People, field: NeededField): Sql | null {
  const at = (name: string, place: number) => database.fragment(name, { position: literal(place) });
  if (field.readings) return at("actionability/updated-of-readings", placeIn(fieldsRead(people), field));
  return field.updated ? at("actionability/updated-of-people", placeIn(fieldsUpdated(people), field)) : null;
}

/**
 * A snapshot shows today's readings, so today they are so old. Where only the last time of update is kept, the age is
 * that at the trigger; a value updated since then says nothing of its age then (methods.md 9.1).
 */
function seenSql({ database, asOf }: Inquiry, { readings }: NeededField, knowledge: Knowledge): Sql {
  return readings && knowledge === "today" && asOf !== null
    ? database.fragment("actionability/moment-of-data", { as_of: literal(asOf) })
    : database.fragment("actionability/moment-of-units");
}

function filledSql({ database }: Inquiry, people: People, field: NeededField, knowledge: Knowledge): Sql {
  const part = (name: string, place: number) => database.fragment(name, { position: literal(place) });
  const read = field.readings && part("actionability/filled-of-readings", placeIn(fieldsRead(people), field));
  if (field.place === "readings" && read) return read;
  if (field.place === "trigger") return part("actionability/filled-of-units", fieldsOfTrigger(people, field));
  const held = part("actionability/filled-of-people", placeIn(fieldsOfCustomers(people), field));
  // A value that was not read yet was not there then.
  return read && knowledge === "at-trigger" ? allOf(database, [held, read]) : held;
}

function fieldsOfTrigger({ needed }: People, field: NeededField): number {
  return placeIn(
    needed.filter(({ place }) => place === "trigger"),
    field,
  );
}
