import { customersTable } from "../datasets/dataset.ts";
import { type FieldGroup, meaningOf } from "../profiles/meanings.ts";
import type { Dataset, FieldProfile, Strategy, TableKind } from "../vocabulary.ts";
import { outcomeFields } from "./table-about.ts";

export interface GroupOfFields {
  readonly title: string;
  readonly note: string;
  readonly profiles: readonly FieldProfile[];
}

const groupWords: Readonly<Record<FieldGroup, readonly [title: string, note: string]>> = {
  person: ["About the person", "Who they are, or who someone guessed they are"],
  contract: ["Contract and bill", "What they bought and what they pay"],
  behaviour: ["How they use it", "What they do, and how often"],
  contact: ["Contact and identity", "How you reach a person and tell them apart"],
  other: ["Everything else", "No usual meaning recognised"],
};

const kindWords: Readonly<Record<TableKind, string>> = {
  customers: "One record per customer",
  events: "Many records per customer, with a time",
  consents: "What they agreed to and withdrew",
  reference: "Looked up, not about one customer",
};

/** Every field under the heading it is listed by: the customers table by meaning, the others by table. None is empty. */
export function groupFields(
  dataset: Dataset,
  strategy: Strategy,
  profiles: readonly FieldProfile[],
): readonly GroupOfFields[] {
  const customers = customersTable(dataset);
  const outcomes = new Set(outcomeFields(dataset, strategy).map(({ field }) => field));
  const own = profiles.filter(({ table, name }) => table === customers.name && !outcomes.has(name));
  const byMeaning = Object.entries(groupWords).map(([group, [title, note]]) => ({
    title,
    note,
    profiles: own.filter(({ meaning }) => meaningOf(meaning).group === group),
  }));
  const outcome = {
    title: "What a goal is after",
    note: "Says whether it happened. It is never tested and never counted",
    profiles: profiles.filter(({ table, name }) => table === customers.name && outcomes.has(name)),
  };
  const others = dataset.tables
    .filter((table) => table !== customers)
    .map(({ name, kind }) => ({
      title: `In ${name}`,
      note: kindWords[kind],
      profiles: profiles.filter(({ table }) => table === name),
    }));
  return [...byMeaning, outcome, ...others].filter((group) => group.profiles.length > 0);
}
