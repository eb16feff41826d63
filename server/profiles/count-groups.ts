import type { Database } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { identifier, relation } from "../database/sql-text.ts";
import type { Dataset, Risk } from "../vocabulary.ts";
import type { Level } from "./levels-of.ts";
import { sixDigits } from "./six-digits.ts";

export interface GroupedField {
  /** a field of the customers table */
  readonly field: string;
  /** at less detail than it is held */
  readonly level?: Level | undefined;
}

const shape = { records: count, groups: count, singledOut: count, under5: count, under11: count, smallest: count };

/**
 * How many customers a set of fields singles out, counted on every record (methods 7.1, 7.4). An empty cell is a value
 * like any other; without fields everybody is in one group. Without customers every figure is 0.
 */
export async function countGroups(
  database: Database,
  dataset: Dataset,
  fields: readonly GroupedField[],
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Risk> {
  const customers = dataset.tables.find((table) => table.kind === "customers");
  if (!customers) return riskOf({ records: 0, groups: 0, singledOut: 0, under5: 0, under11: 0, smallest: 0 });
  const grouped = fields.length
    ? fields.map(({ field, level }) => level?.expression(database, field) ?? identifier(field))
    : database.fragment("profiles/no-field");
  const names = { customers: relation(dataset.schema, customers.name), fields: grouped };
  return riskOf(await database.row("profiles/customer-groups", shape, { names, signal: options.signal }));
}

function riskOf(counted: Readonly<Record<keyof typeof shape, number>>): Risk {
  const share = (number: number) => (counted.records ? sixDigits(number / counted.records) : 0);
  return {
    records: counted.records,
    singledOut: counted.singledOut,
    singledOutShare: share(counted.singledOut),
    smallestGroup: counted.smallest,
    inGroupsUnder5Share: share(counted.under5),
    inGroupsUnder11Share: share(counted.under11),
    averageRisk: share(counted.groups),
  };
}
