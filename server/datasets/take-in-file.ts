import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, stat, unlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Cancelled, UserError } from "../errors.ts";
import { decoderOf, toUtf8 } from "./decode-bytes.ts";
import { encodingByEmptyBytes, markedEncoding, Utf8Check, wholeCharacters } from "./detect-encoding.ts";
import { type FileFormat, isArrow, isGzip, isParquet, refuseForeignFile, textFormat } from "./detect-format.ts";
import type { Dialect, Encoding } from "./dialect.ts";
import { evenLineEnds, LineEnds } from "./line-ends.ts";
import { type Sniffed, sniffDialect } from "./sniff-dialect.ts";
import type { CellRules } from "./split-cells.ts";

export interface TakeInOptions {
  /** where unpacked and transcoded copies are written */
  readonly incoming: string;
  /** the name the file was given, where it is not the path's */
  readonly name?: string | undefined;
  readonly dialect?: Partial<Dialect> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** share of the bytes, 0 to 1 */
  readonly progress?: ((share: number) => void) | undefined;
}

/** A file whose every byte was seen once, ready for the database to read. */
export interface TakenFile {
  readonly name: string;
  readonly format: FileFormat;
  readonly encoding: Encoding;
  /** how a text table is written; null for other formats */
  readonly sniffed: Sniffed | null;
  /** the decoded beginning; nothing for Parquet and Arrow */
  readonly prefix: string;
  readonly bytes: number;
  /** of the bytes as given */
  readonly sha256: string;
  /** UTF-8 with even line ends: the file itself, or a copy in `incoming` */
  readonly readable: string;
  /** removes the copies */
  dispose(): Promise<void>;
}

/** One record a line, and no quote that could hide a line end. */
const lineRules: CellRules = { separator: ",", quote: "", escape: "" };

const prefixBytes = 256 * 1024;

/**
 * Reads a file's bytes once: their hash, encoding and line ends. Where the database's reader would lose or garble something,
 * a copy that it reads right is streamed into `incoming`; memory stays flat.
 * @throws UserError where there is no file, nothing in it, or nothing that Winnow reads.
 */
export async function takeInFile(path: string, options: TakeInOptions): Promise<TakenFile> {
  const name = options.name ?? basename(path);
  const { bytes, head } = await firstLook(path, name);
  const copies = new Copies(options.incoming);
  try {
    const packed = isGzip(head);
    const unpackedTo = packed ? copies.next() : null;
    const seen = await seeBytes(path, bytes, unpackedTo, options);
    const source = unpackedTo ?? path;
    const start = packed ? await readHead(source) : head;
    if (start.length === 0) throw emptyFile(name);
    const base = { name, bytes, sha256: seen.sha256, dispose: () => copies.remove() };
    const own = isParquet(start) ? "parquet" : isArrow(start) ? "arrow" : null;
    if (own) return { ...base, format: own, encoding: "utf-8", sniffed: null, prefix: "", readable: source };
    refuseForeignFile(name.replace(/\.gz$/i, ""), start);
    const encoding = options.dialect?.encoding ?? encodingOf(name, start, seen.utf8);
    const prefix = prefixOf(start, encoding);
    if (prefix.trim() === "") throw emptyFile(name);
    const format = textFormat(name, prefix);
    const sniffed = format === "csv" ? sniffDialect(prefix, options.dialect) : null;
    const rules = sniffed ?? (format === "ndjson" ? lineRules : null);
    const uneven = rules !== null && (seen.mixedLineEnds || encoding.startsWith("utf-16"));
    if (encoding === "utf-8" && seen.utf8 && !uneven)
      return { ...base, format, encoding, sniffed, prefix, readable: source };
    const readable = copies.next();
    const text = toUtf8(createReadStream(source, { highWaterMark: 1 << 18 }), encoding);
    const rewritten = rules && uneven ? evenLineEnds(text, rules) : text;
    await pipeline(rewritten, createWriteStream(readable), { signal: options.signal });
    return { ...base, format, encoding, sniffed, prefix, readable };
  } catch (error) {
    await copies.remove();
    throw error;
  }
}

async function firstLook(path: string, name: string): Promise<{ bytes: number; head: Buffer }> {
  const found = await stat(path);
  if (found.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
  if (found.size === 0) throw emptyFile(name);
  return { bytes: found.size, head: await readHead(path) };
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(prefixBytes), 0, prefixBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

interface Seen {
  readonly sha256: string;
  readonly utf8: boolean;
  readonly mixedLineEnds: boolean;
}

async function seeBytes(path: string, bytes: number, unpackTo: string | null, options: TakeInOptions): Promise<Seen> {
  const hash = createHash("sha256");
  const utf8 = new Utf8Check();
  const lineEnds = new LineEnds();
  let done = 0;
  const given = createReadStream(path, { highWaterMark: 1 << 18 });
  async function* hashed(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      done += chunk.length;
      options.progress?.(done / bytes);
      yield chunk;
    }
  }
  async function* looked(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      utf8.add(chunk);
      lineEnds.add(chunk);
      if (unpackTo) yield chunk;
      else if (options.signal?.aborted) throw new Cancelled("Cancelled.");
    }
  }
  if (unpackTo) {
    await pipeline(given, hashed, createGunzip(), looked, createWriteStream(unpackTo), { signal: options.signal });
  } else {
    await pipeline(given, hashed, looked, async (rest: AsyncIterable<Buffer>) => {
      for await (const _ of rest);
    });
  }
  lineEnds.end();
  return { sha256: hash.digest("hex"), utf8: utf8.end(), mixedLineEnds: lineEnds.mixed };
}

/** A mark, else strict UTF-8 over the whole file, else the empty bytes of UTF-16, else windows-1252. */
function encodingOf(name: string, head: Buffer, utf8: boolean): Encoding {
  const marked = markedEncoding(head);
  if (marked && (marked !== "utf-8" || utf8)) return marked;
  const byEmptyBytes = encodingByEmptyBytes(head);
  if (byEmptyBytes === "binary") {
    throw new UserError(
      `${name} is not a table in text: it holds bytes that no text has. Save the table as CSV and load that.`,
    );
  }
  return byEmptyBytes ?? (utf8 ? "utf-8" : "windows-1252");
}

function prefixOf(head: Buffer, encoding: Encoding): string {
  const whole = encoding === "utf-8" ? wholeCharacters(head) : head.length - (head.length % 2);
  return decoderOf(encoding)(head.subarray(0, encoding === "windows-1252" ? head.length : whole), true);
}

function emptyFile(name: string): UserError {
  return new UserError(`${name} is empty. Choose a file with a header and at least one record.`);
}

class Copies {
  readonly #folder: string;
  readonly #paths: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  next(): string {
    const path = join(this.#folder, `${randomUUID()}.copy`);
    this.#paths.push(path);
    return path;
  }

  async remove(): Promise<void> {
    await Promise.all(this.#paths.splice(0).map((path) => unlink(path).catch(() => undefined)));
  }
}
