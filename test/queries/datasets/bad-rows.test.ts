import { expect, test } from "vitest";
import { listRejects } from "../../../server/datasets/list-rejects.ts";
import type { Table } from "../../../server/vocabulary.ts";
import { cellsOf, openLoader } from "../../support/load-text.ts";

const good = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `c${from + at},Ann,${from + at}`).join("\n");
const secret = "canary-7f3a";

test.each(["\n", "\r\n", "\r"])(
  "rows that do not fit are listed by line and fault, never by text (%j)",
  async (lineEnd) => {
    const { database, load } = await openLoader();
    const text = `id,name,n\n${good(0, 200)}\nc200,"two\nlines",1\n${secret},x\n${good(201, 400)}\n${secret},1,2,3\n${good(401, 500)}\n`;
    const csv = text.replaceAll("\n", lineEnd);
    const dataset = await load({ "customers.csv": csv });
    const [table] = dataset.tables as [Table];
    expect(table.records).toBe(499);
    expect(table.rejected).toBe(2);
    const rejects = await listRejects(database, dataset, table);
    expect(rejects.map(({ line, fault, values }) => ({ line, fault, values }))).toEqual([
      { line: 204, fault: "too-few-values", values: 2 },
      { line: 404, fault: "too-many-values", values: 4 },
    ]);
    expect(rejects[0]?.sentence).toBe("Row 204 has 2 values but the table has 3 columns.");
    expect(JSON.stringify([rejects, dataset])).not.toContain(secret);
  },
);

test.each(["\n", "\r\n", "\r"])(
  "a row with several faults, or behind blank lines, counts once and at its own line (%j)",
  async (lineEnd) => {
    const { database, load } = await openLoader();
    const text = `id,name,n\n${good(0, 200)}\n"a"b,"c"d,1\n"a"b,"c"d,"e"f\n\n\nx,y\n"a"b,"c"d,1,2,3\n${good(201, 900)}\n\n"a"b,"c"d\n`;
    const dataset = await load({ "customers.csv": text.replaceAll("\n", lineEnd) });
    const [table] = dataset.tables as [Table];
    expect(table).toMatchObject({ records: 899, rejected: 5 });
    const rejects = await listRejects(database, dataset, table);
    expect(rejects.map(({ line, lines, fault }) => [line, lines, fault])).toEqual([
      [202, 1, "open-quote"],
      [203, 1, "open-quote"],
      [206, 1, "too-few-values"],
      [207, 1, "open-quote"],
      [908, 1, "open-quote"],
    ]);
    database.close();
  },
);

test("more than one row in a hundred is refused with the first faults, unless a person goes on", async () => {
  const { load, database } = await openLoader();
  const csv = `id,name,n\n${good(0, 50)}\n${secret},x\n${good(51, 60)}\n`;
  const refused = await load({ "customers.csv": csv }).catch((error: Error) => error);
  expect(`${refused}`).toContain("Row 52 has 2 values but the table has 3 columns.");
  expect(`${refused}`).toContain("--skip-bad-rows");
  expect(`${refused}`).not.toContain(secret);
  const dataset = await load({ "customers.csv": csv }, { skipBadRows: true });
  expect(dataset.tables[0]).toMatchObject({ records: 59, rejected: 1 });
  database.close();
});

test("a quote that never closes is not taken for one bad row: what it swallows counts", async () => {
  const { load, database } = await openLoader();
  const csv = `id,name,n\n${good(0, 500)}\nc500,"open,1\n${good(501, 700)}\n`;
  await expect(load({ "customers.csv": csv })).rejects.toThrow("a quote opens and does not close");
  const dataset = await load({ "customers.csv": csv }, { skipBadRows: true });
  expect(dataset.tables[0]).toMatchObject({ records: 500, rejected: 200 });
  database.close();
});

test("a bad line of NDJSON is a rejected row, not an empty record", async () => {
  const { load, database } = await openLoader();
  const lines = Array.from({ length: 300 }, (_, at) => `{"id":${at},"name":"Ann"}`);
  lines[9] = `{"id":"${secret}",`;
  lines[19] = "[1,2]";
  const dataset = await load({ "customers.ndjson": `${lines.join("\n")}\n\n` });
  const [table] = dataset.tables as [Table];
  expect(table).toMatchObject({ records: 298, rejected: 2 });
  const rejects = await listRejects(database, dataset, table);
  expect(rejects.map(({ line, fault }) => ({ line, fault }))).toEqual([
    { line: 10, fault: "not-json" },
    { line: 20, fault: "not-json" },
  ]);
  expect((await cellsOf(database, dataset, table)).every(([id]) => id !== null)).toBe(true);
  database.close();
});
