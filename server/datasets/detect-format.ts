import { UserError } from "../errors.ts";

export type FileFormat = "csv" | "json" | "ndjson" | "parquet" | "arrow";

interface Signature {
  readonly bytes: readonly number[];
  readonly says: string;
}

const foreign: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], says: "an Excel workbook or a zip archive" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], says: "an old Excel workbook" },
  { bytes: [0x25, 0x50, 0x44, 0x46], says: "a PDF" },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], says: "a SQLite database" },
  { bytes: [0x46, 0x45, 0x41, 0x31], says: "a Feather file of version 1" },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], says: "packed with zstd" },
  { bytes: [0x42, 0x5a, 0x68], says: "packed with bzip2" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], says: "a 7z archive" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], says: "a picture" },
  { bytes: [0xff, 0xd8, 0xff], says: "a picture" },
];

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

export function isParquet(head: Uint8Array): boolean {
  return startsWith(head, [0x50, 0x41, 0x52, 0x31]);
}

/** An Arrow file, which Feather is too since its version 2. It begins and ends so. */
export function isArrowFile(head: Uint8Array): boolean {
  return startsWith(head, [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]);
}

/** An Arrow file, or a stream: four full bytes, which no text begins with, and the length of a message. */
export function isArrow(head: Uint8Array): boolean {
  return isArrowFile(head) || (startsWith(head, [0xff, 0xff, 0xff, 0xff]) && head.length > 8 && head[7] === 0);
}

/** Refuses what is certainly no table in text, by its first bytes, whatever its name says. */
export function refuseForeignFile(name: string, head: Uint8Array): void {
  const match = foreign.find(({ bytes }) => startsWith(head, bytes));
  if (match || /\.(xlsx?|xlsb|ods)$/i.test(name)) {
    const says = match?.says ?? "an Excel workbook";
    const save = /Excel/.test(says) ? "Save the sheet as CSV and load that." : "Save the table as CSV and load that.";
    throw new UserError(`${name} is ${says}, which Winnow does not read yet. ${save}`);
  }
}

/** What a text file holds, by its name and its first sign. */
export function textFormat(name: string, prefix: string): Exclude<FileFormat, "parquet" | "arrow"> {
  const plain = name.replace(/\.gz$/i, "");
  if (/\.(csv|tsv|tab|txt)$/i.test(plain)) return "csv";
  const first = /\S/.exec(prefix)?.[0];
  if (first === "[" && (/\.json$/i.test(plain) || /^\s*\[\s*[{\]]/.test(prefix))) return "json";
  if (first === "{") return "ndjson";
  if (/\.(json|ndjson|jsonl)$/i.test(plain)) return "ndjson";
  return "csv";
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}
