import { type DuckDBConnection, DuckDBInstance, quotedString } from "@duckdb/node-api";
import { UserError } from "../errors.ts";

export interface OpenOptions {
  /** the database file, or ":memory:" */
  readonly file: string;
  /** where DuckDB spills */
  readonly temporary: string;
  /** folders that may be read and written */
  readonly folders: readonly string[];
  /** single files that may be read */
  readonly files?: readonly string[];
  readonly threads?: number;
  readonly memoryLimit?: string;
}

/**
 * Opens the database file and locks it in: it reaches the folders and files named and nothing else, ever.
 * Throws UserError where another process or another part of this one has it, or it cannot be opened.
 */
export async function openInstance(options: OpenOptions): Promise<DuckDBInstance> {
  const instance = await createInstance(options);
  const connection = await instance.connect();
  if (await isLockedIn(connection)) {
    connection.closeSync();
    instance.closeSync();
    throw inUse();
  }
  const list = (paths: readonly string[]) => `[${paths.map(quotedString).join(", ")}]`;
  const folders = options.folders.map((folder) => (folder.endsWith("/") ? folder : `${folder}/`));
  const perConnection = ["errors_as_json", "enable_progress_bar", "enable_progress_bar_print"];
  // The order matters: lists first, then no other access, then the lock. New connections inherit all of it.
  for (const setting of [
    "set timezone = 'UTC'",
    `set allowed_directories = ${list(folders)}`,
    `set allowed_paths = ${list(options.files ?? [])}`,
    `set allowed_configs = ${list(perConnection)}`,
    "set enable_external_access = false",
    "set lock_configuration = true",
  ]) {
    await connection.run(setting);
  }
  connection.closeSync();
  return instance;
}

/**
 * The file's lock only keeps other processes out: two instances of one process would both write, and lose each other's rows. The cache
 * gives the same instance twice instead, and the second time it is locked in already.
 */
async function isLockedIn(connection: DuckDBConnection): Promise<boolean> {
  const result = await connection.runAndReadAll("select current_setting('lock_configuration')");
  return result.getRows()[0]?.[0] === true;
}

async function createInstance(options: OpenOptions): Promise<DuckDBInstance> {
  const settings = {
    threads: String(options.threads ?? 2),
    memory_limit: options.memoryLimit ?? "4GB",
    temp_directory: options.temporary,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  };
  try {
    if (options.file === ":memory:") return await DuckDBInstance.create(options.file, settings);
    return await DuckDBInstance.fromCache(options.file, settings);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : "";
    if (/lock|different configuration/i.test(message)) throw inUse(cause);
    throw new UserError(`The workspace could not be opened: ${options.file}. Is it a folder you may write to?`, {
      cause,
    });
  }
}

function inUse(cause?: unknown): UserError {
  return new UserError(
    "Another Winnow already uses this workspace. Close it, or give this one a folder of its own: --workspace DIR.",
    { cause },
  );
}

/** What cannot be set for all connections at once. */
export async function prepareConnection(connection: DuckDBConnection): Promise<void> {
  await connection.run("set errors_as_json = true");
  await connection.run("set enable_progress_bar = true");
  await connection.run("set enable_progress_bar_print = false");
}
