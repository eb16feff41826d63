import { describe, expect, test } from "vitest";
import { type Column, copyNumbers } from "../../server/database/read-vector.ts";
import { TextNumbers } from "../../server/database/text-numbers.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const records = 20_000;

/** Hands over the one column of an expression over `i`, chunk by chunk. */
async function eachChunk(expression: string, read: (column: Column, rows: number) => void): Promise<void> {
  const { database } = await openTestDatabase();
  const sql = `select ${expression} from range(${records}) as records(i)`;
  await database.chunks({ name: "test/column", sql }, {}, (chunk) => read(chunk.getColumnVector(0), chunk.rowCount));
  database.close();
}

describe("numbers of a column", () => {
  const cell = (value: unknown): number => {
    if (value === null) return Number.NaN;
    if (typeof value === "object" && "days" in value) return Number(value.days);
    if (typeof value === "object" && "micros" in value) return Number(value.micros) / 1e6;
    return Number(value);
  };

  test.each([
    ["whole numbers", "(i - 10000) * 123456789012"],
    ["whole numbers with empty cells", "case when i % 3 > 0 then i - 70 end"],
    ["numbers with empty cells", "case when i % 7 > 0 then i / 8 end"],
    ["dates", "case when i % 5 > 0 then date '1931-03-04' + i::integer end"],
    ["times", "case when i % 5 > 0 then timestamp '1969-12-31 23:00:00.25' + to_seconds(i) end"],
  ])("%s are the same as cell by cell", async (_, expression) => {
    await eachChunk(expression, (column, rows) => {
      const copied = new Float64Array(rows + 1);
      expect(copyNumbers(column, rows, copied, 1)).toBe(true);
      const oneByOne = Array.from({ length: rows }, (_, row) => cell(column.getItem(row)));
      expect([...copied.subarray(1)]).toEqual(oneByOne);
    });
  });

  test("a column of another type is left to be read cell by cell", async () => {
    await eachChunk("i % 2 = 0", (column, rows) => {
      expect(copyNumbers(column, rows, new Float64Array(rows), 0)).toBe(false);
    });
  });
});

describe("texts of a column", () => {
  test.each([
    ["short and long ones", "'field ' || repeat('x', (i % 23)::integer)"],
    ["more than are known by their bytes", "'t' || (i % 9000)"],
    [
      "empty cells, the empty text, texts beyond Latin",
      "case i % 4 when 0 then null when 1 then '' when 2 then 'é' else '日本' end",
    ],
  ])("%s get one number each", async (_, expression) => {
    const numbers = new TextNumbers();
    const told: (readonly [unknown, number])[] = [];
    await eachChunk(expression, (column, rows) => {
      const codes = new Int32Array(rows);
      numbers.read(column, rows, codes, 0);
      for (let row = 0; row < rows; row++) told.push([column.getItem(row), codes[row] ?? -1]);
    });
    const texts = numbers.texts();
    expect(new Set(texts).size).toBe(texts.length);
    expect(told.filter(([text, code]) => text !== (texts[code] ?? null))).toEqual([]);
  });
});
