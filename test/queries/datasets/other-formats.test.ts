import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { loadDataset } from "../../../server/datasets/load-dataset.ts";
import type { Table } from "../../../server/vocabulary.ts";
import { cellsOf, openLoader, typesOf } from "../../support/load-text.ts";

const lines = [
  '{"id":1,"name":"Zoë","born":"1980-02-01","tags":["a","b"],"score":1.5,"in":true}',
  '{"id":2,"name":null,"zip":"01234","score":20,"in":false}',
  "",
  '{"id":9007199254740993,"name":"x\\ny","zip":"99999","score":-0.25,"in":true}',
];

test.each([
  ["one object a line", "people.ndjson", lines.join("\n")],
  ["one object a line, packed", "people.jsonl.gz", gzipSync(lines.join("\r\n"))],
  ["a list of objects", "people.json", `[${lines.filter(Boolean).join(",\n")}]`],
])("JSON as %s loads with every key of every object", async (_, name, content) => {
  const { database, load } = await openLoader();
  const dataset = await load({ [name]: content });
  const [table] = dataset.tables as [Table];
  expect(typesOf(table)).toEqual({
    id: "integer",
    name: "text",
    born: "date",
    tags: "text",
    score: "number",
    in: "boolean",
    zip: "text",
  });
  expect(await cellsOf(database, dataset, table)).toEqual([
    ["1", "Zoë", "1980-02-01", '["a","b"]', "1.5", "true", null],
    ["2", null, null, null, "20", "false", "01234"],
    ["9007199254740993", "x\ny", null, null, "-0.25", "true", "99999"],
  ]);
  database.close();
});

test("a Parquet file's own types stand", async () => {
  const { database, folder } = await openLoader();
  const path = join(folder, "people.parquet");
  await database.run({
    name: "test/write-parquet",
    sql: `copy (select range as id, '0' || range as zip, (range / 4)::float as share, 9.5::decimal(9,2) as price, date '2024-01-31' as day,
      timestamptz '2024-01-31 10:00:00+02' as at, [1, 2] as list, 'nan'::double as odd, '2024-01-31' as said from range(3)) to '${path}' (format parquet)`,
  });
  const dataset = await loadDataset({ database, incoming: folder }, [{ path }]);
  const [table] = dataset.tables as [Table];
  expect(typesOf(table)).toEqual({
    id: "integer",
    zip: "text",
    share: "number",
    price: "number",
    day: "date",
    at: "time",
    list: "text",
    odd: "number",
    said: "date",
  });
  const cells = await cellsOf(database, dataset, table);
  expect(cells[1]).toEqual([
    "1",
    "01",
    "0.25",
    "9.50",
    "2024-01-31",
    "2024-01-31T08:00:00Z",
    "[1, 2]",
    null,
    "2024-01-31",
  ]);
  expect(dataset.warnings.join()).toContain("3 in odd");
  database.close();
});
