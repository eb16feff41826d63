import type { Encoding } from "./dialect.ts";

/** What bytes 0x80 to 0x9f stand for in windows-1252; some versions of Node read them as control signs. */
const signs =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Decodes a stream chunk by chunk; a byte order mark is left out. UTF-16 that is not valid throws a TypeError. */
export function decoderOf(encoding: Encoding): (chunk: Buffer, more: boolean) => string {
  if (encoding === "windows-1252") return decodeWindows1252;
  const decoder = new TextDecoder(encoding, { fatal: encoding !== "utf-8" });
  return (chunk, more) => decoder.decode(chunk, { stream: more });
}

function decodeWindows1252(chunk: Buffer): string {
  return chunk.toString("latin1").replace(/[\x80-\x9f]/g, (sign) => signs[sign.charCodeAt(0) - 0x80] as string);
}

/** Any text as UTF-8, without ever holding more than a chunk of it. */
export async function* toUtf8(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decode = decoderOf(encoding);
  for await (const chunk of chunks) yield Buffer.from(decode(chunk, true));
  const rest = decode(Buffer.alloc(0), false);
  if (rest) yield Buffer.from(rest);
}
