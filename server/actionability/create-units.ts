import { count } from "../database/shape.ts";
import { literal, relation, type Sql } from "../database/sql-text.ts";
import type { Table } from "../vocabulary.ts";
import { keySql } from "./create-people.ts";
import type { LeftOut } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import { momentOf } from "./needed-fields.ts";
import type { People } from "./people.ts";
import { keyOf, placeOfKey } from "./table-keys.ts";
import { arrivalField, type EventTrigger, eventTable } from "./trigger-table.ts";

/** Triggers are counted this far back where the goal does not say. */
const USUAL_LOOK_BACK = 90 * 1_440;

/** Triggered goals with an event or a window count triggers; scheduled ones count customers. */
export function unitOf({ goal: { trigger, windowMinutes } }: Inquiry): "trigger" | "customer" {
  return trigger?.kind === "event" || (trigger && windowMinutes !== null) ? "trigger" : "customer";
}

/** How far back triggers count; null where the units are what stands today. */
export function lookBackOf({ goal: { trigger, lookBackMinutes } }: Inquiry): number | null {
  return trigger === null || trigger.kind === "condition" ? null : (lookBackMinutes ?? USUAL_LOOK_BACK);
}

/** Fills the temporary table `units`, one row per (customer, trigger) or per customer; says what was left out. */
export async function createUnits(inquiry: Inquiry, people: People): Promise<LeftOut> {
  const { session, goal, asOf } = inquiry;
  const from = startOf(inquiry);
  if (goal.trigger?.kind === "event") return createUnitsOfEvents(inquiry, people, goal.trigger, from);
  await session.run("actionability/create-units-of-customers", {
    values: { as_of: asOf, from, of_moment: goal.trigger?.kind === "date", window: goal.windowMinutes ?? 0 },
  });
  return { future: 0, timeless: 0, repeated: 0, immature: 0 };
}

async function createUnitsOfEvents(
  inquiry: Inquiry,
  people: People,
  trigger: EventTrigger,
  from: string | null,
): Promise<LeftOut> {
  const { session, dataset, asOf } = inquiry;
  const table = eventTable(inquiry, trigger);
  const joins = keyOf(inquiry, table);
  const arrival = arrivalField(inquiry, table, trigger);
  const names = {
    events: relation(dataset.schema, table.name),
    event_key:
      table.layout.key === null ? noKey(inquiry) : keySql(inquiry, { field: table.layout.key, address: joins.address }),
    fires: fires(inquiry, table, trigger),
    at: momentOf(inquiry, trigger.at),
  };
  const fieldsOfEvent = people.needed.filter(({ place }) => place === "trigger");
  const [leftOut] = await session.rows(
    "actionability/left-out-events",
    { timeless: count, future: count, repeated: count },
    { names, values: { as_of: asOf, from } },
  );
  await session.run("actionability/create-units-of-events", {
    names: {
      ...names,
      firsts: firstsOf(inquiry, (leftOut?.repeated ?? 0) > 0, fieldsOfEvent.length > 0),
      arrived: arrival === null ? inquiry.database.fragment("actionability/no-moment") : momentOf(inquiry, arrival),
      filled: fieldsOfEvent.map(({ ref }) =>
        inquiry.database.fragment("actionability/field-filled", { field: ref.field }),
      ),
    },
    values: { as_of: asOf, from, key: placeOfKey(people.keys, joins), window: inquiry.goal.windowMinutes ?? 0 },
  });
  return { timeless: 0, future: 0, repeated: 0, ...leftOut, immature: 0 };
}

/** Looking for the first of several costs more than all the rest, above all where its fields count too. */
function firstsOf({ database }: Inquiry, repeated: boolean, withFields: boolean): Sql {
  if (!repeated) return database.fragment("actionability/every-event");
  return database.fragment(withFields ? "actionability/first-events" : "actionability/first-arrivals");
}

function noKey({ database }: Inquiry): Sql {
  return database.fragment("actionability/no-key");
}

/** The event is the one that triggers. */
export function fires(inquiry: Inquiry, table: Table, { event }: EventTrigger): Sql {
  const { database } = inquiry;
  if (event === null || table.layout.event === null) return database.fragment("actionability/always");
  return database.fragment("actionability/event-fires", { field: table.layout.event, event: literal(event) });
}

function startOf(inquiry: Inquiry): string | null {
  const minutes = lookBackOf(inquiry);
  if (inquiry.asOf === null || minutes === null) return null;
  return new Date(Date.parse(inquiry.asOf) - minutes * 60_000).toISOString();
}
