import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { previewFile } from "../../../server/datasets/preview-file.ts";
import { openLoader } from "../../support/load-text.ts";

const csv = Buffer.from(
  "customer_id;name;joined;spent;phone\r\nc1;Zo\xeb;03/04/2023;1,50;0170\r\nc2;Bob;01/02/2023;20,25;0171\r\nc3;bad\r\n",
  "latin1",
);

async function preview(content: string | Buffer, dialect = {}, options = {}) {
  const { database, folder, write } = await openLoader();
  const [file] = write({ "customers.csv": content });
  const seen = await previewFile({ database, incoming: folder }, { path: file?.path ?? "", dialect }, options);
  expect(readdirSync(folder).filter((name) => name.endsWith(".copy"))).toEqual([]);
  database.close();
  return seen;
}

test("a preview says how the file would be read, and what is worth a look", async () => {
  const seen = await preview(csv);
  expect(seen).toMatchObject({ kind: "customers", key: "customer_id", records: 2, rejected: 1, whole: true });
  expect(seen.dialect).toMatchObject({
    encoding: "windows-1252",
    separator: ";",
    header: true,
    decimal: ",",
    dates: null,
  });
  expect(seen.separators).toContainEqual({ separator: ";", columns: 5 });
  expect(seen.columns.map(({ type }) => type)).toEqual(["text", "text", "text", "number", "text"]);
  expect(seen.columns[2]).toMatchObject({ orderUndecided: true });
  expect(seen.columns[4]?.note).toContain("start with 0");
  expect(seen.rejects[0]?.sentence).toBe("Row 4 has 2 values but the table has 5 columns.");
});

test("values are masked until someone asks to see them", async () => {
  const seen = await preview(csv);
  expect(seen.rows).toEqual([
    { line: 2, cells: ["a0", "Aaa", "00/00/0000", "0,00", "0000"] },
    { line: 3, cells: ["a0", "Aaa", "00/00/0000", "00,00", "0000"] },
  ]);
  const shown = await preview(csv, {}, { showValues: true });
  expect(shown.rows[0]?.cells[1]).toBe("Zoë");
});

test("a correction changes the reading", async () => {
  const seen = await preview(csv, { dates: "day-first", decimal: "." });
  expect(seen.columns.map(({ type }) => type)).toEqual(["text", "text", "date", "text", "text"]);
  expect(seen.columns[2]).toMatchObject({ order: "day-first", orderUndecided: false });
});
