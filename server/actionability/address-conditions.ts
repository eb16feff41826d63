import { literal, type Sql } from "../database/sql-text.ts";
import type { Channel } from "../vocabulary.ts";
import { allOf, anyOf } from "./conditions.ts";
import { type Knowledge, updatedSql, youngEnough } from "./field-conditions.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Address, People } from "./people.ts";

const shapeQuery = {
  email: "actionability/address-email",
  phone: "actionability/address-phone",
  token: "actionability/address-token",
  filled: "actionability/field-filled",
} as const;

/** Whether an address field holds one in a valid shape, over the customers table. */
export function addressShapeSql({ database }: Inquiry, { field, shape }: Address): Sql {
  if (field.type === "boolean") return database.fragment("actionability/flag-of-boolean", { field: field.name });
  return database.fragment(shapeQuery[shape], { field: field.name });
}

/** A customer can be reached by a channel: an address in shape, and young enough where a limit is set. Over `people` and `readings`. */
export function reachableBy(inquiry: Inquiry, people: People, channel: Channel, knowledge: Knowledge): Sql {
  const own = people.addresses.filter((address) => address.channel === channel);
  const works = own.map((address) => addressWorks(inquiry, people, address, knowledge));
  return needsAll(own) ? allOf(inquiry.database, works) : anyOf(inquiry.database, works);
}

/** A letter needs the whole address; elsewhere one that works is enough. */
export function needsAll(own: readonly Address[]): boolean {
  return own.length > 1 && own.every(({ shape }) => shape === "filled");
}

export function addressWorks(inquiry: Inquiry, people: People, address: Address, knowledge: Knowledge): Sql {
  const { database, asOf } = inquiry;
  const position = literal(people.addresses.indexOf(address) + 1);
  const inShape = database.fragment("actionability/shape-of-people", { position });
  const updated = address.aged && updatedSql(inquiry, people, address.aged);
  if (!address.aged || !updated || asOf === null) return inShape;
  const seen =
    knowledge === "today"
      ? database.fragment("actionability/moment-of-data", { as_of: literal(asOf) })
      : database.fragment("actionability/moment-of-action");
  const young = youngEnough(inquiry, address.aged, updated, seen);
  return allOf(database, [inShape, young]);
}
