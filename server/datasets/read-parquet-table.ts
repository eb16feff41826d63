import type { Database, Session } from "../database/database.ts";
import { text } from "../database/shape.ts";
import type { Sql } from "../database/sql-text.ts";
import { UserError } from "../errors.ts";
import { type RawTable, raw, type TypedColumn } from "./raw-table.ts";
import { noRejects } from "./rejects.ts";
import type { TakenFile } from "./take-in-file.ts";

/** Reads a Parquet file into the temporary table `raw_table`. Its own types stand; lists, structs and the like become text. */
export async function readParquetTable(database: Database, session: Session, taken: TakenFile): Promise<RawTable> {
  const path = taken.readable;
  const found = await session.rows("datasets/read-parquet-columns", { name: text, type: text }, { values: { path } });
  if (found.length < 2) throw new UserError(`${taken.name} has only one column. A table needs at least two.`);
  const typed = new Map<string, TypedColumn>();
  const columns: Sql[] = [];
  for (const { name, type } of found) {
    const column = columnOf(type);
    if (column.typed) typed.set(name, column.typed);
    columns.push(database.fragment(`datasets/parquet-${column.read}`, { field: name }));
  }
  await session.run("datasets/read-parquet", { names: { raw, columns }, values: { path } });
  return { names: found.map(({ name }) => name), typed, warnings: [], rejects: noRejects };
}

interface ParquetColumn {
  readonly read: "text" | "integer" | "number" | "as-it-is" | "time" | "instant";
  readonly typed: TypedColumn | null;
}

function columnOf(type: string): ParquetColumn {
  const typed = (name: TypedColumn["type"], written: string | null = null, unzoned = false) => ({
    type: name,
    written,
    unzoned,
  });
  if (/^(?:TINYINT|SMALLINT|INTEGER|BIGINT|UTINYINT|USMALLINT|UINTEGER)$/.test(type)) {
    return { read: "integer", typed: typed("integer") };
  }
  const scale = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (scale && Number(scale[1]) <= 15) {
    const decimals = Number(scale[2]);
    return {
      read: "number",
      typed: typed("number", decimals > 1 ? `0.${"0".repeat(decimals)}` : decimals ? "0.0" : "0"),
    };
  }
  if (type === "FLOAT" || type === "DOUBLE") return { read: "number", typed: typed("number") };
  if (type === "BOOLEAN") return { read: "as-it-is", typed: typed("boolean") };
  if (type === "DATE") return { read: "as-it-is", typed: typed("date") };
  if (type === "TIMESTAMP WITH TIME ZONE") return { read: "instant", typed: typed("time") };
  if (/^TIMESTAMP(?:_NS|_MS|_S)?$/.test(type)) return { read: "time", typed: typed("time", null, true) };
  return { read: "text", typed: null };
}
