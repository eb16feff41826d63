import type { Database } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { literal, relation, type Sql } from "../database/sql-text.ts";
import { customersTable } from "../datasets/dataset.ts";
import { UserError } from "../errors.ts";
import type { Dataset, FieldRef, Outcome, Table } from "../vocabulary.ts";
import { parseDuration, sayDuration } from "./duration.ts";
import type { FoundOutcome } from "./found-outcome.ts";
import { matchValue } from "./match-value.ts";
import { fieldOf, isTime, needTable } from "./need-field.ts";

type EventOutcome = Extract<Outcome, { table: string }>;

/** Such an event within so long after the cut-off, which is the as-of time minus so long (contract 1, Outcome). */
export async function resolveEventOutcome(
  database: Database,
  dataset: Dataset,
  outcome: EventOutcome,
  options: { readonly asOf: string | null },
): Promise<FoundOutcome> {
  const table = needTable(dataset, outcome.table, "The outcome");
  const { key, at } = needKeyAndTime(dataset, table);
  const { cutOff, asOf } = period(outcome, options.asOf);
  const event = outcome.event === null ? null : await matchEvent(database, dataset, table, outcome.event);
  const expression = database.fragment("goals/outcome-event", {
    customer: customerKey(dataset, table),
    events: relation(dataset.schema, table.name),
    key,
    at,
    which: event?.condition ?? { sql: "true" },
    cut_off: literal(cutOff),
    as_of: literal(asOf),
  });
  const { customers } = await database.row(
    "goals/customers-where",
    { customers: count },
    { names: { customers: relation(dataset.schema, customersTable(dataset).name), condition: expression } },
  );
  const label = `${event ? `${event.value} in ${table.name}` : `anything in ${table.name}`} within ${sayDuration(parseDuration(outcome.within))}`;
  return {
    outcome: {
      kind: "yes-no",
      as: { table: table.name, event: event?.value ?? null, within: outcome.within, cutOff },
      label,
      expression,
      fields: fieldsOf(table, [key, at, ...(event ? [event.field] : [])]),
    },
    warnings: customers ? [] : [`No customer has ${label} after ${cutOff}. There is nothing to learn from.`],
  };
}

/** The event's name as the file writes it, and the condition that picks it. */
export async function matchEvent(
  database: Database,
  dataset: Dataset,
  table: Table,
  asked: string,
): Promise<{ readonly value: string; readonly field: string; readonly condition: Sql }> {
  const { event } = table.layout;
  if (event === null) {
    throw new UserError(
      `No field of ${table.name} says which event it was, so "${asked}" cannot be picked. ` +
        `Name the field under tables: in the strategy file, as { table: ${table.name}, event: kind }.`,
    );
  }
  const field = fieldOf(dataset, { table: table.name, field: event });
  const matched = await matchValue(database, dataset, table, field, asked);
  const query =
    matched.how === "ignoring-case" ? "goals/outcome-value-ignoring-case" : "goals/outcome-value-as-written";
  return {
    value: matched.value,
    field: event,
    condition: database.fragment(query, { field: event, value: literal(matched.value) }),
  };
}

function needKeyAndTime(dataset: Dataset, table: Table): { key: string; at: string } {
  const { key, at } = table.layout;
  if (key === null) {
    throw new UserError(
      `No field of ${table.name} says whose record it is. Name it under tables:, as { table: ${table.name}, key: customer_id }.`,
    );
  }
  if (at === null || !isTime(fieldOf(dataset, { table: table.name, field: at }))) {
    throw new UserError(
      `No field of ${table.name} says when it happened. Name it under tables:, as { table: ${table.name}, at: happened_at }.`,
    );
  }
  return { key, at };
}

function customerKey(dataset: Dataset, table: Table): string {
  const key = table.layout.joins ?? customersTable(dataset).layout.key;
  if (key === null) {
    throw new UserError(
      `No field tells customers apart, so ${table.name} cannot be joined to them. Name it under tables:, as key:.`,
    );
  }
  return key;
}

function period(outcome: EventOutcome, asOf: string | null): { cutOff: string; asOf: string } {
  if (asOf === null) {
    throw new UserError(
      `"Within ${outcome.within}" needs to know which time the tables stand for. Give it: --as-of 2026-11-01.`,
    );
  }
  const end = Date.parse(asOf);
  if (Number.isNaN(end))
    throw new UserError(`"${asOf}" is not a time. Write --as-of 2026-11-01 or 2026-11-01T14:05:00Z.`);
  const start = end - parseDuration(outcome.within) * 60_000;
  return { cutOff: isoTime(start), asOf: isoTime(end) };
}

function isoTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function fieldsOf(table: Table, names: readonly string[]): FieldRef[] {
  return names.map((field) => ({ table: table.name, field }));
}
