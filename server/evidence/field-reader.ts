import type { Sql } from "../database/sql-text.ts";
import { binNumbers, codeOfNumber } from "../model/bin-numbers.ts";
import { binTexts } from "../model/bin-texts.ts";
import type { FieldBins } from "../model/field-bins.ts";
import type { Field } from "../vocabulary.ts";

/** A column of a result, as far as the reader needs it. */
export interface Column {
  getItem(row: number): unknown;
}

/** What to read: a field of the customers table, or what an expression over that table makes of it. */
export interface ReadField extends Pick<Field, "name" | "type"> {
  readonly expression?: Sql;
}

/** Takes in one field chunk by chunk: text as numbers of a dictionary, everything else as numbers. */
export class FieldReader {
  readonly #field: ReadField;
  readonly #cells: number[] = [];
  readonly #dictionary = new Map<string, number>();

  constructor(field: ReadField) {
    this.#field = field;
  }

  read(column: Column, rows: number): void {
    if (this.#field.type === "text") {
      for (let row = 0; row < rows; row++) this.#cells.push(this.#entryOf(column.getItem(row) as string | null));
    } else {
      for (let row = 0; row < rows; row++) this.#cells.push(numberOf(column.getItem(row)));
    }
  }

  /** Makes bins from the first `forBins` records and writes the codes of the records at `places`. */
  encode(forBins: number, places: readonly number[], codes: Uint8Array): FieldBins {
    return this.#field.type === "text"
      ? this.#encodeText(forBins, places, codes)
      : this.#encodeNumber(forBins, places, codes);
  }

  #entryOf(value: string | null): number {
    if (value === null) return -1;
    let entry = this.#dictionary.get(value);
    if (entry === undefined) {
      entry = this.#dictionary.size;
      this.#dictionary.set(value, entry);
    }
    return entry;
  }

  #encodeText(forBins: number, places: readonly number[], codes: Uint8Array): FieldBins {
    const counts = new Float64Array(this.#dictionary.size);
    let empty = 0;
    for (let place = 0; place < forBins; place++) {
      const entry = this.#cells[place] ?? -1;
      if (entry < 0) empty++;
      else counts[entry]! += 1;
    }
    const values = [...this.#dictionary.keys()];
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
    const made = binNumbers(this.#field.name, Float64Array.from(this.#cells.slice(0, forBins)));
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
