import type { Database } from "../database/database.ts";
import { count, listOf, text } from "../database/shape.ts";
import { identifier, relation, type Sql } from "../database/sql-text.ts";
import { customersTable } from "../datasets/dataset.ts";
import type { CommonValues, Dataset, FieldProfile } from "../vocabulary.ts";
import { levelsOf } from "./levels-of.ts";
import { meaningOf } from "./meanings.ts";
import { hidesValues } from "./name-field.ts";

/** Groups under 5 are never named, whatever the threshold. */
const leastNamed = 5;
/** A level that names more values than this is none. */
const mostNamed = 1000;
/** More different values than this part of the filled cells: the commonest of them speak for it, or nothing does. */
const mostDistinct = 0.2;

const shape = { common: listOf(text), others: count };

/**
 * Adds to each text and place of the customers table which of its values enough customers hold, by itself and at each of
 * its levels, counted on every record. Fields of which no value is rare stay as they are.
 * @param least how many customers are enough; never under 5
 */
export async function findRareValues(
  database: Database,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
  least: number,
  signal?: AbortSignal,
): Promise<FieldProfile[]> {
  const table = customersTable(dataset);
  const customers = relation(dataset.schema, table.name);
  const under = Math.max(leastNamed, least);
  const found: FieldProfile[] = [];
  for (const profile of profiles) {
    const levels: CommonValues[] = [];
    const mayBeRare = profile.table === table.name && isNominal(profile) && !allCommon(profile, under);
    for (const [level, value] of mayBeRare ? readable(database, profile) : []) {
      const values = { least: under };
      const { common, others } = await database.row("profiles/common-values", shape, {
        names: { customers, value },
        values,
        signal,
      });
      if (others > 0 && common.length > 0 && common.length <= mostNamed) levels.push({ level, values: common, others });
    }
    found.push(mayBeRare ? { ...profile, rare: { under, levels } } : profile);
  }
  return found;
}

function isNominal({ type, meaning, filled }: FieldProfile): boolean {
  return (type === "text" || meaning === "postcode") && !meaningOf(meaning).direct && filled > 0;
}

function allCommon({ top, filled }: FieldProfile, least: number): boolean {
  return top.reduce((sum, { value, count }) => sum + (value !== null && count >= least ? count : 0), 0) === filled;
}

/** The value itself, unless its values must not be listed or are nearly all different; and the levels of a place. */
function readable(database: Database, profile: FieldProfile): [string | null, Sql][] {
  const itself = !hidesValues(profile) && profile.distinct <= mostDistinct * profile.filled;
  const levels = profile.meaning === "postcode" ? levelsOf(profile) : [];
  return [
    ...(itself ? ([[null, identifier(profile.name)]] as [null, Sql][]) : []),
    ...levels.map((level): [string, Sql] => [level.key, level.expression(database, profile.name)]),
  ];
}
