import { createReadStream } from "node:fs";
import type { Session } from "../database/database.ts";
import { count, orNull, text } from "../database/shape.ts";
import { UserError } from "../errors.ts";

/** A row that could not be read: where and why, never what it says. */
export interface Reject {
  /** of the file, counting from 1 */
  readonly line: number;
  /** lines that went with it: more than one where a quote opens and does not close */
  readonly lines: number;
  readonly field: string | null;
  readonly fault: Fault;
  /** how many values the row has, where that is the fault */
  readonly values: number | null;
}

export type Fault =
  | "too-few-values"
  | "too-many-values"
  | "open-quote"
  | "line-too-long"
  | "not-in-encoding"
  | "not-json"
  | "not-readable";

const faults: Readonly<Record<string, Fault>> = {
  "MISSING COLUMNS": "too-few-values",
  "TOO MANY COLUMNS": "too-many-values",
  "UNQUOTED VALUE": "open-quote",
  "LINE SIZE OVER MAXIMUM": "line-too-long",
  "INVALID ENCODING": "not-in-encoding",
};

export interface Rejects {
  /** lines in all */
  readonly rejected: number;
  /** the first 10,000 of them */
  readonly rejects: readonly Reject[];
}

export const noRejects: Rejects = { rejected: 0, rejects: [] };

/** The rows that the last read of this session left out, with the lines they stand on in `path`. */
export async function rejectsOfRead(session: Session, path: string): Promise<Rejects> {
  const rows = await session.rows("datasets/rejects-of-read", {
    position: count,
    fault: text,
    field: orNull(text),
    mostFound: orNull(count),
    leastFound: orNull(count),
    lines: count,
  });
  if (rows.length === 0) return noRejects;
  const [all] = await session.rows("datasets/count-rejects", { lines: count });
  const lines = await linesAt(
    path,
    rows.map(({ position }) => position),
  );
  const rejects = rows.map((row, at) => ({
    line: lines[at] ?? 0,
    lines: row.lines,
    field: row.field,
    fault: faults[row.fault] ?? "not-readable",
    values: row.mostFound ?? row.leastFound,
  }));
  return { rejected: all?.lines ?? 0, rejects };
}

/**
 * The line of each byte position (both from 1, rising). The database counts records, and a quoted cell may hold several lines; where
 * blank lines stand before a record, or lines end with CR LF, it points at a line end before the record: the line is that of the
 * first byte behind.
 */
async function linesAt(path: string, positions: readonly number[]): Promise<number[]> {
  const lines: number[] = [];
  let line = 1;
  let before = 0;
  let afterReturn = false;
  let afterFeed = false;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (afterFeed || (afterReturn && byte !== 10)) line++;
      afterReturn = byte === 13;
      afterFeed = byte === 10;
      if (afterReturn || afterFeed) continue;
      while (lines.length < positions.length && (positions[lines.length] as number) <= before + at + 1)
        lines.push(line);
    }
    before += chunk.length;
    if (lines.length === positions.length) break;
  }
  while (lines.length < positions.length) lines.push(line);
  return lines;
}

/** One sentence for a reader: "Row 4,112 has 27 values but the table has 28 columns." */
export function rejectSentence(reject: Reject, columns: number): string {
  const row = `Row ${reject.line.toLocaleString("en")}`;
  switch (reject.fault) {
    case "too-few-values":
    case "too-many-values":
      return `${row} has ${reject.values ?? "other"} value${reject.values === 1 ? "" : "s"} but the table has ${columns} columns.`;
    case "open-quote":
      return reject.lines > 1
        ? `In row ${reject.line.toLocaleString("en")} a quote opens and does not close, and ${(reject.lines - 1).toLocaleString("en")} rows went with it.`
        : `In row ${reject.line.toLocaleString("en")} a quote opens and does not close.`;
    case "line-too-long":
      return `${row} is longer than 2 MB.`;
    case "not-in-encoding":
      return `${row} holds bytes that are not text.`;
    case "not-json":
      return `${row} is not a JSON object.`;
    default:
      return `${row} could not be read.`;
  }
}

const tolerated = 0.01;

/** More than one row in a hundred left out is refused, unless a person said to go on. */
export function refuseManyRejects(
  file: string,
  { rejected, rejects }: Rejects,
  { columns, records, skipBadRows }: { columns: number; records: number; skipBadRows: boolean },
): void {
  if (skipBadRows || rejected === 0 || rejected <= tolerated * (rejected + records)) return;
  const first = rejects.slice(0, 3).map((reject) => rejectSentence(reject, columns));
  throw new UserError(
    `${file}: ${first.join(" ")} Skip rows like ${rejected > 1 ? "these" : "this"} (${rejected.toLocaleString("en")} found; --skip-bad-rows) or check the file.`,
  );
}
