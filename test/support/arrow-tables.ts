import {
  Bool,
  type Codec,
  CompressionType,
  compressionRegistry,
  type DataType,
  DateDay,
  DateMillisecond,
  Decimal,
  Dictionary,
  DurationSecond,
  Field,
  Float32,
  Float64,
  Int32,
  Int64,
  List,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Struct,
  Table,
  TimeMillisecond,
  TimestampMicrosecond,
  TimestampMillisecond,
  TimestampNanosecond,
  TimestampSecond,
  Uint64,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import lz4 from "lz4js";

export type Packing = "plain" | "lz4" | "zstd";

/** One column of every type that Winnow keeps, and every third cell of each empty. */
export const everyType: Readonly<Record<string, readonly [type: DataType, cells: readonly unknown[]]>> = {
  customer_id: [new Utf8(), ["c1", "Zoë", "c3"]],
  plan: [new Dictionary(new Utf8(), new Int32()), ["basic", "plus", "basic"]],
  whole: [new Int32(), [1, -2, null]],
  long: [new Int64(), [9007199254740993n, -5n, null]],
  unsigned: [new Uint64(), [18446744073709551615n, 7n, null]],
  number: [new Float64(), [0.1, -2.5, null]],
  single: [new Float32(), [0.1, 2.5, null]],
  truth: [new Bool(), [true, false, null]],
  price: [new Decimal(2, 10, 128), [decimal(2990n), decimal(-5n), null]],
  huge: [new Decimal(20, 30, 128), [decimal(123456789012345678901234567n), decimal(1n), null]],
  born: [new DateDay(), [new Date("1980-02-29"), new Date("1905-12-31"), null]],
  born_ms: [new DateMillisecond(), [new Date("1980-02-29"), new Date("1905-12-31"), null]],
  seen_s: [new TimestampSecond("UTC"), [Date.UTC(2024, 0, 2, 3, 4, 5), Date.UTC(1950, 0, 1), null]],
  seen_ms: [new TimestampMillisecond("Europe/Berlin"), [Date.UTC(2024, 6, 2, 3, 4, 5), Date.UTC(1950, 0, 1), null]],
  seen_us: [new TimestampMicrosecond(), [Date.UTC(2024, 0, 2, 3, 4, 5), Date.UTC(1950, 0, 1), null]],
  seen_ns: [new TimestampNanosecond("UTC"), [Date.UTC(2024, 0, 2, 3, 4, 5), Date.UTC(1950, 0, 1), null]],
  clock: [new TimeMillisecond(), [3_600_000 + 2_500, 0, null]],
  stay: [new DurationSecond(), [90n, 0n, null]],
  tags: [new List(new Field("item", new Utf8())), [["a", "b"], [], null]],
  address: [
    new Struct([new Field("city", new Utf8()), new Field("since", new DateDay())]),
    [{ city: "Köln", since: new Date("2020-01-02") }, { city: null, since: null }, null],
  ],
};

function decimal(whole: bigint): Uint32Array {
  const words = new BigUint64Array([BigInt.asUintN(64, whole), BigInt.asUintN(64, whole >> 64n)]);
  return new Uint32Array(words.buffer);
}

export function arrowTable(columns: typeof everyType): Table {
  const vectors = Object.entries(columns).map(([name, [type, cells]]) => [name, vectorFromArray(cells, type)]);
  return new Table(Object.fromEntries(vectors) as Record<string, Vector>);
}

/**
 * The bytes of a file or a stream. apache-arrow 21.2 writes a buffer's packed length where the format wants the unpacked one; this is
 * put right, as other writers do it, unless `asWritten`.
 */
export function arrowBytes(
  table: Table,
  form: "file" | "stream",
  packing: Packing = "plain",
  { asWritten = false } = {},
): Buffer {
  const packed: { readonly bytes: Uint8Array; readonly length: number }[] = [];
  const noting = (encode: (bytes: Uint8Array) => Uint8Array): Codec => ({
    encode: (given) => {
      const bytes = encode(given);
      if (bytes.length < given.length) packed.push({ bytes, length: given.length });
      return bytes;
    },
  });
  compressionRegistry.set(CompressionType.LZ4_FRAME, noting(lz4.compress));
  compressionRegistry.set(CompressionType.ZSTD, noting(packAsZstd));
  const compressionType =
    packing === "plain" ? null : packing === "lz4" ? CompressionType.LZ4_FRAME : CompressionType.ZSTD;
  const Writer = form === "file" ? RecordBatchFileWriter : RecordBatchStreamWriter;
  const written = Buffer.from(new Writer({ compressionType }).writeAll(table).finish().toUint8Array(true));
  if (asWritten) return written;
  let from = 0;
  for (const { bytes, length } of packed) {
    from = written.indexOf(bytes, from);
    written.writeBigInt64LE(BigInt(length), from - 8);
    from += bytes.length;
  }
  return written;
}

/** A ZSTD frame: its bytes as they are, but for a last run of one byte, which becomes one. */
function packAsZstd(bytes: Uint8Array): Uint8Array {
  const most = 128 * 1024;
  const header = Buffer.alloc(9);
  header.writeUInt32LE(0xfd2fb528, 0);
  header[4] = 0xa0;
  header.writeUInt32LE(bytes.length, 5);
  const last = bytes.at(-1) ?? 0;
  let run = Math.max(0, bytes.length - most);
  for (let at = bytes.length; at > run; at--) if (bytes[at - 1] !== last) run = at;
  const parts: Uint8Array[] = [header];
  const block = (kind: number, length: number, content: Uint8Array, final: boolean) => {
    const size = Buffer.alloc(3);
    size.writeUIntLE((length << 3) | (kind << 1) | Number(final), 0, 3);
    parts.push(size, content);
  };
  for (let from = 0; from < run; from += most) {
    const end = Math.min(run, from + most);
    block(0, end - from, bytes.subarray(from, end), false);
  }
  block(1, bytes.length - run, Uint8Array.of(last), true);
  return Buffer.concat(parts);
}
