import type { Database } from "../../database/database.ts";
import { identifier, relation, type Sql } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import type { LeveledField } from "../../model/levels/levels-input.ts";
import type { Level } from "../../profiles/levels-of.ts";
import type { Dataset } from "../../vocabulary.ts";
import { type EncodeOptions, encodeFields } from "../encoding/encode-fields.ts";
import type { ReadField } from "../encoding/field-reader.ts";

/** A field of the kept set and the levels to try. */
export interface WantedLevels {
  readonly name: string;
  /** the level it was tested at; null is the full value */
  readonly testedAt: Level | null;
  readonly weight: number;
  readonly levels: readonly Level[];
}

/**
 * Each level as codes of the same records in the same order as the fields were encoded: the same seed, key and audience
 * must be given. Levels that hide nothing more than the one before, or say the same of everybody, are left out.
 */
export async function encodeLevels(
  database: Database,
  dataset: Dataset,
  wanted: readonly WantedLevels[],
  outcome: Sql,
  options: EncodeOptions,
): Promise<LeveledField[]> {
  const all = wanted.flatMap(({ name, levels }) => levels.map((level) => ({ name, level })));
  const columns = all.map(({ name, level }, index): ReadField => {
    const expression = level.expression(database, name);
    return { name: String(index), type: level.ordered ? "number" : "text", expression };
  });
  const { input } = await encodeFields(database, dataset, columns, outcome, options);
  const bits = await entropies(database, dataset, wanted, options);
  let place = 0;
  return wanted.map(({ name, weight, levels }, index): LeveledField => {
    const [own = 0, ...ofLevels] = bits[index] ?? [];
    let least = own;
    const encoded = levels.flatMap(({ key, onlyRare }, at) => {
      const { codes, bins, ordered } = input.fields[place + at]!;
      const told = ofLevels[at] ?? 0;
      // few people weigh little in bits, and are to be hidden all the same
      const left = onlyRare ? Math.min(told, least - leastHidden) : told;
      if (told === 0 || left > least - leastHidden) return [];
      least = left;
      return [{ key, codes, bins, ordered, bits: left }];
    });
    place += levels.length;
    return { name, bits: own, weight, levels: encoded };
  });
}

/** Bits: what counts as a fall in entropy. */
const leastHidden = 1e-6;

/** Of each field the entropy as it was tested, then of each level. */
async function entropies(
  database: Database,
  dataset: Dataset,
  wanted: readonly WantedLevels[],
  { audience, signal }: EncodeOptions,
): Promise<number[][]> {
  const entropy = (value: Sql) => database.fragment("evidence/entropy", { value });
  const perField = wanted.map(({ name, testedAt, levels }) => [
    entropy(testedAt?.expression(database, name) ?? identifier(name)),
    ...levels.map((level) => entropy(level.expression(database, name))),
  ]);
  const names = {
    customers: relation(dataset.schema, customersTable(dataset).name),
    audience: audience ?? database.fragment("evidence/everyone"),
    entropies: perField.flat(),
  };
  const bits: number[] = [];
  await database.chunks("evidence/level-entropies", { names, signal }, (chunk) => {
    for (let column = 0; column < chunk.columnCount; column++) {
      // hash tables of several threads are summed in any order: only what is the same each time may decide
      bits.push(Number(((chunk.getColumnVector(column).getItem(0) as number | null) ?? 0).toFixed(6)));
    }
  });
  let from = 0;
  return perField.map((own) => {
    from += own.length;
    return bits.slice(from - own.length, from);
  });
}
