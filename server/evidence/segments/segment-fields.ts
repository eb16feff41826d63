import type { Database } from "../../database/database.ts";
import { identifier } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import { levelsOf } from "../../profiles/levels-of.ts";
import { meaningOf } from "../../profiles/meanings.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import type { ReadField } from "../encoding/field-reader.ts";
import type { Asked, FieldFacts } from "../field-facts.ts";
import { notPermitted } from "../rules/not-permitted.ts";

/** A way to part the customers: a field of few values, or a level of one that has few. */
export interface SegmentField {
  readonly field: string;
  readonly label: string;
  /** the level's key; null where the values themselves are few */
  readonly level: string | null;
  readonly read: ReadField;
}

const mostValues = 30;
const mostFields = 20;
/** Told apart by their coarsest level. */
const banded: ReadonlySet<string> = new Set(["age", "birth-year", "birth-date", "postcode"]);

/**
 * Fields that audiences are made of, whether or not they are kept: those of few values, ages and places by their coarsest
 * level. Not what is only known afterwards, and nothing specially protected without permission.
 */
export function segmentFields(
  database: Database,
  { dataset }: AnalysisInput,
  facts: readonly FieldFacts[],
  asked: ReadonlyMap<string, Asked>,
): SegmentField[] {
  const customers = customersTable(dataset).name;
  const usable = facts.filter(
    (one) =>
      one.profile.table === customers &&
      !one.isOutcome &&
      !meaningOf(one.profile.meaning).direct &&
      !notPermitted.weigh(one) &&
      (!asked.has(one.profile.name) || asked.get(one.profile.name)?.answer?.known === "before"),
  );
  return usable.flatMap((one) => asSegments(database, one)).slice(0, mostFields);
}

function asSegments(database: Database, { profile }: FieldFacts): SegmentField[] {
  const { name, label, type, distinct, meaning } = profile;
  const segment = (level: string | null, value: ReturnType<typeof identifier>): SegmentField => ({
    field: name,
    label,
    level,
    read: { name, type: "text", expression: database.fragment("evidence/segment-value", { value }) },
  });
  if (banded.has(meaning)) {
    const level = levelsOf(profile).at(-1);
    return level ? [segment(level.key, level.expression(database, name))] : [];
  }
  const isFew = distinct >= 2 && distinct <= mostValues;
  return isFew && (type === "text" || type === "boolean") ? [segment(null, identifier(name))] : [];
}
