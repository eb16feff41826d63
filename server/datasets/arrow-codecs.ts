import { CompressionType, compressionRegistry } from "apache-arrow";
import { decompress as unpackZstd } from "fzstd";
import lz4 from "lz4js";

/** Teaches apache-arrow, which keeps its codecs in one place, to unpack LZ4 and ZSTD. Doing it again changes nothing. */
export function learnToUnpack(): void {
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackLz4 });
  compressionRegistry.set(CompressionType.ZSTD, { decode: (packed) => checked(packed, unpackZstd(packed)) });
}

const blockChecksums = 0x10;

function unpackLz4(packed: Uint8Array): Uint8Array {
  // lz4js looks for the sums of blocks in the wrong place and would garble what follows.
  if (((packed[4] ?? 0) & blockChecksums) !== 0) throw new Error("LZ4 with sums of its blocks");
  const said = saidLength(packed);
  const room = new Uint8Array(said ?? lz4.decompressBound(packed));
  const length = lz4.decompressFrame(packed, room);
  if (length > room.length) throw new Error("a packed buffer that is longer than it says");
  return checked(packed, room.subarray(0, length));
}

/** A damaged buffer may unpack to less: what is missing would be read as nothing. */
function checked(packed: Uint8Array, unpacked: Uint8Array): Uint8Array {
  const said = saidLength(packed);
  if (said !== null && said !== unpacked.length) throw new Error("a packed buffer of another length than it says");
  // Numbers of eight bytes are read where they lie, and must lie on a place that eight divides.
  return unpacked.byteOffset % 8 === 0 ? unpacked : unpacked.slice();
}

const prefix = 8;

/**
 * How long the buffer is unpacked. apache-arrow hands over a part of the file's bytes, and the length stands before it. Null where a
 * known fault of a writer is seen: apache-arrow up to 21.2 wrote the packed length, and Arrow for Java wrote 0.
 */
function saidLength(packed: Uint8Array): number | null {
  const said = Number(new DataView(packed.buffer, packed.byteOffset - prefix, prefix).getBigInt64(0, true));
  return said === packed.length || said === 0 ? null : said;
}
