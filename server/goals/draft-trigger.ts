import type { Dataset, FieldProfile, Table, Trigger } from "../vocabulary.ts";
import type { CatalogueGoal } from "./catalogue.ts";
import { saysAll } from "./match-field.ts";
import type { ProposedRole } from "./propose-roles.ts";

/** What sets the goal off in these tables: such an event, else a date on the record. Undefined where neither is held. */
export function draftTrigger(
  { trigger }: CatalogueGoal,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
  proposed: readonly ProposedRole[],
): Trigger | undefined {
  const tables = dataset.tables.filter(({ kind, layout }) => kind === "events" && layout.at !== null);
  for (const name of trigger.events) {
    for (const table of tables) {
      const event = eventCalled(name, table, profiles);
      if (event !== undefined) return { table: table.name, event };
    }
  }
  const whole = tables.find(
    (table) => table.layout.event === null && trigger.tables.some((name) => saysAll(table.name, name)),
  );
  if (whole) return { table: whole.name };
  const field = proposed.find(({ role }) => role === "trigger")?.field;
  return field ? dateTrigger(field, trigger.field) : undefined;
}

/** An event's name among the values that profiles may show (held by at least five). */
function eventCalled(name: string, table: Table, profiles: readonly FieldProfile[]): string | undefined {
  const kinds = profiles.find((profile) => profile.table === table.name && profile.name === table.layout.event);
  const values = kinds?.top.flatMap(({ value }) => (value === null ? [] : [value])) ?? [];
  return values.find((value) => saysAll(value, name));
}

function dateTrigger(field: FieldProfile, hint: CatalogueGoal["trigger"]["field"]): Trigger {
  return {
    field: field.name,
    ...(hint?.before === undefined ? {} : { before: hint.before }),
    ...(hint?.after === undefined ? {} : { after: hint.after }),
  };
}
