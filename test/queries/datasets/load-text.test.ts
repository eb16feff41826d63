import { expect, test } from "vitest";
import { loadDataset } from "../../../server/datasets/load-dataset.ts";
import type { Table } from "../../../server/vocabulary.ts";
import { cellsOf, openLoader, typesOf } from "../../support/load-text.ts";

async function load(content: string | Buffer, options = {}) {
  const loader = await openLoader();
  const dataset = await loader.load({ "customers.csv": content }, options);
  const [table] = dataset.tables as [Table];
  const cells = await cellsOf(loader.database, dataset, table);
  loader.database.close();
  return { dataset, table, cells, types: typesOf(table) };
}

const column = (...cells: string[]) => `id,value\n${cells.map((cell, at) => `c${at},${cell}`).join("\n")}\n`;
const typeOf = async (...cells: string[]) => (await load(column(...cells))).types["value"];

test("a type is taken only where every filled cell survives it", async () => {
  expect(await typeOf("1", "-20", "")).toBe("integer");
  expect(await typeOf("1", "2.5", "1e-05")).toBe("number");
  expect(await typeOf("1.50", "2.25", "10.00")).toBe("number");
  expect(await typeOf("1.0", "2.25")).toBe("number");
  expect(await typeOf("true", "false", "")).toBe("boolean");
  for (const kept of ["01234", "007", "1e5", "+49 170 12", "12345678901234567890", "1.50", "0x1F", "nan", "inf"]) {
    expect(await typeOf("1", "2.5", kept), kept).toBe("text");
  }
  expect(await typeOf("Yes", "No")).toBe("text");
  expect(await typeOf("True", "False")).toBe("text");
  expect(await typeOf("", "")).toBe("text");
});

test("values that come late in the file decide as well", async () => {
  const many = Array.from({ length: 5000 }, (_, at) => String(at));
  expect(await typeOf(...many)).toBe("integer");
  expect(await typeOf(...many, "007")).toBe("text");
  expect(await typeOf(...Array.from({ length: 3000 }, () => ""), "5", "6")).toBe("integer");
});

test("a cell of blanks is empty, and is said to be", async () => {
  const { types, cells, dataset } = await load(column("29.85", " ", "20", ""));
  expect(types["value"]).toBe("number");
  expect(cells.map(([, value]) => value)).toEqual(["29.85", null, "20", null]);
  expect(dataset.warnings.join()).toContain("1 in value");
  const often = await load(column(...Array.from({ length: 300 }, (_, at) => (at % 3 ? " " : "20"))));
  expect(often.types["value"]).toBe("integer");
  expect(often.dataset.warnings.join()).toContain("200 in value");
});

test("dates need one format for the whole column", async () => {
  expect(await typeOf("2024-02-29", "2023-12-31")).toBe("date");
  expect(await typeOf("2024-02-30", "2023-12-31")).toBe("text");
  expect(await typeOf("31/12/2023", "05/11/2023")).toBe("date");
  expect(await typeOf("12/31/2023", "05/11/2023")).toBe("date");
  expect(await typeOf("12/31/2023", "31/12/2023")).toBe("text");
  expect(await typeOf("5 Jan 2023", "12 May 2023")).toBe("date");
  expect(await typeOf("20170105", "20181224")).toBe("date");
  expect(await typeOf("20170105", "20171305")).toBe("integer");
  expect(await typeOf("1.2.2023", "24.12.2023")).toBe("date");
});

test("eight digits in a column of customer numbers are numbers", async () => {
  const { types } = await load("customer_no,name\n20170105,a\n20180106,b\n");
  expect(types["customer_no"]).toBe("integer");
});

test("day or month first is decided by another column, by a person, or not at all", async () => {
  const rows = "a,b,c\n01/02/2023,31/12/2023,x\n03/04/2023,05/06/2023,y\n";
  const proven = await load(rows);
  expect(proven.types).toEqual({ a: "date", b: "date", c: "text" });
  expect(proven.table.fields[0]?.written).toBe("%d/%m/%Y");
  const open = "a,c\n01/02/2023,x\n03/04/2023,y\n";
  const undecided = await load(open);
  expect(undecided.types["a"]).toBe("text");
  expect(undecided.dataset.warnings.join()).toContain("--dates day-first or --dates month-first");
  const told = await load(open, { dates: "month-first" });
  expect(told.table.fields[0]?.written).toBe("%m/%d/%Y");
});

test("times with an offset are kept in UTC, with or without a colon in it", async () => {
  const { cells, dataset } = await load(column("2017-01-28T14:06:53-0500", "2017-01-28T14:06:53+05:30"));
  expect(cells.map(([, value]) => value)).toEqual(["2017-01-28T19:06:53Z", "2017-01-28T08:36:53Z"]);
  expect(dataset.warnings).toEqual([]);
});

test("times without an offset are UTC with a warning, or of the zone that a person names", async () => {
  const plain = await load(column("2024-07-01 12:00:00", "2024-01-01 12:00:00"));
  expect(plain.dataset.warnings.join()).toContain("--zone");
  const zoned = await load(column("2024-07-01 12:00:00", "2024-01-01 12:00:00"), { zone: "Europe/Berlin" });
  expect(zoned.dataset.warnings).toEqual([]);
  expect(zoned.table.layout.zone).toBe("Europe/Berlin");
  expect(zoned.cells.map(([, value]) => value)).toEqual(["2024-07-01 12:00:00", "2024-01-01 12:00:00"]);
  await expect(load(column("2024-07-01 12:00:00"), { zone: "Europe/Berln" })).rejects.toThrow("no time zone");
});

test("a decimal comma is read where the comma does not part the cells", async () => {
  const { types, cells, table } = await load("id;price;share\n1;1,5;0,25\n2;20;0,10\n");
  expect(types).toEqual({ id: "integer", price: "number", share: "number" });
  expect(cells).toEqual([
    ["1", "1,5", "0,25"],
    ["2", "20", "0,10"],
  ]);
  expect(table.fields.map(({ written }) => written)).toEqual([undefined, "0,", "0,00"]);
  expect((await load('id,price\n1,"1,234"\n2,"2,500"\n')).types["price"]).toBe("text");
});

test("a comma before three digits everywhere may be a thousand, so another column decides or it stays text", async () => {
  const open = await load("id;price;x\n1;1,234;a\n2;2,501;b\n");
  expect(open.types["price"]).toBe("text");
  expect(open.dataset.warnings.join()).toContain("decimals or thousands");
  expect((await load("id;price;x\n1;1,234;0,5\n2;2,501;0,25\n")).types["price"]).toBe("number");
  expect((await load("id;price;x\n1;1.234;0,5\n2;2.501;0,25\n")).types["price"]).toBe("text");
});

const encodings: [string, (text: string) => Buffer][] = [
  ["UTF-8", (text) => Buffer.from(text)],
  ["UTF-8 with mark", (text) => Buffer.from(`\ufeff${text}`)],
  ["UTF-16 LE with mark", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16 LE", (text) => Buffer.from(text, "utf16le")],
  ["UTF-16 BE with mark", (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
  ["UTF-16 BE", (text) => Buffer.from(text, "utf16le").swap16()],
];

test.each(encodings)("%s is read right", async (_, encode) => {
  const { cells, table } = await load(encode('id;naïve\r\n1;"Zoë €;\r\n5"\r\n2;Ωμέγα\r\n'));
  expect(table.fields.map(({ name }) => name)).toEqual(["id", "naïve"]);
  expect(cells).toEqual([
    ["1", "Zoë €;\r\n5"],
    ["2", "Ωμέγα"],
  ]);
});

test("windows-1252 is read with its euro signs and curly quotes", async () => {
  const bytes = Buffer.concat([
    Buffer.from("id;name\n1;"),
    Buffer.from([0x80, 0x20, 0x93, 0xe9, 0x94]),
    Buffer.from("\n2;x\n"),
  ]);
  expect((await load(bytes)).cells).toEqual([
    ["1", "€ “é”"],
    ["2", "x"],
  ]);
});

test("an accent far behind the beginning of the file is noticed", async () => {
  const bytes = Buffer.concat([
    Buffer.from(`id;name\n${"1;plain\n".repeat(60_000)}2;caf`),
    Buffer.from([0xe9]),
    Buffer.from("\n"),
  ]);
  const { cells } = await load(bytes);
  expect(cells.at(-1)).toEqual(["2", "café"]);
});

test("line ends of several kinds lose nothing", async () => {
  const { cells } = await load('a;b;c\r\n1;2;3\r\n\r\n3;4;5\n7;8;9\r10;11;"x\r\ny"\n');
  expect(cells).toEqual([
    ["1", "2", "3"],
    ["3", "4", "5"],
    ["7", "8", "9"],
    ["10", "11", "x\r\ny"],
  ]);
});

test("names that a table cannot have are mended, and said", async () => {
  const { table, dataset } = await load("id,Email,email,,id_2,id\n1,a,b,c,d,e\n");
  expect(table.fields.map(({ name }) => name)).toEqual(["id", "Email", "email_2", "column_4", "id_2", "id_3"]);
  expect(dataset.warnings.join()).toContain("column_4");
  expect(dataset.warnings.join()).toContain("email_2");
});

test("a file without a header gets names, and says so", async () => {
  const { table, dataset } = await load("1,Ann,2020-01-01\n2,Bob,2020-01-02\n3,Cy,2020-01-03\n");
  expect(table.records).toBe(3);
  expect(table.fields.map(({ name }) => name)).toEqual(["column_1", "column_2", "column_3"]);
  expect(dataset.warnings.join()).toContain("no header");
});

test("lines above the header are left out, and said", async () => {
  const { table, dataset } = await load("Export of customers\n\nid;name\n1;Ann\n2;Bob\n");
  expect(table.fields.map(({ name }) => name)).toEqual(["id", "name"]);
  expect(table.records).toBe(2);
  expect(dataset.warnings.join()).toContain("above the header");
});

test("names that mean something to a database are names like any other", async () => {
  const names = ["DEC", "select", "emp.var.rate", 'say "hi"', "$name", "rowid", "Ünï"];
  const line = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",");
  const { table, cells } = await load(`${line}\n1,2,3,4,5,6,7\n`);
  expect(table.fields.map(({ name }) => name)).toEqual(names);
  expect(new Set(table.fields.map(({ slug }) => slug)).size).toBe(names.length);
  expect(cells).toEqual([["1", "2", "3", "4", "5", "6", "7"]]);
});

test("large whole numbers keep every digit", async () => {
  const { cells, types } = await load(column("9007199254740993", "-9223372036854775808"));
  expect(types["value"]).toBe("integer");
  expect(cells.map(([, value]) => value)).toEqual(["9007199254740993", "-9223372036854775808"]);
});

test("a ragged file is not taken for one column that is called like its header", async () => {
  const loader = await openLoader();
  const csv = "id,name,city\n1,Ann\n2,Bob,Rome,x\n3,Cy,Oslo\n4\n";
  await expect(loader.load({ "customers.csv": csv })).rejects.toThrow("the table has 3 columns");
  const dataset = await loader.load({ "customers.csv": csv }, { skipBadRows: true });
  expect(dataset.tables[0]).toMatchObject({ records: 1, rejected: 3 });
  loader.database.close();
});

test("Excel's own first line names the separator and is no record", async () => {
  const { table, cells, dataset } = await load("sep=;\r\nid;price\r\n1;1,5\r\n2;2,25\r\n");
  expect(table.fields.map(({ name }) => name)).toEqual(["id", "price"]);
  expect(cells).toHaveLength(2);
  expect(dataset.warnings).toHaveLength(1);
});

test("records that end with a separator fit a header that does not", async () => {
  const { table, cells } = await load("id;name\n1;Ann;\n2;Bob;\n");
  expect(table.fields.map(({ name }) => name)).toEqual(["id", "name", "column_3"]);
  expect(cells[0]).toEqual(["1", "Ann", null]);
});

test("a file without quotes is read as it stands", async () => {
  const loader = await openLoader();
  const [file] = loader.write({ "a.tsv": 'id\tname\n1\t"Ann\n2\tBo"b"\n' });
  const dialect = { quote: "", escape: "", separator: "\t" } as const;
  const dataset = await loadDataset({ database: loader.database, incoming: loader.folder }, [
    { path: file?.path ?? "", dialect },
  ]);
  expect(await cellsOf(loader.database, dataset, dataset.tables[0] as Table)).toEqual([
    ["1", '"Ann'],
    ["2", 'Bo"b"'],
  ]);
  loader.database.close();
});

test("a person's correction of the dialect is followed", async () => {
  const loader = await openLoader();
  const [file] = loader.write({ "a.csv": "1;n/a\n2;5\n" });
  const dialect = { header: false, empty: ["n/a"] };
  const dataset = await loadDataset({ database: loader.database, incoming: loader.folder }, [
    { path: file?.path ?? "", name: "people.csv", kind: "customers", dialect },
  ]);
  const [table] = dataset.tables as [Table];
  expect(table).toMatchObject({ name: "people", records: 2 });
  expect(typesOf(table)).toEqual({ column_1: "integer", column_2: "integer" });
  loader.database.close();
});

test("a thousand columns load", async () => {
  const names = Array.from({ length: 1000 }, (_, at) => `field_${at}`);
  const { table, types } = await load(`${names.join(",")}\n${names.map((_, at) => at).join(",")}\n`);
  expect(table.fields).toHaveLength(1000);
  expect(types["field_999"]).toBe("integer");
}, 30_000);
