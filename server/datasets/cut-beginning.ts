import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { isArrow, isGzip, isParquet } from "./detect-format.ts";

/** Files larger than this are looked at only in their beginning. */
const lookedBytes = 16 * 1024 * 1024;

/**
 * Copies the first lines of a large text file into `incoming`, for a preview. Null where the file is small, or where a
 * beginning means nothing: Parquet, Arrow, and a JSON list.
 */
export async function cutBeginning(
  path: string,
  size: number,
  incoming: string,
  signal?: AbortSignal,
): Promise<string | null> {
  if (size <= lookedBytes) return null;
  const beginning = await readBeginning(path, signal);
  if (isParquet(beginning) || isArrow(beginning) || beginning[0] === 0x5b) return null;
  const copy = join(incoming, `${randomUUID()}.copy`);
  await writeFile(copy, beginning.subarray(0, lastLineEnd(beginning)), { signal });
  return copy;
}

async function readBeginning(path: string, signal?: AbortSignal): Promise<Buffer> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  await file.close();
  const given = createReadStream(path, { highWaterMark: 1 << 18, signal });
  const unpacked = isGzip(buffer) ? given.pipe(createGunzip()) : given;
  given.on("error", (error) => unpacked.destroy(error));
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= lookedBytes) break;
  }
  given.destroy();
  return Buffer.concat(chunks);
}

/** Behind the last line feed; in UTF-16 it is two bytes long, and begins on an even place. */
function lastLineEnd(bytes: Buffer): number {
  const wide = bytes[0] === 0 || bytes[1] === 0 || (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[0] === 0xfe;
  if (!wide) return bytes.lastIndexOf(10) + 1 || bytes.length;
  for (let at = bytes.length - (bytes.length % 2) - 2; at > 0; at -= 2) {
    if ((bytes[at] as number) + (bytes[at + 1] as number) === 10) return at + 2;
  }
  return bytes.length;
}
