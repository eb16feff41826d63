import { fieldOf, tableOf } from "../datasets/dataset.ts";
import type { ResolvedTrigger } from "../goals/resolved-goal.ts";
import type { Table } from "../vocabulary.ts";
import { type Inquiry, rolesOfCustomers } from "./inquiry.ts";
import { isTime } from "./needed-fields.ts";

export type EventTrigger = Extract<ResolvedTrigger, { kind: "event" }>;

/** The table that an event trigger looks at. */
export function eventTable({ dataset }: Inquiry, trigger: EventTrigger): Table {
  const table = tableOf(dataset, trigger.table);
  if (!table) throw new Error("The trigger's table is not in the dataset.");
  return table;
}

/** When an event arrived: the trigger's own field, else the goal's arrival role, else the table's; null where nothing says it. */
export function arrivalField({ goal }: Inquiry, table: Table, trigger: EventTrigger): string | null {
  const role = goal.roles.find((field) => field.role === "arrival" && field.table === table.name);
  const name = trigger.arrived ?? role?.field ?? table.layout.arrived;
  return name !== null && isTime(fieldOf(table, name)) ? name : null;
}

/** Whether something records when what triggers arrived. */
export function hasArrival(inquiry: Inquiry): boolean {
  const { trigger } = inquiry.goal;
  if (trigger?.kind === "event") {
    return arrivalField(inquiry, eventTable(inquiry, trigger), trigger) !== null;
  }
  if (trigger?.kind === "condition" && trigger.at === null) return false;
  const [arrival] = rolesOfCustomers(inquiry, "arrival");
  return arrival !== undefined && isTime(fieldOf(inquiry.customers, arrival.field));
}
