import type { Database } from "../database/database.ts";
import { gateCondition } from "../database/gate.ts";
import { count } from "../database/shape.ts";
import { relation } from "../database/sql-text.ts";
import { customersTable } from "../datasets/dataset.ts";
import { UserError } from "../errors.ts";
import type { Dataset, Field, FieldRef, Outcome } from "../vocabulary.ts";
import type { FoundOutcome } from "./found-outcome.ts";
import { valuesHeld } from "./match-value.ts";
import { isTime, needCustomerField } from "./need-field.ts";
import { resolveEventOutcome } from "./resolve-event-outcome.ts";
import { valueCondition } from "./value-condition.ts";

const WHERE = "The outcome";

/** Finds an outcome in the tables. Throws UserError where a field, a value or a time is missing. */
export async function resolveOutcome(
  database: Database,
  dataset: Dataset,
  outcome: Outcome,
  options: { readonly asOf: string | null },
): Promise<FoundOutcome> {
  if ("sql" in outcome) return conditionOutcome(database, dataset, outcome.sql, options);
  if ("table" in outcome) return resolveEventOutcome(database, dataset, outcome, options);
  const field = needCustomerField(dataset, outcome.field, WHERE);
  const at = outcome.at === undefined ? null : needTimeField(dataset, outcome.at);
  const found =
    "is" in outcome
      ? await valueOutcome(database, dataset, field, outcome.is)
      : await fieldOutcome(database, dataset, field);
  return at ? known(found, { table: customersTable(dataset).name, field: at.name }) : found;
}

function needTimeField(dataset: Dataset, name: string): Field {
  const field = needCustomerField(dataset, name, "The time of the outcome");
  if (isTime(field)) return field;
  throw new UserError(`The outcome’s at: names ${field.name}, which holds neither dates nor times.`);
}

/** The field that says when is the outcome's own: it is known no sooner. */
function known({ outcome, warnings }: FoundOutcome, at: FieldRef): FoundOutcome {
  return { outcome: { ...outcome, at: at.field, fields: [...outcome.fields, at] }, warnings };
}

async function conditionOutcome(
  database: Database,
  dataset: Dataset,
  sql: string,
  options: { readonly asOf: string | null },
): Promise<FoundOutcome> {
  const gated = await gateCondition(database, dataset, sql, options);
  const outcome = { kind: "yes-no", as: { sql }, label: sql, expression: gated.sql, fields: gated.fields } as const;
  const warnings = oneSided(gated.customers, customersTable(dataset).records, sql);
  return { outcome, warnings };
}

async function valueOutcome(database: Database, dataset: Dataset, field: Field, is: string): Promise<FoundOutcome> {
  const customers = customersTable(dataset);
  const { value, label, expression, records } = await valueCondition(database, dataset, field, is);
  const { filled } = await sizeOf(database, dataset, field);
  return {
    outcome: {
      kind: "yes-no",
      as: { field: field.name, is: value },
      label,
      expression,
      fields: [{ table: customers.name, field: field.name }],
    },
    warnings: [
      ...oneSided(records, customers.records, label),
      ...emptyCells(field, filled, customers.records, "count as no"),
    ],
  };
}

async function fieldOutcome(database: Database, dataset: Dataset, field: Field): Promise<FoundOutcome> {
  const customers = customersTable(dataset);
  const size = await sizeOf(database, dataset, field);
  const kind = kindOf(field);
  if (kind === undefined) {
    const what = field.type === "boolean" ? "is true or false" : "holds times";
    const instead = field.type === "boolean" ? `${field.name}=true` : "a condition, as --outcome-sql";
    throw new UserError(`The outcome ${field.name} ${what}, so "more of it" says nothing. Write ${instead}.`);
  }
  if (kind === "one-of-several") await refuseTooFewOrMany(database, dataset, field, size.distinctValues);
  const query = kind === "number" ? "goals/outcome-amount" : "goals/outcome-text";
  return {
    outcome: {
      kind,
      as: { field: field.name },
      label: kind === "number" ? `more ${field.name}` : `which ${field.name}`,
      expression: database.fragment(query, { field: field.name }),
      fields: [{ table: customers.name, field: field.name }],
    },
    warnings: [
      ...emptyCells(field, size.filled, customers.records, "are left out"),
      ...(kind === "number" ? fewNumbers(field, size.distinctValues) : []),
    ],
  };
}

function kindOf(field: Field): "number" | "one-of-several" | undefined {
  if (field.type === "integer" || field.type === "number") return "number";
  return field.type === "boolean" || isTime(field) ? undefined : "one-of-several";
}

async function refuseTooFewOrMany(database: Database, dataset: Dataset, field: Field, values: number): Promise<void> {
  if (values >= 3 && values <= 20) return;
  const held = await valuesHeld(database, dataset, customersTable(dataset), field, 12);
  const known = held.length ? ` It holds: ${held.join(", ")}.` : "";
  const instead = `Write ${field.name}=VALUE for one of its values.${known}`;
  throw new UserError(
    values < 3
      ? `The outcome ${field.name} has ${values} different values. ${instead}`
      : `The outcome ${field.name} has ${values} different values; one of several means 3 to 20. ${instead}`,
  );
}

function sizeOf(database: Database, dataset: Dataset, field: Field) {
  return database.row(
    "goals/field-size",
    { records: count, filled: count, distinctValues: count },
    { names: { customers: relation(dataset.schema, customersTable(dataset).name), field: field.name } },
  );
}

function oneSided(yes: number, records: number, label: string): string[] {
  if (yes === 0) return [`For no customer: ${label}. There is nothing to learn from.`];
  return yes === records ? [`For every customer: ${label}. There is nothing to learn from.`] : [];
}

function fewNumbers({ name }: Field, values: number): string[] {
  if (values < 2) return [`${name} is the same for every customer. There is nothing to learn from.`];
  return values === 2 ? [`${name} has only two values. To sort by one of them, write ${name}=VALUE.`] : [];
}

function emptyCells(field: Field, filled: number, records: number, fate: string): string[] {
  const empty = records - filled;
  return empty ? [`${empty} of ${records} customers have nothing in ${field.name} and ${fate}.`] : [];
}
