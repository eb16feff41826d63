import { literal, relation, type Sql } from "../database/sql-text.ts";
import { fieldOf } from "../datasets/dataset.ts";
import type { ResolvedTrigger } from "../goals/resolved-goal.ts";
import type { Channel, Field } from "../vocabulary.ts";
import { consentFlag, stopFlag } from "./answers.ts";
import { addressShape } from "./channels.ts";
import { type Inquiry, profileOf, rolesOfCustomers } from "./inquiry.ts";
import { isTime, momentOf, type NeededField } from "./needed-fields.ts";
import type { CustomerKey } from "./table-keys.ts";

export interface People {
  readonly keys: readonly CustomerKey[];
  readonly needed: readonly NeededField[];
  readonly channels: readonly Channel[];
}

/** One row per customer with every fact that needs no event: the temporary table `people`. */
export async function createPeople(inquiry: Inquiry, { keys, needed, channels }: People): Promise<void> {
  const { database, session, dataset, customers, goal } = inquiry;
  const part = (name: string, names = {}) => database.fragment(`actionability/${name}`, names);
  const held = needed.filter(({ place }) => place === "customers");
  await session.run("actionability/create-people", {
    names: {
      customers: relation(dataset.schema, customers.name),
      customer: part(customers.fields.some(({ name }) => /^rowid$/i.test(name)) ? "customer-place" : "customer-number"),
      keys: keys.map((key) => keySql(inquiry, key)),
      identified: part("all-of", {
        conditions: identifyingFieldsOf(inquiry).map((field) => part("field-filled", { field })),
      }),
      audience: goal.audience ?? part("always"),
      triggered: goal.trigger?.kind === "condition" ? goal.trigger.condition : part("always"),
      moment: momentOfTrigger(inquiry),
      arrived: arrivalOf(inquiry),
      held_back: heldBack(inquiry),
      filled: held.map(({ ref }) => part("field-filled", { field: ref.field })),
      updated: held.map(({ updated }) => updated ?? part("no-moment")),
      reachable: channels.map((channel) => reachable(inquiry, channel)),
      flags: channels.map((channel) =>
        part("answer-of-flags", {
          flags: consentFieldsOf(inquiry, channel).map((field) => consentFlag(inquiry, field)),
        }),
      ),
    },
  });
}

export function keySql({ database }: Inquiry, { field, address }: CustomerKey): Sql {
  return database.fragment(`actionability/${address ? "key-as-address" : "key-as-written"}`, { field });
}

/** The fields that say who a customer is: the goal's key, else the table's. */
export function identifyingFieldsOf(inquiry: Inquiry): readonly string[] {
  const named = rolesOfCustomers(inquiry, "key").map(({ field }) => field);
  const { key } = inquiry.customers.layout;
  return named.length ? named : key === null ? [] : [key];
}

/** The fields that hold a customer's address for a channel. */
export function addressFieldsOf(inquiry: Inquiry, channel: Channel): readonly Field[] {
  return rolesOfCustomers(inquiry, "address").flatMap((role) => {
    const field = fieldOf(inquiry.customers, role.field);
    return field && (role.channel === null || role.channel === channel) ? [field] : [];
  });
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
  return inquiry.database.fragment("actionability/any-of", { conditions });
}

function reachable(inquiry: Inquiry, channel: Channel): Sql {
  const fields = addressFieldsOf(inquiry, channel);
  const checks = fields.map((field) => addressCheck(inquiry, channel, field));
  // A letter needs the whole address; elsewhere one that works is enough.
  const whole = addressShape(channel, undefined) === "filled" && fields.length > 1;
  return inquiry.database.fragment(`actionability/${whole ? "all-of" : "any-of"}`, { conditions: checks });
}

function addressCheck(inquiry: Inquiry, channel: Channel, field: Field): Sql {
  if (field.type === "boolean")
    return inquiry.database.fragment("actionability/flag-of-boolean", { field: field.name });
  const meaning = profileOf(inquiry, { table: inquiry.customers.name, field: field.name })?.meaning;
  const shape = addressShape(channel, meaning);
  const name = shape === "filled" ? "field-filled" : `address-${shape}`;
  return inquiry.database.fragment(`actionability/${name}`, { field: field.name });
}
