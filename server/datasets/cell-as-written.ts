import type { Database } from "../database/database.ts";
import { literal, type Sql } from "../database/sql-text.ts";
import type { Field } from "../vocabulary.ts";

const inUtc = "%Y-%m-%dT%H:%M:%SZ";

/**
 * SQL that prints a field's value as its file writes it: 29.90 and not 29.9, 05/11/2017 and not 2017-11-05. Times with an offset
 * of their own are printed in UTC; `zone` is the zone that the others were read in (`layout.zone`). Null stays null.
 */
export function cellAsWritten(database: Database, field: Field, zone: string | null = null): Sql {
  const { name, type, written } = field;
  if (type === "number" && written) return writtenNumber(database, name, written);
  if (type !== "date" && type !== "time") return database.fragment("datasets/text-cell", { field: name });
  const said = type === "time" && (written === undefined || written.includes("%z")) ? inUtc : written;
  const format = literal(said ?? "%Y-%m-%d");
  if (type === "time" && zone !== null && said === written && !/(?:Z|UTC)$/.test(said ?? "")) {
    return database.fragment("datasets/written-time-in-zone", { field: name, format, zone: literal(zone) });
  }
  return database.fragment("datasets/written-time", { field: name, format });
}

function writtenNumber(database: Database, field: string, written: string): Sql {
  const cell = writtenWithPoint(database, field, written.replace(",", "."));
  return written.includes(",") ? database.fragment("datasets/written-with-comma", { cell }) : cell;
}

function writtenWithPoint(database: Database, field: string, written: string): Sql {
  if (written === "0.0") return database.fragment("datasets/text-cell", { field });
  if (written === "0.#") return database.fragment("datasets/written-plain-number", { field });
  const decimals = /^0\.(0+)$/.exec(written)?.[1]?.length;
  if (decimals === undefined) return database.fragment("datasets/written-shortest-number", { field });
  return database.fragment("datasets/written-fixed-number", { field, decimals: literal(decimals) });
}
