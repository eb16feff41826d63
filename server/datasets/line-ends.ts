import type { CellRules } from "./split-cells.ts";

const lineFeed = 10;
const carriageReturn = 13;

/** Notices which line ends a stream of bytes has. More than one kind makes the database's reader lose or garble values. */
export class LineEnds {
  #kinds = new Set<"lf" | "crlf" | "cr">();
  #afterReturn = false;

  get mixed(): boolean {
    return this.#kinds.size > 1;
  }

  add(chunk: Buffer): void {
    if (this.mixed) return;
    if (!this.#afterReturn && !chunk.includes(carriageReturn)) {
      if (chunk.includes(lineFeed)) this.#kinds.add("lf");
      return;
    }
    for (const byte of chunk) {
      if (this.#afterReturn) this.#kinds.add(byte === lineFeed ? "crlf" : "cr");
      else if (byte === lineFeed) this.#kinds.add("lf");
      this.#afterReturn = byte === carriageReturn;
    }
  }

  end(): void {
    if (this.#afterReturn) this.#kinds.add("cr");
  }
}

/** Ends every record of a UTF-8 text with a line feed. Line ends inside quoted cells stay as they are. */
export async function* evenLineEnds(chunks: AsyncIterable<Buffer>, rules: CellRules): AsyncGenerator<Buffer> {
  const even = lineEvener(rules);
  for await (const chunk of chunks) yield even(chunk);
}

function lineEvener(rules: CellRules): (chunk: Buffer) => Buffer {
  const quoteByte = rules.quote ? rules.quote.charCodeAt(0) : -1;
  const backslash = rules.escape === "\\" ? 92 : -1;
  const separatorByte = rules.separator.charCodeAt(0);
  let quoted = false;
  let escaped = false;
  let justClosed = false;
  let cellBegins = true;
  let afterReturn = false;
  return (chunk) => {
    const out = Buffer.allocUnsafe(chunk.length);
    let length = 0;
    for (const byte of chunk) {
      if (afterReturn && byte === lineFeed && !quoted) {
        afterReturn = false;
        continue;
      }
      afterReturn = byte === carriageReturn;
      const opens = byte === quoteByte && !quoted && (cellBegins || justClosed);
      const closes = byte === quoteByte && quoted && !escaped;
      escaped = quoted && !escaped && byte === backslash;
      if (opens || closes) quoted = opens;
      justClosed = closes;
      const ends = !quoted && (byte === carriageReturn || byte === lineFeed);
      cellBegins = !quoted && (byte === separatorByte || ends);
      out[length++] = ends ? lineFeed : byte;
    }
    return out.subarray(0, length);
  };
}
