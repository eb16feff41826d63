import { DuckDBBigIntVector, DuckDBDateVector, DuckDBDoubleVector, DuckDBTimestampVector } from "@duckdb/node-api";

/** A column of a result, as far as it is read cell by cell. */
export interface Column {
  getItem(row: number): unknown;
}

/**
 * Copies the numbers of a chunk out of the engine's own memory: days of dates, seconds of times, NaN for the empty cell.
 * False where the column is of another type: then nothing was written, and it must be read cell by cell.
 */
export function copyNumbers(column: Column, rows: number, into: Float64Array, at: number): boolean {
  if (!("items" in column)) return false;
  const { items } = column;
  if ((column instanceof DuckDBDoubleVector || column instanceof DuckDBDateVector) && isNumbers(items)) {
    for (let row = 0; row < rows; row++) into[at + row] = items[row] ?? Number.NaN;
  } else if (column instanceof DuckDBBigIntVector && items instanceof BigInt64Array) {
    copyWhole(items, rows, into, at, 1);
  } else if (column instanceof DuckDBTimestampVector && items instanceof BigInt64Array) {
    copyWhole(items, rows, into, at, 1e6);
  } else return false;
  const filled = filledBits(column);
  if (filled) for (let row = 0; row < rows; row++) if (!filled(row)) into[at + row] = Number.NaN;
  return true;
}

function isNumbers(items: unknown): items is Float64Array | Int32Array {
  return items instanceof Float64Array || items instanceof Int32Array;
}

/** Whole numbers of 64 bits by their halves: many times faster than one BigInt a cell, and rounded in the same way. */
function copyWhole(items: BigInt64Array, rows: number, into: Float64Array, at: number, unit: number): void {
  const halves = new Int32Array(items.buffer, items.byteOffset, 2 * rows);
  for (let row = 0; row < rows; row++) {
    const whole = halves[2 * row + 1]! * 4_294_967_296 + (halves[2 * row]! >>> 0);
    into[at + row] = unit === 1 ? whole : whole / unit;
  }
}

/** Is the cell of a row filled? Null where every cell is. */
export function filledBits(column: Column): ((row: number) => boolean) | null {
  const validity = "validity" in column ? column.validity : null;
  if (typeof validity !== "object" || validity === null || !("data" in validity) || !("offset" in validity))
    return null;
  const { data, offset } = validity;
  if (!(data instanceof BigUint64Array) || typeof offset !== "number") return null;
  const bits = new Uint32Array(data.buffer, data.byteOffset, 2 * data.length);
  return (row) => ((bits[(offset + row) >>> 5]! >>> ((offset + row) & 31)) & 1) === 1;
}
