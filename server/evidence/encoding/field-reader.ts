import { type Column, copyNumbers } from "../../database/read-vector.ts";
import type { Sql } from "../../database/sql-text.ts";
import { TextNumbers } from "../../database/text-numbers.ts";
import { binNumbers, codeOfNumber } from "../../model/bins/bin-numbers.ts";
import { binTexts } from "../../model/bins/bin-texts.ts";
import type { FieldBins } from "../../model/bins/field-bins.ts";
import type { Field } from "../../vocabulary.ts";

/** What to read: a field of the customers table, or what an expression over that table makes of it. */
export interface ReadField extends Pick<Field, "name" | "type"> {
  readonly expression?: Sql;
}

/** Takes in one field chunk by chunk: text as numbers of a dictionary, everything else as numbers. */
export class FieldReader {
  readonly #field: ReadField;
  /** numbers of texts, -1 for the empty cell; else numbers, NaN for it */
  #cells: Int32Array | Float64Array;
  #read = 0;
  readonly #texts = new TextNumbers();

  constructor(field: ReadField) {
    this.#field = field;
    this.#cells = field.type === "text" ? new Int32Array(4096) : new Float64Array(4096);
  }

  read(column: Column, rows: number): void {
    const cells = this.#room(rows);
    if (cells instanceof Int32Array) this.#texts.read(column, rows, cells, this.#read);
    else if (!copyNumbers(column, rows, cells, this.#read)) {
      for (let row = 0; row < rows; row++) cells[this.#read + row] = numberOf(column.getItem(row));
    }
    this.#read += rows;
  }

  #room(rows: number): Int32Array | Float64Array {
    const cells = this.#cells;
    if (this.#read + rows > cells.length) {
      const size = Math.max(2 * cells.length, this.#read + rows);
      this.#cells = cells instanceof Int32Array ? new Int32Array(size) : new Float64Array(size);
      this.#cells.set(cells);
    }
    return this.#cells;
  }

  /** Makes bins from the first `forBins` records and writes the codes of the records at `places`. */
  encode(forBins: number, places: readonly number[], codes: Uint8Array): FieldBins {
    return this.#field.type === "text"
      ? this.#encodeText(forBins, places, codes)
      : this.#encodeNumber(forBins, places, codes);
  }

  /** The numbers of the records at `places`, as they were read. */
  numbers(places: readonly number[]): Float64Array {
    return Float64Array.from(places, (place) => this.#cells[place] ?? Number.NaN);
  }

  #encodeText(forBins: number, places: readonly number[], codes: Uint8Array): FieldBins {
    const values = this.#texts.texts();
    const counts = new Float64Array(values.length);
    let empty = 0;
    for (let place = 0; place < forBins; place++) {
      const entry = this.#cells[place] ?? -1;
      if (entry < 0) empty++;
      else counts[entry]! += 1;
    }
    const seen = new Map(values.map((value, entry) => [value, counts[entry]!] as const).filter(([, n]) => n > 0));
    const made = binTexts(this.#field.name, seen, empty);
    const codeOfEntry = Uint8Array.from(values, (value) => made.codeOf.get(value) ?? made.otherCode);
    for (const [index, place] of places.entries()) {
      const entry = this.#cells[place] ?? -1;
      codes[index] = entry < 0 ? 0 : codeOfEntry[entry]!;
    }
    return made;
  }

  #encodeNumber(forBins: number, places: readonly number[], codes: Uint8Array): FieldBins {
    const made = binNumbers(this.#field.name, Float64Array.from(this.#cells.subarray(0, forBins)));
    for (const [index, place] of places.entries()) {
      const value = this.#cells[place]!;
      codes[index] = Number.isNaN(value) ? 0 : codeOfNumber(made.uppers, value);
    }
    return made;
  }
}

/** NaN is the empty cell. Dates count in days, times in seconds. */
function numberOf(cell: unknown): number {
  switch (typeof cell) {
    case "number":
      return cell;
    case "bigint":
    case "boolean":
      return Number(cell);
    default:
      if (cell === null || cell === undefined) return Number.NaN;
      if (hasNumber(cell, "days")) return cell.days;
      if (hasBigint(cell, "micros")) return Number(cell.micros) / 1e6;
      throw new TypeError("A cell is neither a number, a date nor a time.");
  }
}

function hasNumber<K extends string>(cell: object, name: K): cell is Record<K, number> {
  return name in cell && typeof (cell as Record<K, unknown>)[name] === "number";
}

function hasBigint<K extends string>(cell: object, name: K): cell is Record<K, bigint> {
  return name in cell && typeof (cell as Record<K, unknown>)[name] === "bigint";
}
