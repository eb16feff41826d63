import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../server/database/database.ts";
import { text } from "../../server/database/shape.ts";
import { relation } from "../../server/database/sql-text.ts";
import { cellAsWritten } from "../../server/datasets/cell-as-written.ts";
import { type LoadFile, type LoadOptions, loadDataset } from "../../server/datasets/load-dataset.ts";
import type { Dataset, Table } from "../../server/vocabulary.ts";
import { openTestDatabase } from "./open-test-database.ts";

export type Content = string | Buffer;

/** A place to write small files into and load them from. */
export async function openLoader(readable: readonly string[] = []) {
  const { database, folder } = await openTestDatabase(readable);
  const write = (files: Readonly<Record<string, Content>>) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return Object.keys(files).map((name): LoadFile => ({ path: join(folder, name) }));
  };
  const load = (files: Readonly<Record<string, Content>>, options: LoadOptions = {}): Promise<Dataset> =>
    loadDataset({ database, incoming: folder }, write(files), options);
  return { database, folder, write, load };
}

const unit = "\u001f";

/** Every record of a table, in the order it is kept, each cell as its file writes it. Cells may not hold the unit separator. */
export async function cellsOf(database: Database, dataset: Dataset, table: Table): Promise<(string | null)[][]> {
  const cells = table.fields.map((field) => cellAsWritten(database, field, table.layout.zone));
  const filled = cells.map(({ sql }) => `coalesce('=' || (${sql}), '')`).join(", ");
  const rows = await database.rows(
    {
      name: "test/cells",
      sql: `select concat_ws(chr(31), ${filled}) as record from ${relation(dataset.schema, table.name).sql} order by rowid`,
    },
    { record: text },
  );
  return rows.map(({ record }) => record.split(unit).map((cell) => (cell === "" ? null : cell.slice(1))));
}

export function typesOf(table: Table): Record<string, string> {
  return Object.fromEntries(table.fields.map(({ name, type }) => [name, type]));
}
