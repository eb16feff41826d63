import type { Database, Session } from "../database/database.ts";
import { QueryFailed, UserError } from "../errors.ts";
import { separatorName } from "./dialect.ts";
import { mendNames } from "./field-names.ts";
import { type RawTable, raw } from "./raw-table.ts";
import { noRejects, type Rejects, rejectsOfRead } from "./rejects.ts";
import type { Sniffed } from "./sniff-dialect.ts";
import type { TakenFile } from "./take-in-file.ts";

/** The columns of a text table as the header names them, mended where a table cannot have them so. */
export function columnsOf(file: string, sniffed: Sniffed): Pick<RawTable, "names" | "warnings"> {
  const first = sniffed.records[0]?.cells ?? [];
  const width = sniffed.header ? first.length + emptyEnds(sniffed) : sniffed.columns;
  if (width < 2) throw oneColumn(file, sniffed);
  if (sniffed.header)
    return mendNames(
      file,
      Array.from({ length: width }, (_, at) => first[at] ?? ""),
    );
  return {
    names: Array.from({ length: width }, (_, at) => `column_${at + 1}`),
    warnings: [`${file} has no header: its columns are named column_1 to column_${width}.`],
  };
}

/** Reads a text table into the temporary table `raw_table` of this session, every cell as text. */
export async function readTextTable(
  database: Database,
  session: Session,
  taken: TakenFile & { readonly sniffed: Sniffed },
  empty: readonly string[],
): Promise<RawTable> {
  const { sniffed } = taken;
  const { names, warnings } = columnsOf(taken.name, sniffed);
  const columns = names.map((field) => database.fragment("datasets/text-column", { field }));
  await session.run("datasets/read-text", {
    names: { raw, columns },
    values: {
      path: taken.readable,
      separator: sniffed.separator,
      quote: sniffed.quote,
      escape: sniffed.quote ? sniffed.escape : "",
      header: sniffed.header,
      skip: sniffed.skip,
      empty: ["", ...empty],
    },
  });
  const rejects = await rejectsIfAny(session, taken.readable);
  const skipped = sniffed.skip > 0 ? [`${taken.name}: ${sniffed.skip} line(s) above the header were left out.`] : [];
  return { names, typed: new Map(), warnings: [...warnings, ...skipped], rejects };
}

/** The reject table is there only once a read of this connection rejected something. */
async function rejectsIfAny(session: Session, path: string): Promise<Rejects> {
  try {
    return await rejectsOfRead(session, path);
  } catch (error) {
    if (error instanceof QueryFailed && error.kind === "CATALOG") return noRejects;
    throw error;
  }
}

/** Some programs end every record with a separator, but not the header: the columns behind it are empty. */
function emptyEnds({ records, columns }: Sniffed): number {
  const [header, ...below] = records;
  const named = header?.cells.length ?? 0;
  const longer = below.filter(({ cells }) => cells.length === columns);
  const empty = longer.every(({ cells }) => cells.slice(named).every((cell) => cell.trim() === ""));
  return columns > named && longer.length > 0 && empty ? columns - named : 0;
}

function oneColumn(file: string, sniffed: Sniffed): UserError {
  const lines = sniffed.records.slice(0, 20).map(({ cells }) => cells[0] ?? "");
  const fixed = lines.length > 0 && lines.every((line) => /\S {2,}\S|\S +\S+ +\S/.test(line.trim()));
  if (fixed) {
    return new UserError(
      `${file} keeps its columns apart by blanks, which Winnow does not read. Save it as CSV, with a comma or semicolon between the values.`,
    );
  }
  return new UserError(
    `${file} has only one column when read with the ${separatorName(sniffed.separator)} as separator. A table needs at least two: check the separator, or add the other columns.`,
  );
}
