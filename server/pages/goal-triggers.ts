import { customersTable } from "../datasets/dataset.ts";
import type { Dataset, FieldProfile } from "../vocabulary.ts";
import { plainName } from "./goal-parts.ts";
import { readCode, triggerCode, type WrittenGoal } from "./written-goal.ts";

export interface ChoiceGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
}

/** What could set a goal off in these tables: dates of a customer, and what happens in events. */
export function triggerChoices(
  { trigger }: Pick<WrittenGoal, "trigger">,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
): readonly ChoiceGroup[] {
  const customers = customersTable(dataset).name;
  const dates = profiles
    .filter(({ table, type }) => table === customers && (type === "date" || type === "time"))
    .map(({ name, label }) => ({ value: triggerCode({ field: name }), label }));
  const events = eventChoices(dataset, profiles);
  const known = [...dates, ...events].some(({ value }) => value === trigger);
  const odd = !known && trigger.startsWith("{") ? [{ value: trigger, label: writtenLabel(trigger) }] : [];
  const groups = [
    { label: "As it stands", options: odd },
    { label: "A date of the customer", options: dates },
    { label: "Something that happens", options: events },
  ];
  return groups
    .filter(({ options }) => options.length)
    .map(({ label, options }) => ({
      label,
      options: options.map((one) => ({ ...one, chosen: one.value === trigger })),
    }));
}

/** Every kind of event held by enough customers to be named, and each table of events as a whole. */
export function eventChoices(
  dataset: Dataset,
  profiles: readonly FieldProfile[],
): readonly { readonly value: string; readonly label: string }[] {
  return dataset.tables
    .filter(({ kind, layout }) => kind === "events" && layout.at !== null)
    .flatMap(({ name: table, layout }) => {
      const kinds = profiles.find((profile) => profile.table === table && profile.name === layout.event)?.top ?? [];
      const named = kinds.flatMap(({ value }) => (value === null ? [] : [value]));
      return [
        ...named.map((event) => ({ value: triggerCode({ table, event }), label: `${plainName(event)} (${table})` })),
        { value: triggerCode({ table }), label: `Anything in ${table}` },
      ];
    });
}

function writtenLabel(code: string): string {
  const { field, table, event } = readCode(code);
  if (typeof field === "string") return field;
  return typeof event === "string" ? `${plainName(event)} (${table})` : `Anything in ${table}`;
}
