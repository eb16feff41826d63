import { literal, type Sql } from "../database/sql-text.ts";
import { fieldOf, findField, tableOf } from "../datasets/dataset.ts";
import { findMinutes } from "../goals/duration.ts";
import type { Field, FieldRef, FieldSetting, Role, Table } from "../vocabulary.ts";
import { type Inquiry, labelOf, sameField } from "./inquiry.ts";

const DAY = 1_440;
/** A field without a limit of its own may be a year old (methods.md 9.4). */
const LONGEST_AGE = 365 * DAY;

/** A field that the goal needs a value of, before it can act. */
export interface NeededField {
  readonly ref: FieldRef;
  readonly label: string;
  readonly field: Field;
  /** where its value stands: beside the customer, on the event that triggers, as readings of their own, or where nothing looks */
  readonly place: "customers" | "trigger" | "readings" | "elsewhere";
  readonly triggers: boolean;
  /** when the customer's value was last updated, over the customers table; null where that is not recorded there */
  readonly updated: Sql | null;
  /** the table that holds each of its readings, or each time it changed; null where none does */
  readonly readings: ReadingSource | null;
  readonly maxAgeMinutes: number;
}

/** A table with a row for each time a field was read or changed. */
export interface ReadingSource {
  readonly table: Table;
  readonly event: string | null;
  readonly at: string;
  /** the field itself, where the table holds its values; a row without a value is no reading */
  readonly value: string | null;
}

/** Whether anything says how old the field's value is. */
export function isTimed({ updated, readings }: NeededField): boolean {
  return updated !== null || readings !== null;
}

/** Roles that other stages look at, or that are never used to act. */
const elsewhereLooked: readonly Role[] = ["key", "address", "consent", "arrival", "suppression", "duty"];

/** What must be present and fresh: the fields the goal needs, its contents and what triggers it, in the dataset's order. */
export function neededFields(inquiry: Inquiry): readonly NeededField[] {
  const { goal, dataset } = inquiry;
  const content = goal.roles.filter(({ role }) => role === "content" || role === "trigger");
  const wanted: FieldRef[] = [...inquiry.needed, ...content, ...triggerFields(inquiry)];
  const left: FieldRef[] = [
    ...goal.roles.filter(({ role }) => elsewhereLooked.includes(role)),
    ...(goal.outcome?.fields ?? []),
  ];
  const isContent = (ref: FieldRef) => content.some((role) => sameField(role, ref));
  return dataset.tables.flatMap((table) =>
    table.fields.flatMap((field) => {
      const ref = { table: table.name, field: field.name };
      if (!wanted.some((one) => sameField(one, ref))) return [];
      if (left.some((one) => sameField(one, ref)) && !isContent(ref)) return [];
      return isMarker(inquiry, ref) ? [] : [needOf(inquiry, ref, field)];
    }),
  );
}

/** The columns by which an event is recognised are there by definition. */
function isMarker(inquiry: Inquiry, ref: FieldRef): boolean {
  const { trigger } = inquiry.goal;
  if (trigger?.kind === "condition") return ref.table === inquiry.customers.name && ref.field === trigger.at;
  if (trigger?.kind !== "event" || ref.table !== trigger.table) return false;
  const layout = tableOf(inquiry.dataset, ref.table)?.layout;
  return [trigger.at, trigger.arrived, layout?.key, layout?.event, layout?.arrived].includes(ref.field);
}

function triggerFields({ goal: { trigger } }: Inquiry): readonly FieldRef[] {
  if (trigger?.kind === "date") return [trigger.field];
  return trigger?.kind === "condition" ? trigger.fields : [];
}

/** What there is to know about a field before anything is counted. */
export function needOf(inquiry: Inquiry, ref: FieldRef, field: Field): NeededField {
  const { goal, customers } = inquiry;
  const triggers = triggerFields(inquiry).some((one) => sameField(one, ref));
  const limit = settingOf(inquiry, ref)?.maxAge;
  const onTrigger = goal.trigger?.kind === "event" && goal.trigger.table === ref.table;
  const ofCustomers = ref.table === customers.name;
  const readings = onTrigger ? null : readingsOf(inquiry, ref);
  return {
    ref,
    label: labelOf(inquiry, ref),
    field,
    place: ofCustomers ? "customers" : onTrigger ? "trigger" : readings ? "readings" : "elsewhere",
    triggers,
    updated: ofCustomers && readings === null ? updatedOf(inquiry, ref, triggers) : null,
    readings,
    maxAgeMinutes:
      (limit === undefined ? undefined : findMinutes(limit)) ??
      Math.min(LONGEST_AGE, (triggers ? goal.windowMinutes : null) ?? LONGEST_AGE),
  };
}

/** Whether a person said how old a field may be. */
export function hasLimit(inquiry: Inquiry, ref: FieldRef): boolean {
  return settingOf(inquiry, ref)?.maxAge !== undefined;
}

/** The table named in the correction, else the events table that the field itself stands in. */
function readingsOf(inquiry: Inquiry, ref: FieldRef): ReadingSource | null {
  const { dataset, customers } = inquiry;
  const corrected = settingOf(inquiry, ref)?.updated;
  if (typeof corrected === "object") {
    const table = tableOf(dataset, corrected.table);
    return table?.layout.key != null && isTime(fieldOf(table, corrected.at))
      ? { table, event: corrected.event ?? null, at: corrected.at, value: null }
      : null;
  }
  const table = ref.table === customers.name ? undefined : tableOf(dataset, ref.table);
  const at = table?.layout.at ?? table?.layout.updated ?? null;
  if (table?.layout.key == null || table.kind === "reference" || at === null || !isTime(fieldOf(table, at)))
    return null;
  return { table, event: null, at, value: ref.field };
}

/** A correction speaks of `field` of the customers table or of `table.field`. */
function settingOf(inquiry: Inquiry, ref: FieldRef): FieldSetting | undefined {
  return inquiry.fieldSettings.find((setting) => {
    if (setting.maxAge === undefined && setting.updated === undefined) return false;
    const named = findField(inquiry.dataset, setting.field);
    return named !== undefined && sameField(named, ref);
  });
}

/** From the correction, else the reading time of the trigger, else the table's own time of update. */
function updatedOf(inquiry: Inquiry, ref: FieldRef, triggers: boolean): Sql | null {
  const { customers, goal, dataset } = inquiry;
  const corrected = settingOf(inquiry, ref)?.updated;
  if (corrected !== undefined && typeof corrected !== "string") return null;
  const reading = triggers && goal.trigger?.kind === "condition" ? goal.trigger.at : null;
  const name = corrected ?? reading ?? customers.layout.updated;
  const by = name === null ? undefined : findField(dataset, name);
  if (by?.table !== customers.name || by.field === ref.field) return null;
  return isTime(fieldOf(customers, by.field)) ? momentOf(inquiry, by.field) : null;
}

export function isTime(field: Field | undefined): boolean {
  return field?.type === "time" || field?.type === "date";
}

export function momentOf({ database }: Inquiry, field: string): Sql {
  return database.fragment("actionability/field-moment", { field });
}

/** Microseconds, as the queries compare them. */
export function microseconds(minutes: number): Sql {
  return literal(Math.round(minutes * 60_000_000));
}
