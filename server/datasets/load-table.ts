import type { Database, Session } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { relation } from "../database/sql-text.ts";
import { Cancelled, UserError } from "../errors.ts";
import type { Field } from "../vocabulary.ts";
import { raw } from "./raw-table.ts";
import { fieldsOf, readTable, type TableOptions } from "./read-table.ts";
import { type Reject, refuseManyRejects } from "./rejects.ts";
import type { TakenFile } from "./take-in-file.ts";

export interface LoadedTable {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly records: number;
  readonly sha256: string;
  readonly rejects: readonly Reject[];
  readonly rejected: number;
  /** fields whose times do not say their zone, where nobody named it */
  readonly unzoned: readonly string[];
  /** the zone that times without one were read in; null where there are none, or it is UTC because nobody said */
  readonly zone: string | null;
  readonly warnings: readonly string[];
}

/** Loads one file into `schema.name`, typed, in the order of the file. */
export async function loadTable(
  database: Database,
  session: Session,
  taken: TakenFile,
  target: { readonly schema: string; readonly name: string },
  options: TableOptions,
): Promise<LoadedTable> {
  const { columns, rejects, warnings } = await readTable(database, session, taken, options);
  if (options.signal?.aborted) throw new Cancelled("Cancelled.");
  const zone = options.zone ?? null;
  const table = relation(target.schema, target.name);
  await session.run("datasets/keep-table", {
    names: { table, raw, columns: columns.map((column) => column.keep(database, zone)) },
  });
  const [counted] = await session.rows("datasets/count-records", { records: count }, { names: { table } });
  const records = counted?.records ?? 0;
  const unzoned = columns.filter((column) => column.unzoned).map(({ name }) => name);
  const skipBadRows = options.skipBadRows ?? false;
  refuseManyRejects(taken.name, rejects, { columns: columns.length, records, skipBadRows });
  if (records === 0)
    throw new UserError(`${taken.name} has a header but no rows. Choose a file with at least one record.`);
  return {
    name: target.name,
    fields: fieldsOf(columns),
    records,
    sha256: taken.sha256,
    rejects: rejects.rejects,
    rejected: rejects.rejected,
    unzoned: zone === null ? unzoned : [],
    zone: unzoned.length ? zone : null,
    warnings,
  };
}
