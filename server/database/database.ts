import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBInstance,
  type DuckDBResult,
  type DuckDBValue,
  listValue,
} from "@duckdb/node-api";
import { Cancelled } from "../errors.ts";
import { packageRoot } from "../package-root.ts";
import { type AppendRecords, appendColumns, type ColumnType } from "./append-columns.ts";
import { type OpenOptions, openInstance, prepareConnection } from "./open-instance.ts";
import { guard, nameOf } from "./query-errors.ts";
import type { RowOf, Shape } from "./shape.ts";
import { fillNames, type Names, type Sql } from "./sql-text.ts";

export type Value = string | number | bigint | boolean | null | readonly string[] | readonly number[];

export interface QueryOptions {
  /** bound to `$name` */
  readonly values?: Readonly<Record<string, Value>>;
  /** put into `{name}` through the quoting door */
  readonly names?: Names;
  readonly signal?: AbortSignal | undefined;
}

/** A query: its name (`profiles/field-values`, the file under queries/), or SQL made from fragments, named for errors. */
export type Query = string | (Sql & { readonly name: string });

/**
 * The only door to DuckDB. Statements come from queries/, values are bound, identifiers are quoted here.
 * One connection serves one statement at a time: a second statement on a streaming connection ends the stream silently.
 */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[] = [];
  readonly #texts = new Map<string, string>();
  #lastTransaction: Promise<unknown> = Promise.resolve();

  private constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  static async open(options: OpenOptions): Promise<Database> {
    return new Database(await openInstance(options));
  }

  /** Every row of the result, each cell read by the shape. */
  async rows<S extends Shape>(query: Query, shape: S, options: QueryOptions = {}): Promise<RowOf<S>[]> {
    const objects = await this.#use(query, options, async (connection, sql, values) => {
      const result = await connection.run(sql, values);
      return result.getRowObjectsJS();
    });
    return objects.map((object) => readRow(query, shape, object));
  }

  /** The one row that the query always returns. */
  async row<S extends Shape>(query: Query, shape: S, options: QueryOptions = {}): Promise<RowOf<S>> {
    const rows = await this.rows(query, shape, options);
    if (rows.length !== 1 || !rows[0]) throw new Error(`${nameOf(query)} returned ${rows.length} rows, not one.`);
    return rows[0];
  }

  /** Runs a statement for its effect. Each call commits by itself. */
  async run(query: Query, options: QueryOptions = {}): Promise<void> {
    await this.#use(query, options, (connection, sql, values) => connection.run(sql, values));
  }

  /** Runs several statements in one transaction: all of them or none. One at a time, so that two never conflict. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const turn = this.#lastTransaction.then(() => this.#transact(work));
    this.#lastTransaction = turn.catch(() => undefined);
    return turn;
  }

  /** Streams the result in chunks of up to 2,048 rows; the caller reads column vectors. The connection is held meanwhile. */
  async chunks(query: Query, options: QueryOptions, read: (chunk: DuckDBDataChunk) => void): Promise<void> {
    await this.#use(query, options, async (connection, sql, values) => {
      await readChunks(await connection.stream(sql, values), read);
    });
  }

  /** Fills a table from JavaScript. The appender is closed, and its rows kept, when `fill` returns. */
  async append(schema: string, table: string, fill: (appender: DuckDBAppender) => Promise<void>): Promise<void> {
    const connection = await this.#take();
    try {
      const appender = await connection.createAppender(table, schema);
      await fill(appender);
      appender.closeSync();
    } finally {
      this.#idle.push(connection);
    }
  }

  /** A query file with its names filled in, for building one statement from several (`unionAll`). */
  fragment(query: string, names: Names = {}): Sql {
    return { sql: this.textOf(query, names) };
  }

  /** Several statements need one connection where they share temporary tables or a reject table. */
  async session<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const connection = await this.#instance.connect();
    const stop = () => connection.interrupt();
    signal?.addEventListener("abort", stop);
    try {
      await prepareConnection(connection);
      const session: Session = {
        ...this.#on(connection),
        chunks: (query, options, read) =>
          guard(query, async () => {
            const result = await connection.stream(this.textOf(query, options.names), bind(options.values));
            await readChunks(result, read);
          }),
        append: (table, types, fill) => appendColumns(connection, table, types, fill),
        progress: () => connection.progress.percentage,
      };
      return await work(session);
    } finally {
      signal?.removeEventListener("abort", stop);
      connection.closeSync();
    }
  }

  close(): void {
    for (const connection of this.#idle.splice(0)) connection.closeSync();
    this.#instance.closeSync();
  }

  textOf(query: Query, names: Names = {}): string {
    // Ready-made SQL has its names in it already, and a field of that name may hold braces.
    if (typeof query !== "string") return Object.keys(names).length ? fillNames(query.sql, names) : query.sql;
    let text = this.#texts.get(query);
    if (text === undefined) {
      text = readFileSync(join(packageRoot(), "queries", `${query}.sql`), "utf8")
        .replace(/^--.*\n/gm, "")
        .trim()
        .replace(/;$/, "");
      this.#texts.set(query, text);
    }
    return fillNames(text, names);
  }

  async #transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const connection = await this.#take();
    try {
      await connection.run("begin transaction");
      try {
        const result = await work(this.#on(connection));
        await guard({ name: "commit" }, () => connection.run("commit"));
        return result;
      } catch (error) {
        await connection.run("rollback").catch(() => undefined);
        throw error;
      }
    } finally {
      this.#idle.push(connection);
    }
  }

  #on(connection: DuckDBConnection): Transaction {
    return {
      rows: (query, shape, options = {}) =>
        guard(query, async () => {
          const result = await connection.run(this.textOf(query, options.names), bind(options.values));
          return (await result.getRowObjectsJS()).map((object) => readRow(query, shape, object));
        }),
      run: (query, options = {}) =>
        guard(query, async () => {
          await connection.run(this.textOf(query, options.names), bind(options.values));
        }),
    };
  }

  async #use<T>(
    query: Query,
    options: QueryOptions,
    work: (connection: DuckDBConnection, sql: string, values: Record<string, DuckDBValue> | undefined) => Promise<T>,
  ): Promise<T> {
    const sql = this.textOf(query, options.names);
    if (options.signal?.aborted) throw new Cancelled("Cancelled.");
    const connection = await this.#take();
    const stop = () => connection.interrupt();
    options.signal?.addEventListener("abort", stop);
    try {
      return await guard(query, () => work(connection, sql, bind(options.values)));
    } finally {
      options.signal?.removeEventListener("abort", stop);
      this.#idle.push(connection);
    }
  }

  async #take(): Promise<DuckDBConnection> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    const connection = await this.#instance.connect();
    await prepareConnection(connection);
    return connection;
  }
}

export interface Transaction {
  rows<S extends Shape>(query: Query, shape: S, options?: QueryOptions): Promise<RowOf<S>[]>;
  run(query: Query, options?: QueryOptions): Promise<void>;
}

export interface Session extends Transaction {
  /** As `Database.chunks`, over temporary tables too. No other statement of the session until it is through. */
  chunks(query: Query, options: QueryOptions, read: (chunk: DuckDBDataChunk) => void): Promise<void>;
  /** Fills a temporary table from JavaScript. Its rows are kept when `fill` returns. */
  append(table: string, types: readonly ColumnType[], fill: (append: AppendRecords) => Promise<void>): Promise<void>;
  /** 0 to 100, -1 while unknown */
  progress(): number;
}

async function readChunks(result: DuckDBResult, read: (chunk: DuckDBDataChunk) => void): Promise<void> {
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) read(chunk);
}

function bind(values: QueryOptions["values"]): Record<string, DuckDBValue> | undefined {
  if (!values) return undefined;
  const bound: Record<string, DuckDBValue> = {};
  for (const [name, value] of Object.entries(values)) {
    bound[name] = Array.isArray(value) ? listValue(value.map(wide)) : (value as DuckDBValue);
  }
  return bound;
}

/** Whole numbers of a list as 64 bits: left as they are they would be bound as 32. */
function wide(value: string | number): DuckDBValue {
  return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value;
}

function readRow<S extends Shape>(query: Query, shape: S, object: Record<string, unknown>): RowOf<S> {
  const row: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(shape)) {
    const column = name.replace(/[A-Z0-9]+/g, (part) => `_${part.toLowerCase()}`);
    const cell = name in object ? object[name] : object[column];
    try {
      row[name] = read(cell);
    } catch (cause) {
      throw new Error(`${nameOf(query)} returned an unexpected ${name}.`, { cause });
    }
  }
  return row as RowOf<S>;
}
