import { count } from "../database/shape.ts";
import { literal, type Sql, unionAll } from "../database/sql-text.ts";
import type { Readiness } from "../vocabulary.ts";
import { allOf } from "./conditions.ts";
import { inTime } from "./create-masks.ts";
import { fieldConditions } from "./field-conditions.ts";
import type { FieldReadiness } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import type { LagMeasured } from "./measure-lag.ts";
import type { NeededField } from "./needed-fields.ts";
import type { People } from "./people.ts";

/** A field is there, or in time, when it is so for at least this share of the units. */
const MOSTLY = 0.5;

interface AskedField {
  readonly field: NeededField;
  readonly filled: Sql;
  /** young enough and known early enough; null where no time is recorded */
  readonly ready: Sql | null;
}

/**
 * Each needed field by itself: missing (filled for under half of the units), late (of the filled, under half are young
 * enough and known in time), in time, or not measured where nothing records a time (methods.md 9.2).
 */
export async function fieldReadiness(
  inquiry: Inquiry,
  people: People,
  lag: LagMeasured,
  arrivalMeasured: boolean,
): Promise<readonly FieldReadiness[]> {
  const { needed } = people;
  const asked = needed.flatMap((field) => ask(inquiry, people, field, arrivalMeasured ? inTime(inquiry, lag) : null));
  const counts = asked.length ? await countFields(inquiry, asked) : [];
  return needed.map((field) => {
    const place = asked.findIndex((one) => one.field === field);
    const found = counts.find(({ position }) => position === place);
    const timed = asked[place]?.ready != null;
    const coverage = found && found.identified > 0 ? found.filled / found.identified : 0;
    const inTimeShare = timed && found && found.filled > 0 ? found.ready / found.filled : null;
    const readiness = found?.identified ? readinessOf(coverage, inTimeShare) : "not-measured";
    return { table: field.ref.table, name: field.ref.field, readiness, coverage, inTimeShare };
  });
}

function readinessOf(coverage: number, inTimeShare: number | null): Readiness {
  if (coverage < MOSTLY) return "missing";
  if (inTimeShare === null) return "not-measured";
  return inTimeShare < MOSTLY ? "late" : "in-time";
}

/** What comes with the trigger is as late as the trigger. */
function ask(inquiry: Inquiry, people: People, field: NeededField, arrives: Sql | null): readonly AskedField[] {
  const found = fieldConditions(inquiry, people, field, "today");
  if (!found) return [];
  const conditions: Sql[] = [];
  if (found.fresh) conditions.push(found.fresh);
  if ((field.place === "trigger" || field.triggers) && arrives) conditions.push(arrives);
  const ready = conditions.length ? allOf(inquiry.database, conditions) : null;
  return [{ field, filled: found.filled, ready }];
}

function countFields({ database, session }: Inquiry, asked: readonly AskedField[]) {
  const fragments = asked.map(({ filled, ready }, index) =>
    database.fragment("actionability/needed-field-counts", {
      position: literal(index),
      filled,
      ready: ready ?? database.fragment("actionability/always"),
    }),
  );
  return session.rows(
    { ...unionAll(fragments), name: "actionability/needed-field-counts" },
    { position: count, identified: count, filled: count, ready: count },
  );
}
