import type { Database } from "../database/database.ts";
import { count, text } from "../database/shape.ts";
import { literal, relation, type Sql } from "../database/sql-text.ts";
import { customersTable } from "../datasets/dataset.ts";
import type { OutcomeValue } from "../model/values/values-input.ts";
import type { Dataset } from "../vocabulary.ts";
import { leastOfEach } from "./least-of-each.ts";

/** An outcome that is one of several values, as the records write it. */
export interface OutcomeValues {
  /** over the customers table: the value's code, empty where the outcome is */
  readonly expression: Sql;
  /** in the order of the text */
  readonly all: readonly OutcomeValue[];
}

/** The values that the outcome takes in the audience, each with a small code. */
export async function findOutcomeValues(
  database: Database,
  dataset: Dataset,
  outcome: Sql,
  audience: Sql | null,
  signal?: AbortSignal,
): Promise<OutcomeValues> {
  const customers = relation(dataset.schema, customersTable(dataset).name);
  const within = audience ?? database.fragment("evidence/everyone");
  const rows = await database.rows(
    "evidence/outcome-values",
    { value: text, records: count },
    { names: { customers, audience: within, outcome }, signal },
  );
  const values = rows.length ? rows.map(({ value }) => literal(value)) : [literal("")];
  return {
    expression: database.fragment("evidence/value-place", { outcome, values }),
    all: rows.map(({ value }, place) => ({ code: place + 1, label: value })),
  };
}

/** The values of the records that the model learns from: those with enough records with and without, and the others. */
export interface ValuesHeld {
  readonly tested: readonly OutcomeValue[];
  /** values that count as another value only, with their records */
  readonly rare: readonly (OutcomeValue & { readonly records: number })[];
  /** records with or without it, whichever are fewer, of the value that has most of them */
  readonly fewest: number;
}

export function divideValues(all: readonly OutcomeValue[], outcome: Float64Array): ValuesHeld {
  const counts = new Map<number, number>();
  for (const code of outcome) counts.set(code, (counts.get(code) ?? 0) + 1);
  const countOf = ({ code }: OutcomeValue) => counts.get(code) ?? 0;
  const rarer = (value: OutcomeValue) => Math.min(countOf(value), outcome.length - countOf(value));
  return {
    tested: all.filter((value) => rarer(value) >= leastOfEach),
    rare: all.filter((value) => rarer(value) < leastOfEach).map((value) => ({ ...value, records: countOf(value) })),
    fewest: Math.max(0, ...all.map(rarer)),
  };
}
