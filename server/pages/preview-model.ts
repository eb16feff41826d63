import type { FilePreview } from "../datasets/preview-file.ts";
import { count, plural } from "./helpers.ts";
import type { Choices } from "./preview-choices.ts";
import { type Reading, readingsOf } from "./preview-readings.ts";
import type { Upload } from "./uploads.ts";
import { urls } from "./urls.ts";
import { bytesWords } from "./words.ts";

export interface PreviewInput {
  readonly upload: Upload;
  readonly previews: readonly FilePreview[];
  readonly choices: readonly Choices[];
  readonly said: Readonly<Record<string, string>>;
  readonly showValues: boolean;
  readonly name: string;
  /** what is wrong, and where on the page it can be mended */
  readonly faults: readonly { readonly text: string; readonly href: string }[];
}

interface FileShown {
  readonly number: number;
  readonly name: string;
  readonly size: string;
  readonly several: boolean;
  /** a table was found in it */
  readonly found: boolean;
  readonly fixed: string;
  readonly readings: readonly Reading[];
  readonly doubts: string;
  readonly warnings: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly right: boolean;
    readonly doubt: boolean;
  }[];
  readonly rows: readonly {
    readonly line: string;
    readonly cells: readonly { readonly text: string; readonly empty: boolean; readonly right: boolean }[];
  }[];
  readonly beyond: string | null;
  readonly rejects: readonly { readonly line: string; readonly sentence: string }[];
  readonly rejected: string | null;
}

export interface PreviewPage {
  readonly headline: string;
  readonly about: string;
  readonly error: {
    readonly title: string;
    readonly errors: readonly { readonly text: string; readonly href: string }[];
  } | null;
  readonly files: readonly FileShown[];
  readonly ready: { readonly number: string; readonly words: string };
  readonly unread: { readonly number: string; readonly leaveOut: boolean } | null;
  readonly zone: { readonly value: string; readonly here: string } | null;
  readonly name: string;
  readonly action: string;
  /** null while a file is without a table */
  readonly load: string | null;
  /** where more files go */
  readonly add: string;
  readonly again: string;
  readonly values: { readonly href: string; readonly text: string };
  readonly home: string;
}

/** Cells beyond these columns say nothing new about how the file was read. */
const columnsShown = 40;
const rowsShown = 6;
const typeWords = {
  text: "text",
  integer: "whole number",
  number: "number",
  boolean: "yes or no",
  date: "date",
  time: "date and time",
};

export function previewModel(input: PreviewInput): PreviewPage {
  const { upload, previews, said, showValues } = input;
  const faults = [...input.faults, ...faultsOf(previews)];
  const rejected = previews.reduce((sum, preview) => sum + preview.rejected, 0);
  const records = previews.reduce((sum, preview) => sum + preview.records, 0);
  const whole = previews.every((preview) => preview.whole);
  const { show: _, ...kept } = said;
  return {
    headline: headlineOf(previews, rejected),
    about: `${previews.map(({ name }) => name).join(", ")} · ${bytesWords(previews.reduce((sum, { bytes }) => sum + bytes, 0))}`,
    error: faults.length ? { title: "Nothing is loaded yet", errors: faults } : null,
    files: previews.map((preview, index) => fileShown(preview, index + 1, input)),
    ready: readyWords(previews, records, rejected, whole),
    unread: rejected
      ? { number: count(rejected), leaveOut: said["leave-out"] === "yes" || rejected <= 0.01 * (records + rejected) }
      : null,
    zone: previews.some(({ columns }) => columns.some(({ type }) => type === "time"))
      ? { value: said["zone"] ?? "", here: new Intl.DateTimeFormat().resolvedOptions().timeZone }
      : null,
    name: input.name,
    action: urls.uploadLoad(upload.id),
    load: previews.some(({ fault }) => fault !== null)
      ? null
      : `Load ${previews.length === 1 ? readyNoun(previews[0], records) : plural(previews.length, "table", "tables")}`,
    add: urls.uploadFiles(upload.id, kept),
    again: urls.upload(upload.id),
    values: {
      href: urls.upload(upload.id, showValues ? kept : { ...kept, show: "values" }),
      text: showValues ? "Mask the values" : "Show values",
    },
    home: urls.home(),
  };
}

/** Files in which no table was found, each with the place of its readings. */
export function faultsOf(previews: readonly FilePreview[]): PreviewInput["faults"] {
  return previews.flatMap(({ fault }, index) =>
    fault === null ? [] : [{ text: fault, href: `#h-file-${index + 1}` }],
  );
}

function headlineOf(previews: readonly FilePreview[], rejected: number): string {
  const [first] = previews;
  const lost = previews.filter(({ fault }) => fault !== null);
  if (lost.length) return `No table in ${lost.map(({ name }) => name).join(", ")} yet`;
  const unread = rejected ? `, and ${plural(rejected, "row", "rows")} we could not read` : "";
  if (previews.length !== 1 || !first) {
    const columns = previews.reduce((sum, preview) => sum + preview.columns.length, 0);
    return `${plural(previews.length, "table", "tables")} with ${plural(columns, "column", "columns")}${unread}`;
  }
  const columns = plural(first.columns.length, "column", "columns");
  if (!first.whole) return `${columns} in a file of ${bytesWords(first.bytes)}`;
  return `${readyNoun(first, first.records)} in ${columns}${unread}`;
}

function readyNoun(preview: FilePreview | undefined, records: number): string {
  if (preview && !preview.whole) return "the whole file";
  return preview?.kind === "customers" ? plural(records, "customer", "customers") : plural(records, "row", "rows");
}

function readyWords(
  previews: readonly FilePreview[],
  records: number,
  rejected: number,
  whole: boolean,
): PreviewPage["ready"] {
  const of = rejected
    ? `of ${plural(records + rejected, "row", "rows")} are ready to load.`
    : `${records === 1 ? "row is" : "rows are"} ready to load.`;
  if (whole) return { number: count(records), words: of };
  const looked =
    previews.length === 1 ? "The file is large: this is its beginning." : "Large files: these are their beginnings.";
  return { number: count(records), words: `${of} ${looked}` };
}

function fileShown(preview: FilePreview, number: number, { choices, previews, showValues }: PreviewInput): FileShown {
  const own = choices[number - 1] ?? {};
  const readings = readingsOf(preview, number, own);
  const doubts = readings.filter(({ doubt }) => doubt).length;
  const columns = preview.columns.slice(0, columnsShown);
  const right = columns.map(({ type }) => type === "integer" || type === "number");
  return {
    number,
    name: preview.name,
    size: bytesWords(preview.bytes),
    several: previews.length > 1,
    found: preview.fault === null,
    fixed: Object.keys(own).join(" "),
    readings,
    doubts: doubts ? `${plural(doubts, "reading is", "readings are")} worth a look.` : "Nothing stands out.",
    warnings: preview.warnings,
    columns: columns.map(({ name, type, written, orderUndecided }, index) => ({
      name,
      type: written && showValues ? `${typeWords[type]}, ${written}` : typeWords[type],
      right: right[index] ?? false,
      doubt: orderUndecided,
    })),
    rows: preview.rows.slice(0, rowsShown).map(({ line, cells }) => ({
      line: count(line),
      cells: cells.slice(0, columnsShown).map((text, index) => ({
        text: text === null ? "empty" : shortened(text),
        empty: text === null,
        right: right[index] ?? false,
      })),
    })),
    beyond:
      preview.columns.length > columnsShown
        ? `The first ${columnsShown} of ${count(preview.columns.length)} columns.`
        : null,
    rejects: preview.rejects.slice(0, 20).map(({ line, sentence }) => ({ line: count(line), sentence })),
    rejected: preview.rejected
      ? `${count(preview.rejected)} of ${count(preview.records + preview.rejected)}. Nothing is dropped without being listed here.`
      : null,
  };
}

function shortened(text: string): string {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}
