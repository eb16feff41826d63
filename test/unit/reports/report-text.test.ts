import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "../../../server/reports/csv-text.ts";
import { markdownTable } from "../../../server/reports/markdown-text.ts";
import { roundFigures } from "../../../server/reports/round-figures.ts";
import { day, of100 } from "../../../server/reports/say-figures.ts";

test("text that a spreadsheet would run as a formula is defused; numbers stay numbers", () => {
  const cells = ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "plain", -1, 0.5, null, true];
  expect(csvText(["a"], [cells])).toBe("a\r\n'=1+1,'+1,'-1,'@sum,'\t=1,\"'\r=1\",plain,-1,0.5,,true\r\n");
});

test("no cell of a CSV starts a formula, and quoting keeps every cell whole", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const read = readCsv(csvText(["a", "b"], rows)).slice(1);
      expect(read).toEqual(rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test("a Markdown table keeps its columns whatever the cells hold", () => {
  const table = markdownTable(["a|b", "<i>"], [["x\n|y", "[link](http://x)"]]);
  expect(table).toBe("| a\\|b | \\<i\\> |\n| --- | --- |\n| x \\|y | \\[link\\](http://x) |");
});

test("figures are rounded to six significant digits wherever they stand", () => {
  expect(roundFigures({ a: [1 / 3, 12345678], b: { c: -0.00000123456789 }, d: "0.123456789", e: Number.NaN })).toEqual({
    a: [0.333333, 12345678],
    b: { c: -0.00000123457 },
    d: "0.123456789",
    e: null,
  });
});

test("people of 100 are whole people", () => {
  expect([0, 0.004, 0.005, 0.494, 0.992, 1].map(of100)).toEqual(["0", "under 1", "under 1", "49", "over 99", "100"]);
});

test("a day is said in words", () => {
  expect([day("2026-11-03T23:59:00Z"), day("next spring")]).toEqual(["3 November 2026", "next spring"]);
});

/** RFC 4180, straight from its grammar. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
