import type { Database } from "../database/database.ts";
import type { Sql } from "../database/sql-text.ts";
import type { TypedColumn } from "./raw-table.ts";

export interface OwnColumns {
  /** the columns that keep the type the file says; the others become text */
  readonly typed: ReadonlyMap<string, TypedColumn>;
  /** every column as the raw table holds it */
  readonly columns: readonly Sql[];
}

/** How the columns of a file that says its types itself are kept; `type` as the database prints it. */
export function ownColumns(
  database: Database,
  found: readonly { readonly name: string; readonly type: string }[],
): OwnColumns {
  const typed = new Map<string, TypedColumn>();
  const columns = found.map(({ name, type }) => {
    const column = columnOf(type);
    if (column.typed) typed.set(name, column.typed);
    return database.fragment(`datasets/own-${column.read}`, { field: name });
  });
  return { typed, columns };
}

interface OwnColumn {
  readonly read: "text" | "integer" | "number" | "as-it-is" | "time" | "instant";
  readonly typed: TypedColumn | null;
}

function columnOf(type: string): OwnColumn {
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
