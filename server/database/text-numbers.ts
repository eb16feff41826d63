import { DuckDBVarCharVector } from "@duckdb/node-api";
import { type Column, filledBits } from "./read-vector.ts";

/** Slots of the table of short texts; half of them are used at most. */
const slots = 8192;
/** The engine keeps a text of up to so many bytes beside its length, in 16 bytes. */
const shortText = 12;

/** Numbers the texts of a column in the order they are met. A short text is known again by its bytes, without being decoded. */
export class TextNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #words = new Int32Array(4 * slots);
  readonly #numberAt = new Int32Array(slots).fill(-1);
  #used = 0;

  /** The texts met so far, by number. */
  texts(): string[] {
    return [...this.#numbers.keys()];
  }

  /** Writes the number of each cell of a chunk, -1 for the empty cell. */
  read(column: Column, rows: number, into: Int32Array, at: number): void {
    const words = wordsOf(column, rows);
    const filled = words && filledBits(column);
    for (let row = 0; row < rows; row++) {
      if (!words) into[at + row] = this.#numberOf(column.getItem(row));
      else if (filled && !filled(row)) into[at + row] = -1;
      else into[at + row] = this.#look(column, row, words);
    }
  }

  #look(column: Column, row: number, words: Int32Array): number {
    const [length, a, b, c] = [words[4 * row]!, words[4 * row + 1]!, words[4 * row + 2]!, words[4 * row + 3]!];
    if (length > shortText) return this.#numberOf(column.getItem(row));
    let hash = Math.imul(length ^ Math.imul(a, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35);
    hash = Math.imul((hash ^ (hash >>> 13)) + c, 0x27d4eb2f);
    let slot = (hash ^ (hash >>> 16)) & (slots - 1);
    const known = this.#words;
    for (; this.#numberAt[slot]! >= 0; slot = (slot + 1) & (slots - 1)) {
      const at = 4 * slot;
      if (known[at] === length && known[at + 1] === a && known[at + 2] === b && known[at + 3] === c) {
        return this.#numberAt[slot]!;
      }
    }
    const number = this.#numberOf(column.getItem(row));
    if (2 * this.#used < slots) {
      this.#used++;
      this.#numberAt[slot] = number;
      known.set([length, a, b, c], 4 * slot);
    }
    return number;
  }

  #numberOf(text: unknown): number {
    if (typeof text !== "string") return -1;
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number;
  }
}

/** The engine's own 16 bytes of each text as four words; null where the column is no text of the engine. */
function wordsOf(column: Column, rows: number): Int32Array | null {
  if (!("dataView" in column)) return null;
  const view = column.dataView;
  const isText = column instanceof DuckDBVarCharVector;
  if (!isText || !(view instanceof DataView) || view.byteOffset % 4 !== 0) return null;
  return new Int32Array(view.buffer, view.byteOffset, 4 * rows);
}
