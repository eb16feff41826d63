import type { Database } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { relation, type Sql } from "../database/sql-text.ts";
import type { Field, TableSetting } from "../vocabulary.ts";
import type { Guess, TableFacts } from "./guess-kinds.ts";
import { keyCandidates } from "./layout-words.ts";
import type { LoadedTable } from "./load-table.ts";

interface Joining {
  readonly loaded: LoadedTable;
  readonly facts: TableFacts;
  readonly guess: Guess;
  readonly setting: TableSetting | undefined;
}

/**
 * Which field of a table says which customer, and the customers' field it matches (null: their key). Names decide first, then values:
 * at least half of the different keys must be found. Undefined where none fits.
 */
export async function sharedField(
  database: Database,
  schema: string,
  { loaded, facts, guess, setting }: Joining,
  customers: { readonly name: string; readonly fields: readonly Field[]; readonly key: string | null },
): Promise<{ key: string; joins: string | null } | undefined> {
  if (setting?.key) return { key: setting.key, joins: setting.joins ?? null };
  const keys = [...new Set([...(guess.key ? [guess.key] : []), ...facts.keys.map(({ field }) => field)])];
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const same = customers.key === null ? undefined : keys.find((key) => plain(key) === plain(customers.key ?? ""));
  if (same !== undefined && plain(same) !== "id") return { key: same, joins: null };
  const targets = [
    ...new Set([...(customers.key ? [customers.key] : []), ...keyCandidates(customers.fields).any]),
  ].slice(0, 8);
  const telling = keys.filter((key) => saysWho(loaded.fields, key)).slice(0, 8);
  for (const key of telling) {
    for (const target of targets) {
      if (plain(key) === "id" && target !== customers.key) continue;
      const cells = comparable(database, fieldNamed(loaded.fields, key), fieldNamed(customers.fields, target));
      const { keys: all, shared } = await database.row(
        "datasets/shared-keys",
        { keys: count, shared: count },
        {
          names: {
            table: relation(schema, loaded.name),
            key: cells.key,
            other: relation(schema, customers.name),
            other_key: cells.other,
          },
        },
      );
      if (all > 0 && shared / all >= 0.5) return { key, joins: target === customers.key ? null : target };
    }
  }
  return undefined;
}

/** Small numbers are found in any other column of small numbers: only a name, or texts, tell who a record is about. */
function saysWho(fields: readonly Field[], key: string): boolean {
  const text = fields.find(({ name }) => name === key)?.type === "text";
  return text || keyCandidates(fields).person.includes(key) || /^id$/i.test(key);
}

function fieldNamed(fields: readonly Field[], name: string): Field {
  const field = fields.find((one) => one.name === name);
  if (!field) throw new Error("A key is a field of its table.");
  return field;
}

/** 17850.0 in one file and 17850 in the other are one customer. */
function comparable(database: Database, key: Field, other: Field): { readonly key: Sql; readonly other: Sql } {
  const mixed = [key, other].every(({ type }) => isNumber(type)) && key.type !== other.type;
  const cell = ({ name }: Field) =>
    database.fragment(mixed ? "datasets/number-cell" : "datasets/text-cell", { field: name });
  return { key: cell(key), other: cell(other) };
}

function isNumber(type: Field["type"]): boolean {
  return type === "integer" || type === "number";
}
