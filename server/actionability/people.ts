import { fieldOf } from "../datasets/dataset.ts";
import type { Channel, Field, FieldRef } from "../vocabulary.ts";
import { type AddressShape, addressShape } from "./channels.ts";
import { type Inquiry, profileOf, rolesOfCustomers, sameField } from "./inquiry.ts";
import { hasLimit, type NeededField, needOf } from "./needed-fields.ts";
import type { CustomerKey } from "./table-keys.ts";

/** What is asked of every customer. The lists fix the places in the arrays of the temporary tables. */
export interface People {
  readonly keys: readonly CustomerKey[];
  readonly needed: readonly NeededField[];
  readonly channels: readonly Channel[];
  readonly addresses: readonly Address[];
}

/** A field of the customers table that holds an address for a channel. */
export interface Address {
  readonly channel: Channel;
  readonly field: Field;
  readonly shape: AddressShape;
  /** where a person said how old it may be, and something says how old it is */
  readonly aged: NeededField | null;
}

export function addressesOf(inquiry: Inquiry, channels: readonly Channel[]): readonly Address[] {
  const { customers } = inquiry;
  return channels.flatMap((channel) =>
    rolesOfCustomers(inquiry, "address").flatMap((role) => {
      const field = fieldOf(customers, role.field);
      if (!field || (role.channel !== null && role.channel !== channel)) return [];
      const ref = { table: customers.name, field: field.name };
      const aged = hasLimit(inquiry, ref) ? needOf(inquiry, ref, field) : null;
      return [{ channel, field, shape: addressShape(channel, profileOf(inquiry, ref)?.meaning), aged }];
    }),
  );
}

/** Needed fields whose presence stands in `people.filled`. */
export function fieldsOfCustomers({ needed }: People): readonly NeededField[] {
  return needed.filter(({ place }) => place === "customers");
}

/** Fields whose time of update stands in `people.updated`. */
export function fieldsUpdated(people: People): readonly NeededField[] {
  return everyField(people).filter(({ updated }) => updated !== null);
}

/** Fields whose latest reading stands in `readings.updated`. */
export function fieldsRead(people: People): readonly NeededField[] {
  return everyField(people).filter(({ readings }) => readings !== null);
}

/** The place of a field in such a list, from 1. */
export function placeIn(list: readonly NeededField[], { ref }: { readonly ref: FieldRef }): number {
  return list.findIndex((field) => sameField(field.ref, ref)) + 1;
}

function everyField({ needed, addresses }: People): readonly NeededField[] {
  const fields = [...needed, ...addresses.flatMap(({ aged }) => aged ?? [])];
  return fields.filter((field, index) => placeIn(fields, field) === index + 1);
}
