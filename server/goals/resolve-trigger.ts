import type { Database } from "../database/database.ts";
import { gateCondition } from "../database/gate.ts";
import { customersTable } from "../datasets/dataset.ts";
import { UserError } from "../errors.ts";
import type { Dataset, Table, Trigger } from "../vocabulary.ts";
import { parseDuration } from "./duration.ts";
import { fieldOf, isTime, needCustomerField, needTable } from "./need-field.ts";
import { matchEvent } from "./resolve-event-outcome.ts";
import { roleField } from "./resolve-roles.ts";
import type { ResolvedTrigger, RoleField } from "./resolved-goal.ts";

export interface FoundTrigger {
  readonly trigger: ResolvedTrigger;
  /** the fields that the trigger reads have a role by that alone */
  readonly roles: readonly RoleField[];
}

const WHERE = "The trigger";

/** Finds what sets the goal off. Throws UserError where a field, an event or a time is missing. */
export async function resolveTrigger(
  database: Database,
  dataset: Dataset,
  trigger: Trigger,
  options: { readonly asOf: string | null },
): Promise<FoundTrigger> {
  if ("field" in trigger) return dateTrigger(dataset, trigger);
  if ("when" in trigger) return conditionTrigger(database, dataset, trigger, options);
  return eventTrigger(database, dataset, trigger);
}

function dateTrigger(dataset: Dataset, trigger: Extract<Trigger, { field: string }>): FoundTrigger {
  const field = needCustomerField(dataset, trigger.field, WHERE);
  if (!isTime(field)) throw new UserError(`The trigger names ${field.name}, which is not a date or a time.`);
  const table = customersTable(dataset).name;
  const offsetMinutes = minutes(trigger.after) - minutes(trigger.before);
  return {
    trigger: { kind: "date", field: { table, field: field.name }, offsetMinutes },
    roles: [roleField(table, field.name, "trigger")],
  };
}

function minutes(duration: string | undefined): number {
  return duration === undefined ? 0 : parseDuration(duration);
}

async function conditionTrigger(
  database: Database,
  dataset: Dataset,
  trigger: Extract<Trigger, { when: string }>,
  options: { readonly asOf: string | null },
): Promise<FoundTrigger> {
  const { sql, fields } = await gateCondition(database, dataset, trigger.when, options);
  const at = trigger.at === undefined ? null : needCustomerField(dataset, trigger.at, WHERE);
  if (at && !isTime(at)) throw new UserError(`The trigger's at names ${at.name}, which is not a date or a time.`);
  const table = customersTable(dataset).name;
  return {
    trigger: { kind: "condition", condition: sql, fields, at: at?.name ?? null },
    roles: [...fields.map((one) => one.field), ...(at ? [at.name] : [])].map((name) =>
      roleField(table, name, "trigger"),
    ),
  };
}

async function eventTrigger(
  database: Database,
  dataset: Dataset,
  trigger: Extract<Trigger, { table: string }>,
): Promise<FoundTrigger> {
  const table = needTable(dataset, trigger.table, WHERE);
  const at = timeOf(dataset, table, trigger.at ?? table.layout.at, "at");
  if (at === null) {
    throw new UserError(`No field of ${table.name} says when it happened. Name it in the trigger, as at: happened_at.`);
  }
  const arrived = timeOf(dataset, table, trigger.arrived ?? table.layout.arrived, "arrived");
  const event = trigger.event === undefined ? null : await matchEvent(database, dataset, table, trigger.event);
  const { key } = table.layout;
  return {
    trigger: { kind: "event", table: table.name, event: event?.value ?? null, at, arrived },
    roles: [
      ...(key === null ? [] : [roleField(table.name, key, "key")]),
      ...(event ? [roleField(table.name, event.field, "trigger")] : []),
      roleField(table.name, at, "trigger"),
      ...(arrived === null ? [] : [roleField(table.name, arrived, "arrival")]),
    ],
  };
}

function timeOf(dataset: Dataset, table: Table, name: string | null, part: string): string | null {
  if (name === null) return null;
  const known = table.fields.find((field) => field.name === name);
  if (!known)
    throw new UserError(`The trigger's ${part} names "${name}", which the table ${table.name} does not have.`);
  if (!isTime(fieldOf(dataset, { table: table.name, field: name }))) {
    throw new UserError(`The trigger's ${part} names ${table.name}.${name}, which is not a date or a time.`);
  }
  return name;
}
