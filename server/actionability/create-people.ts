import { literal, relation, type Sql } from "../database/sql-text.ts";
import { fieldOf } from "../datasets/dataset.ts";
import type { ResolvedTrigger } from "../goals/resolved-goal.ts";
import type { Channel, Field } from "../vocabulary.ts";
import { addressShapeSql } from "./address-conditions.ts";
import { consentFlag, stopFlag } from "./answers.ts";
import { allOf, anyOf } from "./conditions.ts";
import { type Inquiry, profileOf, rolesOfCustomers } from "./inquiry.ts";
import { isTime, momentOf } from "./needed-fields.ts";
import { fieldsOfCustomers, fieldsUpdated, type People } from "./people.ts";
import type { CustomerKey } from "./table-keys.ts";

/** One row per customer with every fact that needs no event: the temporary table `people`. */
export async function createPeople(inquiry: Inquiry, people: People): Promise<void> {
  const { database, session, dataset, customers, goal } = inquiry;
  const part = (query: string, names = {}) => database.fragment(query, names);
  await session.run("actionability/create-people", {
    names: {
      customers: relation(dataset.schema, customers.name),
      customer: customerSql(inquiry),
      keys: people.keys.map((key) => keySql(inquiry, key)),
      identified: allOf(
        database,
        identifyingFieldsOf(inquiry).map((field) => part("actionability/field-filled", { field })),
      ),
      audience: goal.audience ?? part("actionability/always"),
      triggered: goal.trigger?.kind === "condition" ? goal.trigger.condition : part("actionability/always"),
      moment: momentOfTrigger(inquiry),
      arrived: arrivalOf(inquiry),
      held_back: heldBack(inquiry),
      filled: fieldsOfCustomers(people).map(({ ref }) => part("actionability/field-filled", { field: ref.field })),
      updated: fieldsUpdated(people).map(({ updated }) => updated ?? part("actionability/no-moment")),
      shapes: people.addresses.map((address) => addressShapeSql(inquiry, address)),
      flags: people.channels.map((channel) =>
        part("actionability/answer-of-flags", {
          flags: consentFieldsOf(inquiry, channel).map((field) => consentFlag(inquiry, field)),
        }),
      ),
    },
  });
}

/** The number that stands for a customer, over the customers table. */
export function customerSql({ database, customers }: Inquiry): Sql {
  const taken = customers.fields.some(({ name }) => /^rowid$/i.test(name));
  return database.fragment(taken ? "actionability/customer-place" : "actionability/customer-number");
}

export function keySql({ database }: Inquiry, { field, address }: CustomerKey): Sql {
  return database.fragment(address ? "actionability/key-as-address" : "actionability/key-as-written", { field });
}

/** The fields that say who a customer is: the goal's key, else the table's. */
export function identifyingFieldsOf(inquiry: Inquiry): readonly string[] {
  const named = rolesOfCustomers(inquiry, "key").map(({ field }) => field);
  const { key } = inquiry.customers.layout;
  return named.length ? named : key === null ? [] : [key];
}

export function consentFieldsOf(inquiry: Inquiry, channel: Channel): readonly Field[] {
  return rolesOfCustomers(inquiry, "consent").flatMap((role) => {
    const field = fieldOf(inquiry.customers, role.field);
    return field && (role.channel === null || role.channel === channel) ? [field] : [];
  });
}

type DateTrigger = Extract<ResolvedTrigger, { kind: "date" }>;

/** When the reading that triggers was taken, else the moment that the trigger's date points at. */
function momentOfTrigger(inquiry: Inquiry): Sql {
  const { database, goal, customers } = inquiry;
  const { trigger } = goal;
  if (trigger?.kind === "date" && trigger.field.table === customers.name) return dateMoment(inquiry, trigger);
  const at = trigger?.kind === "condition" && trigger.at !== null ? fieldOf(customers, trigger.at) : undefined;
  return at && isTime(at) ? momentOf(inquiry, at.name) : database.fragment("actionability/no-moment");
}

function dateMoment(inquiry: Inquiry, { field, offsetMinutes }: DateTrigger): Sql {
  const { database, asOf } = inquiry;
  const names = { moment: momentOf(inquiry, field.field), minutes: literal(offsetMinutes) };
  // A birthday comes back every year.
  return profileOf(inquiry, field)?.meaning === "birth-date" && asOf !== null
    ? database.fragment("actionability/last-anniversary", { ...names, as_of: literal(asOf) })
    : database.fragment("actionability/moved-moment", names);
}

function arrivalOf(inquiry: Inquiry): Sql {
  const [arrival] = rolesOfCustomers(inquiry, "arrival");
  const field = arrival && fieldOf(inquiry.customers, arrival.field);
  return field && isTime(field) ? momentOf(inquiry, field.name) : inquiry.database.fragment("actionability/no-moment");
}

function heldBack(inquiry: Inquiry): Sql {
  const suppressed = rolesOfCustomers(inquiry, "suppression").flatMap((role) => {
    const field = fieldOf(inquiry.customers, role.field);
    return field ? [stopFlag(inquiry, field)] : [];
  });
  const conditions = inquiry.goal.holdBack ? [inquiry.goal.holdBack, ...suppressed] : suppressed;
  return anyOf(inquiry.database, conditions);
}
