import type { Database, Session } from "../database/database.ts";
import { count, text } from "../database/shape.ts";
import { UserError } from "../errors.ts";
import { type RawTable, raw } from "./raw-table.ts";
import type { Reject } from "./rejects.ts";
import type { TakenFile } from "./take-in-file.ts";

const lines = "raw_lines";

/**
 * Reads JSON objects, one a line or in one array, into the temporary table `raw_table`: a column for every key that any of them has,
 * each cell as text. Strings stay as they are, objects and lists are kept as JSON, null is an empty cell.
 */
export async function readJsonTable(database: Database, session: Session, taken: TakenFile): Promise<RawTable> {
  const read = taken.format === "json" ? "datasets/read-array" : "datasets/read-lines";
  await session.run(read, { names: { lines }, values: { path: taken.readable } });
  const broken = await session.rows("datasets/lines-not-objects", { place: count }, { names: { lines } });
  const keys = await session.rows("datasets/keys-of-objects", { key: text }, { names: { lines } });
  const names = keys.map(({ key }) => key);
  refuseUnfitKeys(taken.name, names, broken.length > 0);
  const columns = names.map((field) => database.fragment("datasets/text-column", { field }));
  await session.run("datasets/read-objects", { names: { raw, lines, columns } });
  const rejects = broken
    .slice(0, 10_000)
    .map(({ place }): Reject => ({ line: place, lines: 1, field: null, fault: "not-json", values: null }));
  return { names, typed: new Map(), warnings: [], rejects: { rejected: broken.length, rejects } };
}

function refuseUnfitKeys(file: string, names: readonly string[], broken: boolean): void {
  if (names.length === 0) {
    throw new UserError(
      broken
        ? `${file} is not JSON that holds one object a line, or a list of objects. Check the file.`
        : `${file} holds no records. Choose a file with at least one.`,
    );
  }
  if (names.length === 1) {
    throw new UserError(`${file} has only one field, ${names[0]}. A table needs at least two.`);
  }
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) {
      throw new UserError(
        `${file} has two fields named ${name} that differ only in capitals. Rename one and load it again.`,
      );
    }
    seen.add(name.toLowerCase());
  }
  if (names.includes("")) throw new UserError(`${file} has a field without a name. Name it and load it again.`);
}
