import { count, orNull, text, time } from "../../database/shape.ts";
import { identifier, literal, relation, type Sql } from "../../database/sql-text.ts";
import { keySql } from "../create-people.ts";
import { fires, lookBackOf } from "../create-units.ts";
import type { LeftOut } from "../goal-actionability.ts";
import type { Inquiry } from "../inquiry.ts";
import type { LagMeasured } from "../measure-lag.ts";
import { momentOf } from "../needed-fields.ts";
import type { People } from "../people.ts";
import { localMoment } from "../quiet-hours.ts";
import { keyOf, placeOfKey } from "../table-keys.ts";
import { eventTable } from "../trigger-table.ts";
import { describeVolume, type TriggerVolume } from "./describe-volume.ts";

const DAY = 86_400_000;
/** Two four-week periods, and the parts of days at both ends. */
const LEAST = 57;

/** How often the trigger fires, over the look-back and at least two months; null where a goal has no moments to count. */
export async function measureVolume(
  inquiry: Inquiry,
  people: People,
  lag: LagMeasured,
  leftOut: LeftOut,
): Promise<TriggerVolume | null> {
  const { asOf, session, goal } = inquiry;
  const lookBack = lookBackOf(inquiry);
  if (asOf === null || lookBack === null) return null;
  const until = Date.parse(asOf) - lag.matureMinutes * 60_000;
  const covered = Date.parse(asOf) - lookBack * 60_000 <= until - LEAST * DAY;
  const source = sourceOf(inquiry, people, leftOut, covered);
  if (!source) return null;
  const wanted = Math.min(Date.parse(asOf) - lookBack * 60_000, until - LEAST * DAY);
  const [begins] = source.firstEvent
    ? await session.rows("actionability/first-event", { first_at: orNull(time) }, { names: source.firstEvent })
    : [];
  const from = Math.max(wanted, begins?.first_at ? Date.parse(begins.first_at) : wanted);
  const moment = (at: number) => literal(new Date(at).toISOString().slice(0, 19));
  const asMoment = (at: number) => inquiry.database.fragment("actionability/moment-of-data", { as_of: moment(at) });
  const local = (sql: Sql) => localMoment(inquiry, sql);
  const rows = await session.rows(
    "actionability/trigger-days",
    { day: text, triggers: count },
    {
      names: {
        ...source.names,
        local: local(inquiry.database.fragment("actionability/moment-of-trigger")),
        local_from: local(asMoment(from)),
        local_until: local(asMoment(until)),
      },
      values: { from: iso(from), until: iso(until) },
    },
  );
  const repeats = goal.trigger?.kind === "event" ? await repeatsInWindow(inquiry) : null;
  return describeVolume({ first: firstDay(from), triggers: fillDays(rows, firstDay(from), dayBefore(until)) }, repeats);
}

async function repeatsInWindow({ session, goal }: Inquiry): Promise<TriggerVolume["repeats"]> {
  if (goal.windowMinutes === null) return null;
  const [found] = await session.rows(
    "actionability/repeats-in-window",
    { repeats: count, persons: count },
    { values: { window: Math.round(goal.windowMinutes * 60_000_000) } },
  );
  return found ? { triggers: found.repeats, customers: found.persons } : null;
}

interface Source {
  readonly names: Readonly<Record<"events" | "event_key" | "fires" | "at" | "firsts" | "wanted", Sql>>;
  readonly firstEvent: { readonly events: Sql; readonly at: Sql } | null;
}

/** Where the units reach far enough back, they are the triggers; else the table is asked once more. */
function sourceOf(inquiry: Inquiry, people: People, leftOut: LeftOut, covered: boolean): Source | null {
  const { database, dataset, goal } = inquiry;
  const part = (query: string, names = {}) => database.fragment(query, names);
  if (goal.trigger?.kind === "date") {
    return {
      names: {
        events: identifier("people"),
        event_key: part("actionability/key-of-people"),
        fires: part("actionability/people-triggered"),
        at: part("actionability/moment-of-people"),
        firsts: part("actionability/every-event"),
        wanted: part("actionability/always"),
      },
      firstEvent: null,
    };
  }
  if (goal.trigger?.kind !== "event") return null;
  const table = eventTable(inquiry, goal.trigger);
  const joins = keyOf(inquiry, table);
  const at = momentOf(inquiry, goal.trigger.at);
  const events = relation(dataset.schema, table.name);
  if (covered) {
    return {
      names: {
        events: identifier("units"),
        event_key: part("actionability/no-key"),
        fires: part("actionability/always"),
        at: part("actionability/moment-of-trigger"),
        firsts: part("actionability/every-event"),
        wanted: part("actionability/always"),
      },
      firstEvent: { events, at },
    };
  }
  const known = table.layout.key !== null && goal.audience !== null;
  return {
    names: {
      events,
      event_key:
        table.layout.key === null
          ? part("actionability/no-key")
          : keySql(inquiry, { field: table.layout.key, address: joins.address }),
      fires: fires(inquiry, table, goal.trigger),
      at,
      firsts: part(leftOut.repeated ? "actionability/distinct-events" : "actionability/every-event"),
      wanted: known
        ? part("actionability/not-outside-audience", { key: literal(placeOfKey(people.keys, joins)) })
        : part("actionability/always"),
    },
    firstEvent: { events, at },
  };
}

/** Every day between two, with none where nothing is told. */
function fillDays(
  rows: readonly { readonly day: string; readonly triggers: number }[],
  first: string,
  last: string,
): readonly number[] {
  const told = new Map(rows.map(({ day, triggers }) => [day, triggers]));
  const days: number[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY) days.push(told.get(iso(at).slice(0, 10)) ?? 0);
  return days;
}

function firstDay(from: number): string {
  return iso(from + DAY).slice(0, 10);
}

function dayBefore(until: number): string {
  return iso(until - DAY).slice(0, 10);
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}
