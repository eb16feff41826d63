import { fieldOf } from "../datasets/dataset.ts";
import type { Table } from "../vocabulary.ts";
import type { Inquiry } from "./inquiry.ts";

/** A way in which other tables may name a customer: a field of the customers table, as written or as an address. */
export interface CustomerKey {
  readonly field: string;
  readonly address: boolean;
}

/** The field of the customers table that a table's key matches: the one it joins, else the customers' own key. */
export function keyOf({ customers }: Inquiry, { layout }: Table): CustomerKey {
  const field = layout.joins ?? customers.layout.key ?? "";
  return { field, address: fieldOf(customers, field)?.type === "text" && /mail/i.test(field) };
}

/** Where a key stands in the list `people.keys`, from 1; 0 where it does not. */
export function placeOfKey(keys: readonly CustomerKey[], key: CustomerKey): number {
  return keys.findIndex((one) => one.field === key.field && one.address === key.address) + 1;
}

/** Each key once, in order. */
export function distinctKeys(keys: readonly CustomerKey[]): readonly CustomerKey[] {
  const named = keys.filter(({ field }) => field !== "");
  return named.filter((key, index) => placeOfKey(named, key) === index + 1);
}
