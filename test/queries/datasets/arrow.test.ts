import { gzipSync } from "node:zlib";
import {
  Table as ArrowTable,
  Float64,
  Int32,
  makeData,
  TimestampNanosecond,
  Utf8,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import { expect, test } from "vitest";
import { UserError } from "../../../server/errors.ts";
import type { Table } from "../../../server/vocabulary.ts";
import { arrowBytes, arrowTable, everyType, type Packing } from "../../support/arrow-tables.ts";
import { cellsOf, openLoader, typesOf } from "../../support/load-text.ts";

const forms: [name: string, form: "file" | "stream", packing: Packing][] = [
  ["people.arrow", "file", "plain"],
  ["people.arrows", "stream", "plain"],
  ["people.feather", "file", "lz4"],
  ["people.arrows", "stream", "lz4"],
  ["people.feather", "file", "zstd"],
];

test.each(forms)("every type of %s (%s, %s) keeps its values", async (name, form, packing) => {
  const { database, load } = await openLoader();
  const dataset = await load({ [name]: arrowBytes(arrowTable(everyType), form, packing) });
  const [table] = dataset.tables as [Table];
  expect(table.name).toBe("people");
  expect(typesOf(table)).toEqual({
    customer_id: "text",
    plan: "text",
    whole: "integer",
    long: "integer",
    unsigned: "text",
    number: "number",
    single: "number",
    truth: "boolean",
    price: "number",
    huge: "text",
    born: "date",
    born_ms: "date",
    seen_s: "time",
    seen_ms: "time",
    seen_us: "time",
    seen_ns: "time",
    clock: "text",
    stay: "integer",
    tags: "text",
    address: "text",
  });
  const cells = await cellsOf(database, dataset, table);
  const day = "1950-01-01T00:00:00Z";
  const winter = "2024-01-02T03:04:05Z";
  expect(cells[0]).toEqual([
    ...["c1", "basic", "1", "9007199254740993", "18446744073709551615", "0.1", "0.1", "true", "29.90"],
    ...["1234567.89012345678901234567", "1980-02-29", "1980-02-29", winter, "2024-07-02T03:04:05Z", winter, winter],
    ...["01:00:02.5", "90000", '["a","b"]', '{"city":"Köln","since":"2020-01-02"}'],
  ]);
  expect(cells[1]).toEqual([
    ...["Zoë", "plus", "-2", "-5", "7", "-2.5", "2.5", "false", "-0.05", "0.00000000000000000001"],
    ...["1905-12-31", "1905-12-31", day, day, day, day, "00:00:00", "0", "[]", '{"city":null,"since":null}'],
  ]);
  expect(cells[2]).toEqual(["c3", "basic", ...Array.from({ length: 18 }, () => null)]);
  const warned = dataset.warnings.join("\n");
  expect(warned).toContain("written as JSON: tags and address");
  expect(warned).toContain("in milliseconds: stay");
  expect(warned).toContain("people.seen_us do not say their zone");
  expect(warned).not.toContain("microsecond");
  database.close();
});

const packings: [packing: Packing, asWritten: boolean][] = [
  ["lz4", false],
  ["zstd", false],
  ["lz4", true],
  ["zstd", true],
];

test.each(packings)(
  "many batches (%s, the packed length where the unpacked belongs: %s) load in their order",
  async (packing, asWritten) => {
    const { database, load } = await openLoader();
    const count = 10_000;
    const part = (from: number) =>
      new ArrowTable({
        id: vectorFromArray(
          Array.from({ length: count }, (_, at) => `c${from + at}`),
          new Utf8(),
        ),
        n: vectorFromArray(
          Array.from({ length: count }, (_, at) => (at % 7 ? from + at : null)),
          new Int32(),
        ),
        same: vectorFromArray(
          Array.from({ length: count }, () => 1.5),
          new Float64(),
        ),
      });
    const bytes = arrowBytes(part(0).concat(part(count), part(2 * count)), "file", packing, { asWritten });
    const dataset = await load({ "customers.arrow.gz": gzipSync(bytes) });
    const [table] = dataset.tables as [Table];
    expect(table).toMatchObject({ name: "customers", records: 3 * count });
    const cells = await cellsOf(database, dataset, table);
    const expected = Array.from({ length: 3 * count }, (_, at) => [
      `c${at}`,
      (at % count) % 7 ? String(at) : null,
      "1.5",
    ]);
    expect(cells.findIndex((record, at) => record.join() !== expected[at]?.join())).toBe(-1);
    database.close();
  },
);

test("numbers that are not finite count as empty, and texts that are dates are dates", async () => {
  const { database, load } = await openLoader();
  const columns = {
    id: [new Utf8(), ["01", "02"]],
    score: [new Float64(), [Number.NaN, Number.POSITIVE_INFINITY]],
    born: [new Utf8(), ["31/12/1980", "05/11/1981"]],
  } as const;
  const dataset = await load({ "a.arrow": arrowBytes(arrowTable(columns), "file") });
  const [table] = dataset.tables as [Table];
  expect(typesOf(table)).toEqual({ id: "text", score: "number", born: "date" });
  expect(await cellsOf(database, dataset, table)).toEqual([
    ["01", null, "31/12/1980"],
    ["02", null, "05/11/1981"],
  ]);
  database.close();
});

test("a time finer than a microsecond is cut there, and said to be", async () => {
  const { database, load } = await openLoader();
  const seen = new TimestampNanosecond("UTC");
  const nanoseconds = makeData({ type: seen, length: 2, data: new BigInt64Array([1_000_000_000n, -1n]) });
  const table = new ArrowTable({ id: vectorFromArray(["a", "b"], new Utf8()), seen: new Vector([nanoseconds]) });
  const dataset = await load({ "a.arrow": arrowBytes(table, "file") });
  expect(await cellsOf(database, dataset, dataset.tables[0] as Table)).toEqual([
    ["a", "1970-01-01T00:00:01Z"],
    ["b", "1969-12-31T23:59:59Z"],
  ]);
  expect(dataset.warnings.join()).toContain("times are kept to the microsecond: seen");
  database.close();
});

const whole = arrowBytes(arrowTable(everyType), "file");
const stream = arrowBytes(arrowTable(everyType), "stream");
const packed = arrowBytes(arrowTable(everyType), "file", "lz4");
const one = arrowBytes(arrowTable({ id: [new Utf8(), ["a"]] }), "file");
const broken: [what: string, name: string, bytes: Buffer, says: string][] = [
  ["a file without its end", "a.arrow", whole.subarray(0, whole.length - 40), "could not be read to its end"],
  ["half a stream", "a.arrows", stream.subarray(0, stream.length / 2), "could not be read to its end"],
  ["a beginning and nothing more", "a.feather", whole.subarray(0, 10), "could not be read to its end"],
  ["a file with its middle gone", "a.arrow", wiped(whole), "could not be read to its end"],
  ["a packed file with its middle gone", "a.feather", wiped(packed), "could not be read to its end"],
  ["a packed buffer that says another length", "a.feather", misstated(packed), "could not be read to its end"],
  ["Feather of version 1", "a.feather", Buffer.from("FEA1 and the rest"), "Feather file of version 1"],
  ["one column", "a.arrow", one, "only one column"],
];

test.each(broken)("%s is refused with a sentence", async (_, name, bytes, says) => {
  const { database, load } = await openLoader();
  const error = await load({ [name]: bytes }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UserError);
  expect(`${error}`).toContain(says);
  expect(`${error}`).toContain(name);
  database.close();
});

function wiped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  return copy.fill(0xee, Math.floor(bytes.length / 4), Math.floor((bytes.length * 3) / 4));
}

/** The first packed buffer says that it is longer than it is. */
function misstated(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const frame = copy.indexOf(Buffer.from([0x04, 0x22, 0x4d, 0x18]));
  copy.writeBigInt64LE(copy.readBigInt64LE(frame - 8) + 8n, frame - 8);
  return copy;
}
