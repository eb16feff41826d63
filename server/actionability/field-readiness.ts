import { count } from "../database/shape.ts";
import { literal, type Sql, unionAll } from "../database/sql-text.ts";
import type { Readiness } from "../vocabulary.ts";
import { inTime } from "./create-masks.ts";
import type { People } from "./create-people.ts";
import type { FieldReadiness } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import type { LagMeasured } from "./measure-lag.ts";
import { microseconds, type NeededField } from "./needed-fields.ts";

/** A field is there, or in time, when it is so for at least this share of the units. */
const MOSTLY = 0.5;

/**
 * Each needed field by itself: missing (filled for under half of the units), late (of the filled, under half are young
 * enough and known in time), in time, or not measured where nothing records a time (methods.md 9.2).
 */
export async function fieldReadiness(
  inquiry: Inquiry,
  { needed }: People,
  lag: LagMeasured,
  arrivalMeasured: boolean,
): Promise<readonly FieldReadiness[]> {
  const asked = needed.filter(({ place }) => place !== "elsewhere");
  if (!asked.length) return needed.map((field) => unlooked(field));
  const { database, session } = inquiry;
  const fragments = asked.map((field, index) =>
    database.fragment("actionability/needed-field-counts", {
      position: literal(index),
      filled: filledSql(inquiry, needed, field),
      ready: readySql(inquiry, needed, field, lag, arrivalMeasured) ?? database.fragment("actionability/always"),
    }),
  );
  const rows = await session.rows(
    { ...unionAll(fragments), name: "actionability/needed-field-counts" },
    { position: count, identified: count, filled: count, ready: count },
  );
  return needed.map((field) => {
    const row = rows.find(({ position }) => asked[position] === field);
    if (!row) return unlooked(field);
    const timed = readySql(inquiry, needed, field, lag, arrivalMeasured) !== null;
    const coverage = row.identified === 0 ? 0 : row.filled / row.identified;
    const inTimeShare = timed && row.filled > 0 ? row.ready / row.filled : null;
    return {
      table: field.ref.table,
      name: field.ref.field,
      readiness: readinessOf(coverage, timed, inTimeShare),
      coverage,
      inTimeShare,
    };
  });
}

function readinessOf(coverage: number, timed: boolean, inTimeShare: number | null): Readiness {
  if (coverage < MOSTLY) return "missing";
  if (!timed || inTimeShare === null) return "not-measured";
  return inTimeShare < MOSTLY ? "late" : "in-time";
}

function unlooked({ ref }: NeededField): FieldReadiness {
  return { table: ref.table, name: ref.field, readiness: "not-measured", coverage: 0, inTimeShare: null };
}

function placeOf(needed: readonly NeededField[], field: NeededField): Sql {
  return literal(needed.filter(({ place }) => place === field.place).indexOf(field) + 1);
}

function filledSql({ database }: Inquiry, needed: readonly NeededField[], field: NeededField): Sql {
  const query = field.place === "trigger" ? "filled-of-units" : "filled-of-people";
  return database.fragment(`actionability/${query}`, { position: placeOf(needed, field) });
}

/** Young enough where it has a time of update; what comes with the trigger is as late as the trigger. Null where no time is recorded. */
function readySql(
  inquiry: Inquiry,
  needed: readonly NeededField[],
  field: NeededField,
  lag: LagMeasured,
  arrivalMeasured: boolean,
): Sql | null {
  const { database, goal } = inquiry;
  const part = (name: string, names = {}) => database.fragment(`actionability/${name}`, names);
  const conditions: Sql[] = [];
  const noMoment = inquiry.asOf === null && goal.trigger?.kind !== "event";
  if (field.updated && !noMoment) conditions.push(young(inquiry, field, placeOf(needed, field)));
  if ((field.place === "trigger" || field.triggers) && arrivalMeasured) conditions.push(inTime(inquiry, lag));
  return conditions.length ? part("all-of", { conditions }) : null;
}

function young({ database }: Inquiry, { maxAgeMinutes }: NeededField, position: Sql): Sql {
  return database.fragment("actionability/young-enough", {
    updated: database.fragment("actionability/updated-of-people", { position }),
    seen: database.fragment("actionability/moment-of-units"),
    most: microseconds(maxAgeMinutes),
  });
}
