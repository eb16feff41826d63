import type { Database } from "../database/database.ts";
import { count, orNull, text } from "../database/shape.ts";
import { relation, type Sql } from "../database/sql-text.ts";
import type { Dataset, Table } from "../vocabulary.ts";
import type { LoadedTable } from "./load-table.ts";
import { type Fault, type Reject, rejectSentence } from "./rejects.ts";

/** A table of a dataset's schema that no file can have: a file's stem would need to be called so. */
const name = "rejected rows of the dataset";

function rejectsTable(schema: string): Sql {
  return relation(schema, name);
}

/** Keeps the rows that could not be read beside the tables, so that a page can list them. */
export async function keepRejects(database: Database, schema: string, tables: readonly LoadedTable[]): Promise<void> {
  await database.run("datasets/create-rejects", { names: { rejects: rejectsTable(schema) } });
  if (tables.every(({ rejects }) => rejects.length === 0)) return;
  await database.append(schema, name, async (appender) => {
    for (const table of tables) {
      for (const [place, reject] of table.rejects.entries()) {
        appender.appendVarchar(table.name);
        appender.appendBigInt(BigInt(place));
        appender.appendBigInt(BigInt(reject.line));
        appender.appendBigInt(BigInt(reject.lines));
        if (reject.field === null) appender.appendNull();
        else appender.appendVarchar(reject.field);
        appender.appendVarchar(reject.fault);
        if (reject.values === null) appender.appendNull();
        else appender.appendBigInt(BigInt(reject.values));
        appender.endRow();
      }
    }
  });
}

/** The first rows of a table's file that could not be read, each with a sentence that says why. */
export async function listRejects(
  database: Database,
  dataset: Dataset,
  table: Table,
  limit = 1000,
): Promise<(Reject & { readonly sentence: string })[]> {
  const rows = await database.rows(
    "datasets/rejects",
    { line: count, lines: count, field: orNull(text), fault: text, found: orNull(count) },
    { values: { table: table.name, limit }, names: { rejects: rejectsTable(dataset.schema) } },
  );
  return rows.map(({ found, fault, ...row }) => {
    const reject: Reject = { ...row, fault: fault as Fault, values: found };
    return { ...reject, sentence: rejectSentence(reject, table.fields.length) };
  });
}
