import { customersTable } from "../datasets/dataset.ts";
import type { FieldProfile } from "../vocabulary.ts";
import type { ProfiledDataset } from "./open-dataset.ts";

/** The plain name of a field by the name that a strategy gives it; that name itself where the tables lack the field. */
export type LabelOf = (field: string) => string;

export function fieldLabels({ dataset, profiles }: Pick<ProfiledDataset, "dataset" | "profiles">): LabelOf {
  const { name: customers } = customersTable(dataset);
  const full = ({ table, name }: FieldProfile) => (table === customers ? name : `${table}.${name}`);
  const known = new Map(profiles.map((profile) => [full(profile), profile.label]));
  return (field) => known.get(field) ?? field;
}
