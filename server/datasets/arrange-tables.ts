import type { Database } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { literal, relation, type Sql, unionAll } from "../database/sql-text.ts";
import { UserError } from "../errors.ts";
import type { Field, Table, TableKind, TableLayout, TableSetting } from "../vocabulary.ts";
import { alikeKeys } from "./alike-keys.ts";
import { countKeys } from "./count-keys.ts";
import { type Guess, guessKind, type TableFacts } from "./guess-kinds.ts";
import { withSetting } from "./layout-tables.ts";
import { layoutByNames, namesOptOuts } from "./layout-words.ts";
import type { LoadedTable } from "./load-table.ts";
import { oneRecordPerCustomer } from "./one-record-per-customer.ts";
import { sharedField } from "./shared-field.ts";
import { freeSlug } from "./slugs.ts";

export interface LoadedFile {
  readonly table: LoadedTable;
  /** what a person said on the command line or in the preview */
  readonly kind: TableKind | null;
}

export interface Arranged {
  readonly tables: readonly Table[];
  readonly warnings: readonly string[];
}

interface Placed {
  readonly loaded: LoadedTable;
  readonly facts: TableFacts;
  readonly guess: Guess;
  readonly setting: TableSetting | undefined;
}

/**
 * Decides what each loaded table is: one customers table (made from the keys where there are only events), who joins it by which
 * field, and one record a customer.
 * @throws UserError where two customers tables share no key, or a table that was called events shares none with the customers
 */
export async function arrangeTables(
  database: Database,
  schema: string,
  files: readonly LoadedFile[],
  settings: readonly TableSetting[],
  signal?: AbortSignal,
): Promise<Arranged> {
  const placed: Placed[] = [];
  for (const { table, kind } of files) {
    const setting = settings.find((one) => one.table === table.name);
    const given = { kind: kind ?? setting?.kind ?? null, key: setting?.key ?? null };
    const facts = {
      ...table,
      keys: await countKeys(database, database, relation(schema, table.name), table.fields, signal),
      given,
    };
    placed.push({ loaded: table, facts, guess: guessKind(facts, files.length === 1), setting });
  }
  const customers = await findCustomers(database, schema, placed);
  const tables: Table[] = [];
  const warnings: string[] = [];
  const slugs = new Set<string>();
  const kept = customers.made
    ? { table: customers.made, warnings: [] }
    : await keepOnePerCustomer(database, schema, customers.placed, signal);
  warnings.push(...kept.warnings);
  if (customers.made) tables.push({ ...customers.made, slug: freeSlug(customers.made.name, slugs, "table") });
  for (const one of placed) {
    const slug = freeSlug(one.loaded.name, slugs, "table");
    if (!customers.made && one === customers.placed) {
      tables.push({ ...kept.table, slug });
      continue;
    }
    const joined = await joinToCustomers(database, schema, one, kept.table);
    warnings.push(...joined.warnings);
    tables.push({ ...joined.table, slug });
  }
  return { tables: await alikeKeys(database, schema, tables), warnings };
}

type Customers = { readonly made: null; readonly placed: Placed } | { readonly made: Table; readonly placed: null };

async function findCustomers(database: Database, schema: string, placed: readonly Placed[]): Promise<Customers> {
  const candidates = placed.filter(({ guess }) => guess.kind === "customers");
  const [first, ...others] = candidates.sort(
    (a, b) => Number(b.guess.sure) - Number(a.guess.sure) || keysOf(b) - keysOf(a),
  );
  if (first) {
    const customers = { name: first.loaded.name, fields: first.loaded.fields, key: first.guess.key };
    for (const other of others.filter(({ guess }) => guess.sure)) {
      if ((await sharedField(database, schema, other, customers)) === undefined) {
        throw noSharedKey(first.loaded.name, other.loaded.name);
      }
    }
    return { made: null, placed: first };
  }
  const timed = placed.filter(({ guess }) => guess.key && (guess.kind === "events" || guess.kind === "consents"));
  if (timed.length) return { made: await makeCustomers(database, schema, timed, placed), placed: null };
  const [largest] = [...placed].sort((a, b) => keysOf(b) - keysOf(a));
  if (!largest) throw new UserError("Name at least one file to load.");
  return { made: null, placed: largest };
}

function keysOf({ facts, guess }: Placed): number {
  return facts.keys.find(({ field }) => field === guess.key)?.distinct ?? 0;
}

function noSharedKey(one: string, other: string): UserError {
  return new UserError(
    `${one} and ${other} both look like customers tables, and no field of one is found in the other. Load them one at a time, or say what one is: reference=PATH.`,
  );
}

/** The customers of a log: its different keys. */
async function makeCustomers(
  database: Database,
  schema: string,
  timed: readonly Placed[],
  all: readonly Placed[],
): Promise<Table> {
  const [first] = timed;
  const key = first?.guess.key;
  if (!first || !key) throw new Error("Customers are made from keys, and there are none.");
  const same = timed.filter(({ guess }) => guess.key?.toLowerCase() === key.toLowerCase());
  const taken = new Set(all.map(({ loaded }) => loaded.name.toLowerCase()));
  let name = "customers";
  for (let number = 2; taken.has(name); number++) name = `customers_${number}`;
  const field = first.loaded.fields.find((one) => one.name === key) as Field;
  const table = relation(schema, name);
  const occurrences: Sql = unionAll(
    same.map(({ loaded, guess }, part) =>
      database.fragment("datasets/key-occurrences", {
        table: relation(schema, loaded.name),
        key: guess.key ?? key,
        part: literal(part),
      }),
    ),
  );
  await database.run("datasets/create-keys-table", { names: { table, key, occurrences } });
  const { records } = await database.row("datasets/count-records", { records: count }, { names: { table } });
  return {
    name,
    slug: "",
    kind: "customers",
    records,
    fields: [field],
    layout: layoutByNames([field], "customers", key),
    sha256: first.loaded.sha256,
    rejected: 0,
    copiesRemoved: 0,
  };
}

async function keepOnePerCustomer(database: Database, schema: string, placed: Placed, signal?: AbortSignal) {
  const table = tableOf(placed, "customers", layoutByNames(placed.loaded.fields, "customers", placed.guess.key));
  const { key, updated } = table.layout;
  if (key === null) return { table, warnings: [] };
  const kept = await oneRecordPerCustomer(database, schema, table, { key, updated }, signal);
  return { table: { ...table, records: kept.records, copiesRemoved: kept.copiesRemoved }, warnings: kept.warnings };
}

function tableOf({ loaded, setting }: Placed, kind: TableKind, layout: TableLayout): Table {
  const { name, fields, records, sha256, rejected } = loaded;
  const zoned = { ...layout, zone: loaded.zone };
  const table: Table = { name, slug: "", kind, records, fields, layout: zoned, sha256, rejected, copiesRemoved: 0 };
  return setting ? { ...withSetting(table, setting), kind } : table;
}

async function joinToCustomers(database: Database, schema: string, placed: Placed, customers: Table) {
  const kind = placed.guess.kind === "customers" ? "reference" : placed.guess.kind;
  const found = await sharedField(database, schema, placed, {
    name: customers.name,
    fields: customers.fields,
    key: customers.layout.key,
  });
  const names = kind === "consents" ? { each: namesOptOuts(placed.loaded.name) ? ("withdrawal" as const) : null } : {};
  const guessed = { ...layoutByNames(placed.loaded.fields, kind, found?.key ?? placed.guess.key), ...names };
  const layout = { ...guessed, each: guessed.state ? null : guessed.each, joins: found?.joins ?? null };
  if (found !== undefined || kind === "reference") return { table: tableOf(placed, kind, layout), warnings: [] };
  if (placed.facts.given.kind) {
    throw new UserError(
      `${placed.loaded.name} shares no key with ${customers.name}, so its ${kind} belong to nobody. Add the customers' key to it, or load it as reference=PATH.`,
    );
  }
  return {
    table: tableOf(placed, "reference", layoutByNames(placed.loaded.fields, "reference", placed.guess.key)),
    warnings: [`${placed.loaded.name} shares no key with ${customers.name}, so it is kept as reference.`],
  };
}
