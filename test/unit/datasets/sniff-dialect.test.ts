import { expect, test } from "vitest";
import type { Dialect } from "../../../server/datasets/dialect.ts";
import { sniffDialect } from "../../../server/datasets/sniff-dialect.ts";
import { splitCells } from "../../../server/datasets/split-cells.ts";

const sniffed = (text: string, given: Partial<Dialect> = {}) => {
  const { separator, quote, escape: before, header, skip, columns } = sniffDialect(text, given);
  return { separator, quote, before, header, skip, columns };
};

test.each([",", ";", "\t", "|"] as const)("the separator %j is found", (separator) => {
  const header = ["id", "name", "n"].join(separator);
  const record = ["1", "a,b;c", "2"].map((cell) => `"${cell}"`).join(separator);
  expect(sniffed(`${header}\n${record}\n`)).toMatchObject({ separator, columns: 3, header: true });
});

test("commas in prices and texts do not win over the semicolon", () => {
  const text = "id;name;price\n1;Ann, Lee;1,50\n2;Bob, Ray;2,75\n3;Cy;3,00\n";
  expect(sniffed(text)).toMatchObject({ separator: ";", columns: 3 });
});

test("one ragged row does not hide the separator", () => {
  const text = `a,b,c\n${"1,2,3\n".repeat(20)}4,5\n${"1,2,3\n".repeat(20)}`;
  expect(sniffed(text)).toMatchObject({ separator: ",", columns: 3 });
});

test("a comma inside quotes is no separator", () => {
  expect(sniffed('name;note\nAnn;"a,b,c"\nBob;"d,e,f"\n')).toMatchObject({ separator: ";", columns: 2 });
});

test("single quotes and backslashes are recognised where double quotes explain nothing", () => {
  expect(sniffed("'id','name'\n'1','Ann, Lee'\n'2','Bob'\n")).toMatchObject({ quote: "'", columns: 2 });
  expect(sniffed('id,name\n1,"a \\"b\\", c"\n2,"d"\n3,"e \\"f\\""\n')).toMatchObject({
    quote: '"',
    before: "\\",
    columns: 2,
  });
  expect(sniffed("id,name\n1,O'Hara\n2,D'Arcy\n")).toMatchObject({ quote: '"', columns: 2 });
});

test("a header is names above values; values above values are no header", () => {
  expect(sniffed("id,name\n1,Ann\n2,Bob\n").header).toBe(true);
  expect(sniffed("name,city\nAnn,Rome\nBob,Oslo\n").header).toBe(true);
  expect(sniffed("1,Ann\n2,Bob\n3,Cy\n").header).toBe(false);
  expect(sniffed("yes,no\nyes,yes\nno,no\n").header).toBe(false);
  expect(sniffed("id,2019,2020,2021\na,5,6,7\nb,8,9,1\n", { header: true }).header).toBe(true);
});

test("titles above the table are left out", () => {
  expect(sniffed("Customers 2024\n\nid;name\n1;Ann\n2;Bob\n")).toMatchObject({ skip: 2, header: true, columns: 2 });
  expect(sniffed("id;name\n1;Ann\n2;Bob\n")).toMatchObject({ skip: 0 });
});

test("what a person says is followed", () => {
  expect(sniffed("a,b;c\n1,2;3\n", { separator: ";" })).toMatchObject({ separator: ";", columns: 2 });
  expect(sniffed("x\na,b\n1,2\n", { skip: 1 })).toMatchObject({ skip: 1, columns: 2 });
});

test("a quoted cell keeps separators, line ends and quotes, and lines are counted in the file", () => {
  const rules = { separator: ",", quote: '"', escape: '"' } as const;
  expect(splitCells('a,b\r\n"x\r\n,""y""",2\r\n\r\n3,4', rules)).toEqual([
    { line: 1, cells: ["a", "b"], whole: true },
    { line: 2, cells: ['x\r\n,"y"', "2"], whole: true },
    { line: 5, cells: ["3", "4"], whole: true },
  ]);
  expect(splitCells('a,"b', rules)).toEqual([{ line: 1, cells: ["a", "b"], whole: false }]);
  expect(splitCells("a,b,\n", rules)[0]?.cells).toEqual(["a", "b", ""]);
});
