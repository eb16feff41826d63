import type { Database, Session } from "../database/database.ts";
import { text } from "../database/shape.ts";
import { UserError } from "../errors.ts";
import { ownColumns } from "./own-types.ts";
import { type RawTable, raw } from "./raw-table.ts";
import { noRejects } from "./rejects.ts";
import type { TakenFile } from "./take-in-file.ts";

/** Reads a Parquet file into the temporary table `raw_table`. Its own types stand; lists, structs and the like become text. */
export async function readParquetTable(database: Database, session: Session, taken: TakenFile): Promise<RawTable> {
  const path = taken.readable;
  const found = await session.rows("datasets/read-parquet-columns", { name: text, type: text }, { values: { path } });
  if (found.length < 2) throw new UserError(`${taken.name} has only one column. A table needs at least two.`);
  const { typed, columns } = ownColumns(database, found);
  await session.run("datasets/read-parquet", { names: { raw, columns }, values: { path } });
  return { names: found.map(({ name }) => name), typed, warnings: [], rejects: noRejects };
}
