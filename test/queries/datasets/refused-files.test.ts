import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { text } from "../../../server/database/shape.ts";
import { findDataset, listDatasets } from "../../../server/datasets/list-datasets.ts";
import { forgetDataset, loadDataset } from "../../../server/datasets/load-dataset.ts";
import { Cancelled, UserError } from "../../../server/errors.ts";
import { type Content, openLoader } from "../../support/load-text.ts";

const csv = "id,name\n1,Ann\n2,Bob\n";

const refused: [what: string, name: string, content: Content, says: string][] = [
  ["an empty file", "a.csv", "", "is empty"],
  ["a file of blanks", "a.csv", "\n \n", "is empty"],
  ["a header without rows", "a.csv", "id,name\n", "has a header but no rows"],
  ["one column", "a.csv", "name\nAnn\nBob\n", "only one column"],
  ["fixed width", "a.txt", "00001   19970101  1  11.77\n00002   19970112  1  12.00\n", "apart by blanks"],
  ["an Excel workbook", "a.xlsx", Buffer.from("PK\u0003\u0004 and more"), "Excel workbook"],
  ["an old workbook under another name", "a.csv", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "Excel workbook"],
  [
    "bytes that are no text",
    "a.csv",
    Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 7919) % 256)),
    "not a table in text",
  ],
  ["a damaged gzip file", "a.csv.gz", gzipSync("id,name\n1,Ann\n".repeat(500)).subarray(0, 40), "damaged gzip"],
  ["an empty gzip file", "a.csv.gz", gzipSync(""), "is empty"],
  ["a damaged Parquet file", "a.parquet", Buffer.from("PAR1 and then nothing"), "damaged"],
  ["broken JSON", "a.json", '[{"a":1,"b":2},{"a":', "damaged"],
  ["text that is no JSON", "a.json", "hello\nworld\n", "not JSON"],
];

test.each(refused)("%s is refused with a sentence, and nothing is left behind", async (_, name, content, says) => {
  const { database, folder, load } = await openLoader();
  const error = await load({ [name]: content }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UserError);
  expect(`${error}`).toContain(says);
  expect(`${error}`).toContain(name);
  expect(await listDatasets(database)).toEqual([]);
  const schemas = await database.rows("datasets/schemas", { schema: text });
  expect(schemas.filter(({ schema }) => schema.startsWith("data_"))).toEqual([]);
  expect(readdirSync(folder).filter((file) => file.endsWith(".copy"))).toEqual([]);
  database.close();
});

test("a file that is not there, and a folder, are refused", async () => {
  const { database, folder } = await openLoader();
  mkdirSync(join(folder, "sub"));
  const load = (path: string) => loadDataset({ database, incoming: folder }, [{ path: join(folder, path) }]);
  await expect(load("gone.csv")).rejects.toThrow("There is no file gone.csv");
  await expect(load("sub")).rejects.toThrow("is a folder");
  database.close();
});

test("a file outside the folders that may be read is refused in words", async () => {
  const { folder: outside } = await openLoader();
  const { database, folder } = await openLoader();
  writeFileSync(join(outside, "a.csv"), csv);
  const load = loadDataset({ database, incoming: folder }, [{ path: join(outside, "a.csv") }]);
  await expect(load).rejects.toThrow("may not read");
  database.close();
});

test("two files that would be one table are refused", async () => {
  const { database, load } = await openLoader();
  await expect(load({ "a.csv": csv, "A.tsv": "id\tname\n1\tAnn\n" })).rejects.toThrow("both become the table");
  database.close();
});

test("a load that is cancelled leaves nothing, and the dataset before it stays", async () => {
  const { database, load } = await openLoader();
  await load({ "a.csv": csv }, { slug: "a" });
  const abort = new AbortController();
  const progress = (done: number) => {
    if (done > 0) abort.abort();
  };
  const big = `id,name\n${Array.from({ length: 50_000 }, (_, at) => `${at},Ann`).join("\n")}\n`;
  await expect(load({ "a.csv": big }, { slug: "a", signal: abort.signal, progress })).rejects.toBeInstanceOf(Cancelled);
  expect((await findDataset(database, "a"))?.tables[0]?.records).toBe(2);
  database.close();
});

test("progress only ever goes forward, and ends at the end", async () => {
  const { database, load } = await openLoader();
  const seen: number[] = [];
  const progress = (done: number, total: number) => seen.push(done / total);
  await load({ "a.csv": csv, "orders.csv": "id,item\n1,x\n1,y\n" }, { progress });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
  database.close();
});

test("a new load takes the place of the dataset with its slug, and a dataset can be forgotten", async () => {
  const { database, load } = await openLoader();
  const first = await load({ "a.csv": csv }, { slug: "a" });
  const second = await load({ "a.csv": `${csv}3,Cy\n` }, { slug: "a" });
  expect((await listDatasets(database)).map(({ schema }) => schema)).toEqual([second.schema]);
  expect(second.fingerprint).not.toBe(first.fingerprint);
  const other = await load({ "a.csv": csv });
  expect(other.slug).toBe("a-2");
  await forgetDataset(database, "a");
  expect((await listDatasets(database)).map(({ slug }) => slug)).toEqual(["a-2"]);
  expect(await findDataset(database, "a")).toBeUndefined();
  database.close();
});

const small = process.env["WINNOW_SMALL_DISK"];
test.skipIf(!small || !existsSync(small))("a full disk is said, and nothing is left", async () => {
  const { database, write } = await openLoader([small ?? ""]);
  const row = `${"x".repeat(1000)};é\r\n`;
  const [file] = write({ "a.csv": Buffer.from(`name;b\n${row.repeat(20_000)}`, "latin1") });
  const load = loadDataset({ database, incoming: small ?? "" }, [{ path: file?.path ?? "" }]);
  await expect(load).rejects.toThrow("disk is full");
  expect(readdirSync(small ?? "").filter((name) => name.endsWith(".copy"))).toEqual([]);
  database.close();
});
