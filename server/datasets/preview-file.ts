import { stat, unlink } from "node:fs/promises";
import { basename } from "node:path";
import type { Database, Session } from "../database/database.ts";
import { count, listOf, orNull, text } from "../database/shape.ts";
import { identifier } from "../database/sql-text.ts";
import { UserError } from "../errors.ts";
import type { FieldType, TableKind } from "../vocabulary.ts";
import type { ChosenColumn, ChosenReadings } from "./choose-readings.ts";
import { countKeys } from "./count-keys.ts";
import { cutBeginning } from "./cut-beginning.ts";
import { type DateOrder, type Dialect, type Separator, separators } from "./dialect.ts";
import { fileProblem } from "./file-problem.ts";
import { guessKind } from "./guess-kinds.ts";
import { type LoadContext, tableName } from "./load-dataset.ts";
import type { LoadFile, ReadOptions } from "./load-file.ts";
import { maskCell } from "./mask-cell.ts";
import { raw } from "./raw-table.ts";
import { fieldsOf, type KeptColumn, readTable, type TableOptions } from "./read-table.ts";
import { type Reject, rejectSentence } from "./rejects.ts";
import { type Sniffed, sniffDialect } from "./sniff-dialect.ts";
import { type TakenFile, takeInFile } from "./take-in-file.ts";

export interface PreviewColumn {
  readonly name: string;
  readonly type: FieldType;
  /** how its values are written: "0,00", "%d/%m/%Y" */
  readonly written: string | null;
  /** of dates and times: which order of day and month is read */
  readonly order: DateOrder | null;
  /** both orders fit and nothing says which: it stays text */
  readonly orderUndecided: boolean;
  /** why it stays text though it looks like more */
  readonly note: string | null;
}

export interface FilePreview {
  readonly name: string;
  readonly table: string;
  readonly bytes: number;
  readonly format: TakenFile["format"];
  /** how the file is read now, a person's corrections in place; null where the format leaves nothing to choose */
  readonly dialect: Dialect | null;
  /** how many columns each separator would give */
  readonly separators: readonly { readonly separator: Separator; readonly columns: number }[];
  readonly kind: TableKind;
  readonly key: string | null;
  readonly columns: readonly PreviewColumn[];
  /** the first records, masked unless asked; null is the empty cell. `line` is where the record begins in a text file */
  readonly rows: readonly { readonly line: number; readonly cells: readonly (string | null)[] }[];
  /** records read, and rows that were not */
  readonly records: number;
  readonly rejected: number;
  readonly rejects: readonly (Reject & { readonly sentence: string })[];
  readonly warnings: readonly string[];
  /** whether the whole file was looked at, or its beginning */
  readonly whole: boolean;
  /** why no table was found in it, read this way; another reading may find one. Null where one was found */
  readonly fault: string | null;
}

export interface PreviewOptions extends ReadOptions {
  readonly showValues?: boolean | undefined;
}

/**
 * How a file would be read, before anything is loaded. A person's corrections come in `file.dialect`, and go to `loadDataset` the same way.
 * A text in which this reading finds no table has a preview too, with the fault and the other readings.
 * @throws UserError for what loading would refuse whatever the dialect
 */
export async function previewFile(
  { database, incoming }: LoadContext,
  file: LoadFile,
  options: PreviewOptions = {},
): Promise<FilePreview> {
  const name = file.name ?? basename(file.path);
  let beginning: string | null = null;
  let taken: TakenFile | null = null;
  let size = 0;
  try {
    size = (await stat(file.path)).size;
    beginning = await cutBeginning(file.path, size, incoming, options.signal);
    taken = await takeInFile(beginning ?? file.path, {
      incoming,
      name: beginning ? name.replace(/\.gz$/i, "") : name,
      dialect: file.dialect,
      signal: options.signal,
    });
    const looked = { file, name, size, taken, whole: beginning === null };
    return await database.session((session) => lookInto(database, session, looked, options), options.signal);
  } catch (error) {
    const problem = fileProblem(name, error);
    if (!(problem instanceof UserError)) throw problem;
    const fault = { file, name, size, whole: beginning === null, fault: problem.message };
    if (taken?.sniffed) return faulty({ ...fault, taken, sniffed: taken.sniffed });
    const { encoding, ...others } = file.dialect ?? {};
    if (encoding === undefined) throw problem;
    // The encoding that a person chose does not fit the bytes: the page needs the other choices all the same.
    const unchosen = await previewFile({ database, incoming }, { ...file, dialect: others }, options);
    const dialect = unchosen.dialect && { ...unchosen.dialect, encoding };
    return { ...unchosen, ...nothingFound, dialect, fault: problem.message };
  } finally {
    await taken?.dispose();
    if (beginning) await unlink(beginning).catch(() => undefined);
  }
}

interface Looked {
  readonly file: LoadFile;
  readonly name: string;
  readonly size: number;
  readonly taken: TakenFile;
  readonly whole: boolean;
}

async function lookInto(
  database: Database,
  session: Session,
  { file, name, size, taken, whole }: Looked,
  options: PreviewOptions,
): Promise<FilePreview> {
  const read = await readTable(database, session, taken, { ...options, dialect: file.dialect });
  const fields = fieldsOf(read.columns);
  const keys = await countKeys(database, session, identifier(raw), fields, options.signal);
  const [counted] = await session.rows("datasets/count-records", { records: count }, { names: { table: raw } });
  const records = counted?.records ?? 0;
  const given = { kind: file.kind ?? null, key: null };
  const guess = guessKind({ name: tableName(name), fields, records, keys, given }, true);
  const rows = await firstRows(database, session, read.columns, taken.sniffed);
  return {
    name,
    table: tableName(name),
    bytes: size,
    format: taken.format,
    dialect: taken.sniffed ? dialectOf(taken.sniffed, taken, read.chosen, { ...options, dialect: file.dialect }) : null,
    separators: taken.sniffed ? separatorChoices(taken.prefix, file.dialect) : [],
    kind: guess.kind,
    key: guess.key,
    columns: read.columns.map((column, at) => previewColumn(column, at, read.chosen.columns, rows)),
    rows: options.showValues ? rows : masked(rows),
    records,
    rejected: read.rejects.rejected,
    rejects: read.rejects.rejects
      .slice(0, 100)
      .map((reject) => ({ ...reject, sentence: rejectSentence(reject, read.columns.length) })),
    warnings: read.warnings,
    whole,
    fault: null,
  };
}

const nothingFound = { columns: [], rows: [], records: 0, rejected: 0, rejects: [], warnings: [], key: null } as const;

function faulty({
  file,
  name,
  size,
  taken,
  sniffed,
  whole,
  fault,
}: Looked & { readonly sniffed: Sniffed; readonly fault: string }): FilePreview {
  return {
    ...nothingFound,
    name,
    table: tableName(name),
    bytes: size,
    format: taken.format,
    dialect: dialectOf(sniffed, taken, { columns: [], warnings: [], proven: null, decimal: "." }, file),
    separators: separatorChoices(taken.prefix, file.dialect),
    kind: file.kind ?? "customers",
    whole,
    fault,
  };
}

type Row = FilePreview["rows"][number];

async function firstRows(
  database: Database,
  session: Session,
  columns: readonly KeptColumn[],
  sniffed: Sniffed | null,
): Promise<Row[]> {
  const cells = columns.map(({ name }) => database.fragment("datasets/text-cell", { field: name }));
  const shape = { cells: listOf(orNull(text)) };
  const found = await session.rows("datasets/first-cells", shape, { names: { cells, rows: raw } });
  const fitting = sniffed?.records
    .slice(sniffed.header ? 1 : 0)
    .filter((record) => record.cells.length === columns.length);
  return found.map((row, at) => ({
    line: fitting?.[at]?.line ?? at + 1,
    cells: row.cells.map((cell) => (cell === null || cell.trim() === "" ? null : cell)),
  }));
}

function masked(rows: readonly Row[]): Row[] {
  return rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => (cell === null ? null : maskCell(cell))) }));
}

function dialectOf(sniffed: Sniffed, taken: TakenFile, chosen: ChosenReadings, given: TableOptions): Dialect {
  const { separator, quote, escape: before, skip, header } = sniffed;
  const dates = given.dialect?.dates ?? given.dates ?? chosen.proven;
  const empty = given.dialect?.empty ?? [];
  return {
    encoding: taken.encoding,
    separator,
    quote,
    escape: before,
    skip,
    header,
    decimal: chosen.decimal,
    dates,
    empty,
  };
}

function separatorChoices(prefix: string, given: Partial<Dialect> | undefined) {
  return separators.map((separator) => ({ separator, columns: sniffDialect(prefix, { ...given, separator }).columns }));
}

function previewColumn(
  { name, type, written }: KeptColumn,
  at: number,
  chosen: readonly ChosenColumn[],
  rows: readonly Row[],
): PreviewColumn {
  const column = chosen.find((one) => one.name === name);
  const reading = column?.reading;
  const order = reading && (reading.type === "date" || reading.type === "time") ? reading.order : null;
  const orderUndecided = column?.undecided.some((one) => one.type === "date" || one.type === "time") ?? false;
  const cells = rows.flatMap((row) => row.cells[at] ?? []);
  return { name, type, written, order, orderUndecided, note: type === "text" ? whyText(cells, orderUndecided) : null };
}

function whyText(cells: readonly string[], orderUndecided: boolean): string | null {
  if (orderUndecided) return "Day first and month first both fit, and nothing in the file says which.";
  if (cells.length === 0 || !cells.every((cell) => /^[-+]?[\d.,]+(?:[eE][-+]?\d+)?$/.test(cell))) return null;
  return cells.some((cell) => /^0\d/.test(cell))
    ? "It looks like a number, but some values start with 0. As a number the 0 would go."
    : "It looks like a number, but not every value could be written back as it stands.";
}
