import { customersTable } from "../datasets/dataset.ts";
import type { LabelOf } from "./field-labels.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import { outcomeCode, readCode, type WrittenGoal } from "./written-goal.ts";

export interface TreatmentField {
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
}

const mostValues = 6;
const mostFields = 60;
const likely = /treat|offer|campaign|control|contact|variant|group|promo|mailed|(^|_)(arm|test)(_|$)/i;

/**
 * Fields of few values that could say who got the offer, with their values: those named like it first, and of a wide table
 * no more than a list can hold. What is chosen is always among them.
 */
export function treatmentChoices(
  { treatment }: Pick<WrittenGoal, "treatment">,
  { dataset, profiles }: ProfiledDataset,
  labelOf: LabelOf,
): readonly TreatmentField[] {
  const fields = profiles
    .filter(({ table, distinct }) => table === customersTable(dataset).name && distinct > 1 && distinct <= mostValues)
    .toSorted((a, b) => Number(likely.test(b.name)) - Number(likely.test(a.name)))
    .slice(0, mostFields)
    .map(({ name, label, top }) => ({
      label,
      values: top.flatMap(({ value }) => (value === null ? [] : [choice(name, value, treatment)])),
    }))
    .filter(({ values }) => values.length > 0);
  const isThere = treatment === "" || fields.some(({ values }) => values.some(({ chosen }) => chosen));
  const { field, is } = isThere ? {} : readCode(treatment);
  if (typeof field !== "string" || typeof is !== "string") return fields;
  return [{ label: labelOf(field), values: [choice(field, is, treatment)] }, ...fields];
}

function choice(field: string, is: string, chosen: string): TreatmentField["values"][number] {
  const value = outcomeCode({ field, is });
  return { value, label: `${field} is ${is}`, chosen: value === chosen };
}
