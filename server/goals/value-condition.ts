import type { Database } from "../database/database.ts";
import { literal, type Sql } from "../database/sql-text.ts";
import { customersTable } from "../datasets/dataset.ts";
import type { Dataset, Field } from "../vocabulary.ts";
import { matchValue } from "./match-value.ts";

/** "Does the customer's field hold this value?", with the value as the file writes it. */
export interface ValueCondition {
  readonly value: string;
  /** "Churn is Yes" */
  readonly label: string;
  readonly expression: Sql;
  /** customers who hold it */
  readonly records: number;
}

/** Throws UserError that names values of the field where none matches. */
export async function valueCondition(
  database: Database,
  dataset: Dataset,
  field: Field,
  is: string,
): Promise<ValueCondition> {
  const matched = await matchValue(database, dataset, customersTable(dataset), field, is);
  const query = {
    "as-written": "goals/outcome-value-as-written",
    "ignoring-case": "goals/outcome-value-ignoring-case",
    number: "goals/outcome-number",
  }[matched.how];
  const value = literal(matched.how === "number" ? Number(matched.value) : matched.value);
  return {
    value: matched.value,
    label: `${field.name} is ${matched.value}`,
    expression: database.fragment(query, { field: field.name, value }),
    records: matched.records,
  };
}
