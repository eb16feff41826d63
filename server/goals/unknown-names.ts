import { findField, tableOf } from "../datasets/dataset.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { Dataset, Strategy } from "../vocabulary.ts";
import { fieldOfFix } from "./fix-names.ts";
import { fieldNames } from "./need-field.ts";

/**
 * A sentence for each table and field that the strategy speaks of and the tables do not have. They are warnings: one
 * strategy may serve exports of which each holds a part. Names inside goals are errors instead, found by resolveGoal.
 */
export function unknownNames(strategy: Strategy, dataset: Dataset): string[] {
  const { tables, fields, decisions, answers, permitted, efforts } = strategy;
  const tableNames = dataset.tables.map((table) => table.name);
  const names = fieldNames(dataset);
  const ofFields = (part: string, entries: readonly { readonly field: string }[]) =>
    entries
      .filter(({ field }) => !findField(dataset, field))
      .map(({ field }) => `${part}: no table has the field "${field}".${didYouMean(field, names)}`);
  return [
    ...tables
      .filter(({ table }) => !tableOf(dataset, table))
      .map(({ table }) => `tables: no table "${table}" is loaded.${didYouMean(table, tableNames)}`),
    ...ofFields("fields", fields),
    ...ofFields("decisions", decisions),
    ...ofFields("answers", answers),
    ...ofFields("permitted", permitted),
    ...ofFields(
      "efforts",
      efforts.flatMap(({ fix }) => (fieldOfFix(fix) === null ? [] : [{ field: fieldOfFix(fix) ?? "" }])),
    ),
  ];
}
