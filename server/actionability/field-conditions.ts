import { literal, type Sql } from "../database/sql-text.ts";
import type { Inquiry } from "./inquiry.ts";
import { microseconds, type NeededField } from "./needed-fields.ts";

/** Conditions over a unit, its customer (`people`) and its readings, for the needed fields. */
export interface FieldConditions {
  readonly filled: Sql;
  /** when its value was last updated; null where nothing records it */
  readonly updated: Sql | null;
  /** its value is young enough; null where nothing records its age */
  readonly fresh: Sql | null;
}

/** What makes a needed field present and fresh; null for one in a table that nothing looks into. */
export function fieldConditions(
  inquiry: Inquiry,
  needed: readonly NeededField[],
  field: NeededField,
): FieldConditions | null {
  if (field.place === "elsewhere") return null;
  const part = (name: string, names = {}) => inquiry.database.fragment(`actionability/${name}`, names);
  const updated = updatedSql(inquiry, needed, field);
  return {
    filled: part(filledQuery[field.place], { position: positionOf(needed, field) }),
    updated,
    fresh: updated && hasMoment(inquiry) ? freshSql(inquiry, field, updated) : null,
  };
}

const filledQuery = {
  customers: "filled-of-people",
  trigger: "filled-of-units",
  readings: "filled-of-readings",
} as const;

/** An age is measured against the trigger, else against the data's own time. */
export function hasMoment({ asOf, goal }: Inquiry): boolean {
  return asOf !== null || goal.trigger?.kind === "event";
}

/** The needed fields with readings of their own, in the order of `unit_readings`. */
export function withReadings(needed: readonly NeededField[]): readonly NeededField[] {
  return needed.filter(({ readings }) => readings !== null);
}

function positionOf(needed: readonly NeededField[], field: NeededField): Sql {
  const list = field.place === "readings" ? withReadings(needed) : needed.filter(({ place }) => place === field.place);
  return literal(list.indexOf(field) + 1);
}

function updatedSql({ database }: Inquiry, needed: readonly NeededField[], field: NeededField): Sql | null {
  if (field.readings) {
    const position = literal(withReadings(needed).indexOf(field) + 1);
    return database.fragment("actionability/updated-of-readings", { position });
  }
  if (field.updated === null) return null;
  return database.fragment("actionability/updated-of-people", { position: positionOf(needed, field) });
}

function freshSql({ database }: Inquiry, { readings, maxAgeMinutes }: NeededField, updated: Sql): Sql {
  return database.fragment("actionability/young-enough", {
    updated,
    seen: database.fragment("actionability/moment-of-units"),
    // What was read between trigger and action is new; where only today's time of update is known, one after the trigger says nothing of then.
    earliest: literal(readings ? Number.MIN_SAFE_INTEGER : 0),
    most: microseconds(maxAgeMinutes),
  });
}
