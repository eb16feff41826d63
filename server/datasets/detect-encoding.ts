import { isUtf8 } from "node:buffer";
import type { Encoding } from "./dialect.ts";

/** What a byte order mark at the beginning says. */
export function markedEncoding(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

/**
 * UTF-16 without a mark shows by empty bytes on every other place: the separators and digits of any table are ASCII.
 * Empty bytes and control signs anywhere else are no text.
 */
export function encodingByEmptyBytes(head: Uint8Array): Encoding | "binary" | null {
  const looked = head.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  let control = 0;
  looked.forEach((byte, at) => {
    if (byte === 0) at % 2 ? odd++ : even++;
    else if (byte < 32 && (byte < 9 || byte > 13)) control++;
  });
  const half = Math.max(1, looked.length / 2);
  if (odd / half > 0.2 && even / half < 0.02) return "utf-16le";
  if (even / half > 0.2 && odd / half < 0.02) return "utf-16be";
  return (even + odd + control) / looked.length > 0.02 ? "binary" : null;
}

/** Checks a stream of chunks for strict UTF-8; a character may be cut between two chunks. */
export class Utf8Check {
  valid = true;
  #cut: Buffer = Buffer.alloc(0);

  add(chunk: Buffer): void {
    if (!this.valid) return;
    const bytes = this.#cut.length ? Buffer.concat([this.#cut, chunk]) : chunk;
    const end = wholeCharacters(bytes);
    this.valid = isUtf8(bytes.subarray(0, end));
    this.#cut = Buffer.from(bytes.subarray(end));
  }

  end(): boolean {
    return this.valid && this.#cut.length === 0;
  }
}

/** Where the last character that may be cut begins. */
export function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
