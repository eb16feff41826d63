import { type FileHandle, open } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { type Data, type RecordBatch, RecordBatchReader } from "apache-arrow";
import type { AppendRecords, Cell } from "../database/append-columns.ts";
import type { Database, Session } from "../database/database.ts";
import { text } from "../database/shape.ts";
import { literal, type Sql } from "../database/sql-text.ts";
import { Cancelled, QueryFailed, UserError } from "../errors.ts";
import { type ArrowCells, type ArrowNote, arrowCells } from "./arrow-cells.ts";
import { learnToUnpack } from "./arrow-codecs.ts";
import { isArrowFile } from "./detect-format.ts";
import { list, mendNames } from "./field-names.ts";
import { ownColumns } from "./own-types.ts";
import { type RawTable, raw } from "./raw-table.ts";
import { noRejects } from "./rejects.ts";
import type { TakenFile } from "./take-in-file.ts";

interface ArrowColumn {
  readonly name: string;
  readonly cells: ArrowCells;
}

const appended = "arrow_table";

/** Cells that are put into the database in one go; other work has its turn in between. */
const cellsTogether = 20_000;
const mostRecords = 2048;

/**
 * Reads an Arrow file or stream, batch by batch, into the temporary table `raw_table`. Its own types stand, as those of Parquet do;
 * what has no type of ours becomes text, with a warning.
 * @throws UserError where it is damaged or cut off
 */
export async function readArrowTable(
  database: Database,
  session: Session,
  taken: TakenFile,
  signal?: AbortSignal,
): Promise<RawTable> {
  const file = await open(taken.readable);
  try {
    const { names, warnings, columns } = await appendFile(database, session, taken.name, file, signal);
    const table = { names: { table: appended } };
    const found = await session.rows("datasets/columns-of-appended", { name: text, type: text }, table);
    const own = ownColumns(database, found);
    await session.run("datasets/keep-appended", { names: { raw, columns: own.columns, table: appended } });
    await session.run("datasets/drop-table", table);
    return { names, typed: own.typed, warnings: [...warnings, ...notes(taken.name, columns)], rejects: noRejects };
  } catch (error) {
    if (error instanceof UserError || error instanceof Cancelled || error instanceof QueryFailed) throw error;
    throw new UserError(
      `${taken.name} could not be read to its end: it is damaged, or holds something that Winnow does not read. Write it again, or save the table as Parquet.`,
      { cause: error },
    );
  } finally {
    await file.close();
  }
}

async function appendFile(
  database: Database,
  session: Session,
  file: string,
  opened: FileHandle,
  signal: AbortSignal | undefined,
) {
  const reader = await openReader(opened);
  const { fields } = reader.schema;
  if (fields.length < 2) throw new UserError(`${file} has only one column. A table needs at least two.`);
  const given = fields.map(({ name }) => name);
  const { names, warnings } = mendNames(file, given);
  const columns = fields.map(({ type }, at): ArrowColumn => ({ name: names[at] ?? "", cells: arrowCells(type) }));
  const declared = columns.map((column) => declare(database, column));
  await session.run("datasets/create-appended", { names: { table: appended, columns: declared } });
  const types = columns.map(({ cells }) => cells.type);
  await session.append(appended, types, async (append) => {
    for await (const batch of reader) await appendBatch(append, batch, columns, signal);
  });
  return { names, warnings, columns };
}

async function openReader(file: FileHandle) {
  learnToUnpack();
  const { size } = await file.stat();
  const ends = Buffer.alloc(12);
  await file.read(ends, 0, 6, 0);
  await file.read(ends, 6, 6, Math.max(0, size - 6));
  if (isArrowFile(ends) && !isArrowFile(ends.subarray(6))) throw new Error("a file without its end");
  const reader = await RecordBatchReader.from(file);
  await reader.open();
  return reader;
}

function declare(database: Database, { name: field, cells: { type } }: ArrowColumn): Sql {
  if (typeof type === "string") return database.fragment("datasets/column-of-type", { field, type });
  const names = { field, precision: literal(type.precision), scale: literal(type.scale) };
  return database.fragment("datasets/decimal-column", names);
}

async function appendBatch(
  append: AppendRecords,
  batch: RecordBatch,
  columns: readonly ArrowColumn[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const readers = columns.map((column, at) => cellsOf(column, batch.data.children[at]));
  const records = Math.min(mostRecords, Math.max(16, Math.floor(cellsTogether / columns.length)));
  for (let from = 0; from < batch.numRows; from += records) {
    if (signal?.aborted) throw new Cancelled("Cancelled.");
    const rows = Math.min(records, batch.numRows - from);
    append(readers.map((cell) => Array.from({ length: rows }, (_, row) => cell(from + row))));
    await setImmediate();
  }
}

function cellsOf(column: ArrowColumn, data: Data | undefined): (at: number) => Cell {
  if (!data) throw new Error("a batch without one of its columns");
  const cell = column.cells.of(data);
  return (at) => (data.getValid(at) ? cell(at) : null);
}

const words: Readonly<Record<ArrowNote, (fields: string) => string>> = {
  json: (fields) => `lists and records become text, written as JSON: ${fields}.`,
  hexadecimal: (fields) => `bytes become text, written in hexadecimal: ${fields}.`,
  milliseconds: (fields) => `lengths of time become whole numbers, in milliseconds: ${fields}.`,
  cut: (fields) => `times are kept to the microsecond: ${fields}.`,
};

function notes(file: string, columns: readonly ArrowColumn[]): string[] {
  return (Object.keys(words) as ArrowNote[]).flatMap((note) => {
    const fields = columns.filter((column) => column.cells.note === note).map(({ name }) => name);
    return fields.length ? [`${file}: ${words[note](list(fields))}`] : [];
  });
}
