import type { Database } from "../../database/database.ts";
import { identifier, relation, type Sql } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import type { Dataset } from "../../vocabulary.ts";
import type { ReadField } from "../encoding/field-reader.ts";
import type { RolledTable, RollUp } from "./roll-up.ts";

/**
 * The customers table with every roll-up as one more column, called by its name. Each table is read once. A customer
 * without records has none of them, and nothing else of them: 0 for numbers of records, empty for the rest.
 */
export function rollUpRelation(database: Database, dataset: Dataset, tables: readonly RolledTable[]): Sql {
  let customers = relation(dataset.schema, customersTable(dataset).name);
  for (const { table, key, customer, within, rollUps } of tables) {
    if (!rollUps.length) continue;
    const rolled = database.fragment("evidence/roll-up-records", {
      key,
      within,
      records: relation(dataset.schema, table),
      roll_ups: rollUps.map(({ aggregate, name }) =>
        database.fragment("evidence/roll-up-named", { roll_up: aggregate, name }),
      ),
    });
    const columns = rollUps.map(({ kind, name }) =>
      database.fragment(countsRecords(kind) ? "evidence/roll-up-or-none" : "evidence/roll-up-as-it-is", { name }),
    );
    customers = database.fragment("evidence/roll-up-customers", { customers, customer, rolled, columns });
  }
  return customers;
}

/** A roll-up as the model reads it from that relation. */
export function readRollUp({ name, type }: RollUp): ReadField {
  return { name, type, expression: identifier(name) };
}

function countsRecords(kind: RollUp["kind"]): boolean {
  return kind === "count" || kind === "distinct";
}
