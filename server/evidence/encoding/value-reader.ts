import type { Column } from "../../database/read-vector.ts";
import type { CodedColumn } from "../../model/dependencies.ts";

/** Numbers the distinct values of one field in the order they are met; the empty cell is one of them. */
export class ValueReader {
  readonly #codes: number[] = [];
  readonly #numbers = new Map<unknown, number>();

  read(column: Column, rows: number): void {
    for (let row = 0; row < rows; row++) {
      const value = keyOf(column.getItem(row));
      let code = this.#numbers.get(value);
      if (code === undefined) {
        code = this.#numbers.size;
        this.#numbers.set(value, code);
      }
      this.#codes.push(code);
    }
  }

  column(): CodedColumn {
    return { codes: Int32Array.from(this.#codes), distinct: this.#numbers.size };
  }

  /** The value of each record as text, to see whether two fields are alike to the letter. */
  texts(): string[] {
    const texts = [...this.#numbers.keys()].map(String);
    return this.#codes.map((code) => texts[code]!);
  }
}

/** Dates and times are objects, made anew for each cell; their text tells them apart. */
function keyOf(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null ? String(cell) : cell;
}
