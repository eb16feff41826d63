import { count } from "../database/shape.ts";
import { relation } from "../database/sql-text.ts";
import { fieldOf, tableOf } from "../datasets/dataset.ts";
import type { FieldRef, Table } from "../vocabulary.ts";
import { grantedBy } from "./answers.ts";
import type { ConsentSource } from "./consents.ts";
import type { Inquiry } from "./inquiry.ts";
import { isTime, momentOf } from "./needed-fields.ts";
import { localMoment } from "./quiet-hours.ts";
import { arrivalField, eventTable } from "./trigger-table.ts";
import { sayCount } from "./words.ts";

/** Times that cannot be trusted, and yeses that count for nothing, named one by one (methods.md 9.5). */
export async function warnOfTimes(inquiry: Inquiry, sources: readonly ConsentSource[]): Promise<void> {
  await warnOfRepeatedHour(inquiry);
  for (const ref of timesLookedAt(inquiry, sources)) await warnOfStandIns(inquiry, ref);
  for (const { table } of sources) await warnOfPurpose(inquiry, table);
}

/** Where summer time ends, an hour is there twice: what is written without an offset may be an hour off. */
async function warnOfRepeatedHour(inquiry: Inquiry): Promise<void> {
  const { database, session, goal, warnings } = inquiry;
  if (goal.trigger?.kind !== "event") return;
  const { zone } = eventTable(inquiry, goal.trigger).layout;
  if (zone === null || zone === "UTC") return;
  const part = (query: string) => database.fragment(query);
  const names = {
    local: localMoment(inquiry, part("actionability/moment-of-trigger")),
    local_earlier: localMoment(inquiry, part("actionability/hour-earlier")),
    local_later: localMoment(inquiry, part("actionability/hour-later")),
  };
  const [found] = await session.rows("actionability/repeated-hour", { twice: count }, { names });
  if (!found?.twice) return;
  warnings.push(
    `${sayCount(found.twice)} ${found.twice === 1 ? "event lies" : "events lie"} in the hour that clocks in ${zone} show twice when summer time ends: ${found.twice === 1 ? "it" : "they"} may be an hour off.`,
  );
}

/** The arrival of what triggers, and when consents were said; the events' own times are told with what was left out. */
function timesLookedAt(inquiry: Inquiry, sources: readonly ConsentSource[]): readonly FieldRef[] {
  const { goal, customers } = inquiry;
  const table = goal.trigger?.kind === "event" ? eventTable(inquiry, goal.trigger) : null;
  const arrival = table && goal.trigger?.kind === "event" ? arrivalField(inquiry, table, goal.trigger) : null;
  const said = sources.flatMap(({ table: { name, layout }, history }) =>
    history && layout.at !== null ? [{ table: name, field: layout.at }] : [],
  );
  const { updated } = customers.layout;
  return [
    ...(table && arrival !== null ? [{ table: table.name, field: arrival }] : []),
    ...said,
    ...(updated !== null && isTime(fieldOf(customers, updated)) ? [{ table: customers.name, field: updated }] : []),
  ];
}

async function warnOfStandIns(inquiry: Inquiry, { table, field }: FieldRef): Promise<void> {
  const { session, dataset, warnings } = inquiry;
  if (!tableOf(dataset, table)) return;
  const names = { from: relation(dataset.schema, table), field, moment: momentOf(inquiry, field) };
  const [found] = await session.rows("actionability/stand-ins", { stand_ins: count }, { names });
  if (found?.stand_ins)
    warnings.push(
      `${sayCount(found.stand_ins)} ${found.stand_ins === 1 ? "value" : "values"} of ${field} in ${table} ${found.stand_ins === 1 ? "stands" : "stand"} for no time, such as 1900 or 9999, and ${found.stand_ins === 1 ? "counts" : "count"} as empty.`,
    );
}

async function warnOfPurpose(inquiry: Inquiry, { name, layout }: Table): Promise<void> {
  const { database, session, dataset, warnings } = inquiry;
  if (layout.purpose === null || layout.state === null || layout.each === "withdrawal") return;
  const names = {
    consents: relation(dataset.schema, name),
    purpose: database.fragment("actionability/code-as-written", { field: layout.purpose }),
    granted: grantedBy(inquiry, layout.state, layout.yes),
  };
  const [found] = await session.rows("actionability/without-purpose", { without: count }, { names });
  if (!found?.without) return;
  const one = found.without === 1;
  warnings.push(
    `${sayCount(found.without)} ${one ? "yes" : "yeses"} in ${name} ${one ? "names" : "name"} no purpose, and ${one ? "counts" : "count"} for none.`,
  );
}
