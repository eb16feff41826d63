import { basename } from "node:path";
import type { Database, Transaction } from "../database/database.ts";
import { flag, text } from "../database/shape.ts";
import { Cancelled, QueryFailed, UserError } from "../errors.ts";
import { resultKey } from "../jobs/result-key.ts";
import type { Dataset, TableSetting } from "../vocabulary.ts";
import { arrangeTables, type LoadedFile } from "./arrange-tables.ts";
import { list } from "./field-names.ts";
import { fileProblem } from "./file-problem.ts";
import { namesCustomers } from "./layout-words.ts";
import { createDatasetList, findDataset, listDatasets } from "./list-datasets.ts";
import { keepRejects } from "./list-rejects.ts";
import type { LoadFile, ReadOptions } from "./load-file.ts";
import { loadTable } from "./load-table.ts";
import { freeSlug, slugOf } from "./slugs.ts";
import { takeInFile } from "./take-in-file.ts";

export type { LoadFile } from "./load-file.ts";

export interface LoadOptions extends ReadOptions {
  /** as readers see it; else the customers file's stem */
  readonly name?: string | undefined;
  /** a dataset that has it already is replaced; else one is made from the name that no other has */
  readonly slug?: string | undefined;
  readonly settings?: readonly TableSetting[] | undefined;
  /** what is to be kept together with the dataset: both or neither */
  readonly keepWith?: ((transaction: Transaction, slug: string) => Promise<void>) | undefined;
  readonly progress?: ((done: number, total: number, now: string) => void) | undefined;
  readonly now?: (() => Date) | undefined;
}

export interface LoadContext {
  readonly database: Database;
  /** where unpacked and transcoded copies are written */
  readonly incoming: string;
}

/**
 * Loads files as one dataset, in a DuckDB schema of its own. All or nothing: what was begun is removed when it fails or is cancelled,
 * and a dataset with the same slug stays until the new one takes its place.
 * @throws UserError for every fault of a file or of how they fit together; Cancelled
 */
export async function loadDataset(
  context: LoadContext,
  files: readonly LoadFile[],
  options: LoadOptions = {},
): Promise<Dataset> {
  if (files.length === 0) throw new UserError("Name at least one file to load.");
  const { database } = context;
  await createDatasetList(database);
  if (options.zone) await needZone(database, options.zone);
  const names = tableNames(files);
  const name = options.name ?? datasetName(files, names);
  const slug = options.slug ?? (await unusedSlug(database, name));
  const schema = await createSchema(database, slug);
  try {
    const loaded = await loadTables(context, schema, files, names, options);
    options.progress?.(98, 100, "Joining the tables");
    const { tables, warnings } = await arrangeTables(database, schema, loaded, options.settings ?? [], options.signal);
    await keepRejects(
      database,
      schema,
      loaded.map(({ table }) => table),
    );
    if (options.signal?.aborted) throw new Cancelled("Cancelled.");
    const dataset: Dataset = {
      slug,
      name,
      schema,
      tables,
      loadedAt: `${(options.now ?? (() => new Date()))().toISOString().slice(0, 19)}Z`,
      warnings: [...loaded.flatMap(({ table }) => table.warnings), ...zoneWarning(loaded), ...warnings],
      fingerprint: fingerprint(loaded, files, options),
    };
    await keepDataset(database, dataset, options.keepWith);
    options.progress?.(100, 100, "Loaded");
    return dataset;
  } catch (error) {
    await database.run("datasets/drop-schema", { names: { schema } }).catch(() => undefined);
    throw fileProblem(names.join(", "), error);
  }
}

/** Forgets a dataset and its tables. Nothing happens where there is none. */
export async function forgetDataset(database: Database, slug: string): Promise<void> {
  const dataset = await findDataset(database, slug);
  if (!dataset) return;
  await database.transaction(async ({ run }) => {
    await run("workbench/forget-dataset", { values: { slug } });
    await run("datasets/drop-schema", { names: { schema: dataset.schema } });
  });
}

async function loadTables(
  { database, incoming }: LoadContext,
  schema: string,
  files: readonly LoadFile[],
  names: readonly string[],
  options: LoadOptions,
): Promise<LoadedFile[]> {
  const loaded: LoadedFile[] = [];
  let furthest = 0;
  for (const [at, file] of files.entries()) {
    const shown = file.name ?? basename(file.path);
    const tell = (share: number, now: string) => {
      furthest = Math.max(furthest, Math.floor(((at + share) / files.length) * 97));
      options.progress?.(furthest, 100, `${now} ${shown}`);
    };
    const setting = options.settings?.find(({ table }) => table === names[at]);
    try {
      const taken = await takeInFile(file.path, {
        incoming,
        name: file.name,
        dialect: file.dialect,
        signal: options.signal,
        progress: (share) => tell(share * 0.4, "Reading"),
      });
      try {
        const table = await database.session(async (session) => {
          const timer = setInterval(() => tell(0.4 + Math.max(0, session.progress()) * 0.006, "Loading"), 200);
          try {
            const target = { schema, name: names[at] as string };
            const zone = setting?.zone ?? options.zone;
            return await loadTable(database, session, taken, target, { ...options, zone, dialect: file.dialect });
          } finally {
            clearInterval(timer);
          }
        }, options.signal);
        loaded.push({ table, kind: file.kind ?? null });
      } finally {
        await taken.dispose();
      }
    } catch (error) {
      throw fileProblem(shown, error);
    }
  }
  return loaded;
}

/** The stem of the file that is about customers, by its kind or its name; else of the first. */
function datasetName(files: readonly LoadFile[], names: readonly string[]): string {
  const given = files.findIndex(({ kind }) => kind === "customers");
  return names[given] ?? names.find(namesCustomers) ?? names[0] ?? "customers";
}

function zoneWarning(loaded: readonly LoadedFile[]): string[] {
  const fields = loaded.flatMap(({ table }) => table.unzoned.map((field) => `${table.name}.${field}`));
  if (fields.length === 0) return [];
  return [
    `The times in ${list(fields)} do not say their zone and are read as UTC. Name it with --zone, such as --zone Europe/Berlin.`,
  ];
}

/** A table's name is its file's stem. */
function tableNames(files: readonly LoadFile[]): string[] {
  const names = files.map(({ path, name }) => tableName(name ?? basename(path)));
  const twice = names.find((name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== at);
  if (twice !== undefined) {
    throw new UserError(
      `Two files would both become the table ${twice}. Rename one of them, or load them one at a time.`,
    );
  }
  return names;
}

export function tableName(file: string): string {
  const stem = file
    .replace(/\.gz$/i, "")
    .replace(/\.(csv|tsv|tab|txt|json|ndjson|jsonl|parquet|arrow|arrows|feather)$/i, "");
  return stem || file;
}

async function needZone(database: Database, zone: string): Promise<void> {
  const { found } = await database.row("datasets/zone-exists", { found: flag }, { values: { zone } });
  if (!found)
    throw new UserError(`There is no time zone ${zone}. Write it as a region and city, such as Europe/Berlin.`);
}

async function unusedSlug(database: Database, name: string): Promise<string> {
  const taken = new Set((await listDatasets(database)).map(({ slug }) => slug));
  return freeSlug(slugOf(name).slice(0, 60), taken, "dataset");
}

/** A schema that no dataset uses yet: the one that will be replaced keeps its own until the end. */
async function createSchema(database: Database, slug: string): Promise<string> {
  const rows = await database.rows("datasets/schemas", { schema: text });
  const taken = new Set(rows.map(({ schema }) => schema.toLowerCase()));
  const plain = `data_${slug.replaceAll("-", "_")}`;
  for (let number = 1; ; number++) {
    const schema = number === 1 ? plain : `${plain}_${number}`;
    if (!taken.has(schema) && (await tryToCreate(database, schema))) return schema;
  }
}

/** False where another load took the name in this moment. */
async function tryToCreate(database: Database, schema: string): Promise<boolean> {
  try {
    await database.run("datasets/create-schema", { names: { schema } });
    return true;
  } catch (error) {
    if (error instanceof QueryFailed && /CATALOG|TRANSACTION/.test(error.kind)) return false;
    throw error;
  }
}

function fingerprint(loaded: readonly LoadedFile[], files: readonly LoadFile[], options: LoadOptions): string {
  const tables = loaded.map(({ table, kind }, at) => [table.name, table.sha256, kind, files[at]?.dialect ?? {}]);
  return resultKey(tables, options.dates ?? null, options.zone ?? null, options.settings ?? []);
}

async function keepDataset(database: Database, dataset: Dataset, keepWith: LoadOptions["keepWith"]): Promise<void> {
  const old = await findDataset(database, dataset.slug);
  await database.transaction(async (transaction) => {
    const { run } = transaction;
    await keepWith?.(transaction, dataset.slug);
    await run("workbench/keep-dataset", {
      values: { slug: dataset.slug, loaded_at: dataset.loadedAt, document: JSON.stringify(dataset) },
    });
    if (old) await run("datasets/drop-schema", { names: { schema: old.schema } });
  });
}
