import { createRequire } from "node:module";
import { join } from "node:path";
import { Rehearsals } from "./actionability/rehearsal/rehearsals.ts";
import { Database } from "./database/database.ts";
import { createDatasetList } from "./datasets/list-datasets.ts";
import { UserError } from "./errors.ts";
import { createStrategyStore } from "./goals/strategy-store.ts";
import type { Engine } from "./jobs/engine.ts";
import { Jobs } from "./jobs/jobs.ts";
import { openResultStore } from "./jobs/result-store.ts";
import { WorkerPool } from "./jobs/worker-pool.ts";
import { makeFolder } from "./make-folder.ts";
import { packageRoot } from "./package-root.ts";

export interface Folders {
  /** what arrives: uploads, transcoded copies */
  readonly incoming: string;
  /** what is made for the reader to take away */
  readonly outgoing: string;
  readonly temporary: string;
}

/** The one object that pages and commands are handed. */
export interface Workbench extends Engine {
  readonly folders: Folders;
  readonly rehearsals: Rehearsals;
  readonly seed: number;
  readonly now: () => Date;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** the workspace; everything is kept below it */
  readonly folder: string;
  /** keep the database in memory: for commands, whose workspace is removed at the end */
  readonly inMemory?: boolean;
  /** files outside the workspace that may be read */
  readonly files?: readonly string[];
  readonly threads?: number;
  readonly seed?: number;
  readonly now?: () => Date;
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const folders = makeFolders(options.folder);
  const database = await Database.open({
    file: options.inMemory ? ":memory:" : join(options.folder, "winnow.duckdb"),
    temporary: folders.temporary,
    folders: [folders.incoming, folders.outgoing, folders.temporary],
    files: options.files ?? [],
    threads: options.threads ?? 2,
  });
  const jobs = new Jobs(await openResultStore(database));
  await createDatasetList(database);
  await createStrategyStore(database);
  const pool = new WorkerPool(new URL(`file://${join(packageRoot(), "dist/server/worker.js")}`), options.threads ?? 2);
  return {
    database,
    jobs,
    pool,
    folders,
    rehearsals: new Rehearsals(jobs),
    version: versions(),
    seed: options.seed ?? 1,
    now: options.now ?? (() => new Date()),
    async close() {
      await jobs.close();
      await pool.close();
      database.close();
    },
  };
}

function makeFolders(folder: string): Folders {
  const folders = {
    incoming: join(folder, "incoming"),
    outgoing: join(folder, "outgoing"),
    temporary: join(folder, "temporary"),
  };
  try {
    for (const path of Object.values(folders)) makeFolder(path);
  } catch (cause) {
    throw new UserError(
      `The workspace could not be made: ${folder}. Choose a folder you may write to: --workspace DIR.`,
      {
        cause,
      },
    );
  }
  return folders;
}

/** Winnow's version, as reports print it. */
export function winnowVersion(): string {
  return readVersion(join(packageRoot(), "package.json"));
}

function versions(): string {
  return `${winnowVersion()} duckdb ${readVersion("@duckdb/node-api/package.json")}`;
}

function readVersion(manifest: string): string {
  const { version } = createRequire(import.meta.url)(manifest) as { version: string };
  return version;
}
