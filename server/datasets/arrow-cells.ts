import { type Data, DataType, DateUnit, Precision, TimeUnit, Vector } from "apache-arrow";
import type { Cell, ColumnType } from "../database/append-columns.ts";
import { clockText, decimalText, jsonText, wholeOf } from "./arrow-texts.ts";

/** How the cells of one Arrow column are kept. */
export interface ArrowCells {
  readonly type: ColumnType;
  /** what a reader should know of it, once every cell is read */
  readonly note: ArrowNote | null;
  /** the cells of one batch; only of places that are filled */
  readonly of: (data: Data) => (at: number) => Cell;
}

export type ArrowNote = "json" | "hexadecimal" | "milliseconds" | "cut";

const perSecond: Readonly<Record<TimeUnit, bigint>> = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1_000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
};
const dayMilliseconds = 86_400_000;
const noNote = { note: null };

/** The database's type for an Arrow type, and how its values get there without loss; what has none becomes text. */
export function arrowCells(type: DataType): ArrowCells {
  if (DataType.isDictionary(type)) return dictionaryCells(type.dictionary);
  if (DataType.isInt(type)) {
    if (type.bitWidth < 64) return { type: "bigint", ...noNote, of: got((cell: number) => BigInt(cell)) };
    if (type.isSigned) return { type: "bigint", ...noNote, of: got((cell: bigint) => cell) };
    return { type: "varchar", ...noNote, of: got((cell: bigint) => String(cell)) };
  }
  if (DataType.isFloat(type)) {
    const number = type.precision === Precision.DOUBLE ? "double" : "float";
    return { type: number, ...noNote, of: got((cell: number) => cell) };
  }
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isUtf8View(type)) {
    return { type: "varchar", ...noNote, of: got((cell: string) => cell) };
  }
  if (DataType.isBool(type)) return { type: "boolean", ...noNote, of: got((cell: boolean) => cell) };
  if (DataType.isDecimal(type)) return decimalCells(type.precision, type.scale);
  if (DataType.isDate(type)) return dateCells(type.unit);
  if (DataType.isTimestamp(type)) return timestampCells(type.unit, Boolean(type.timezone));
  if (DataType.isTime(type)) {
    const { unit } = type;
    return { type: "varchar", ...noNote, of: raw((cell) => clockText(cell, perSecond[unit])) };
  }
  if (DataType.isDuration(type)) return durationCells(type.unit);
  if (DataType.isNull(type)) return { type: "varchar", ...noNote, of: () => () => null };
  if (
    DataType.isBinary(type) ||
    DataType.isLargeBinary(type) ||
    DataType.isBinaryView(type) ||
    DataType.isFixedSizeBinary(type)
  ) {
    const hexadecimal = (cell: Uint8Array) => Buffer.from(cell).toString("hex");
    return { type: "varchar", note: "hexadecimal", of: got(hexadecimal) };
  }
  return { type: "varchar", note: "json", of: got((cell) => jsonText(type, cell)) };
}

/** The value as apache-arrow gives it. */
function got<T>(cell: (value: T) => Cell): ArrowCells["of"] {
  return (data) => {
    const vector = new Vector([data]);
    return (at) => cell(vector.get(at) as T);
  };
}

/** The whole number as it lies in the file: apache-arrow's own values of times are rounded. */
function raw(cell: (value: bigint) => Cell): ArrowCells["of"] {
  return ({ values }) => {
    const numbers = values as Int32Array | BigInt64Array;
    return (at) => cell(BigInt(numbers[at] ?? missing()));
  };
}

function missing(): never {
  throw new Error("a column that ends before its batch");
}

function dictionaryCells(type: DataType): ArrowCells {
  const inner = arrowCells(type);
  let last: Vector | undefined;
  let words: Cell[] = [];
  return {
    type: inner.type,
    get note() {
      return inner.note;
    },
    of: ({ dictionary, values }) => {
      if (dictionary && dictionary !== last) {
        last = dictionary;
        words = dictionary.data.flatMap((data) => {
          const word = inner.of(data);
          return Array.from({ length: data.length }, (_, at) => (data.getValid(at) ? word(at) : null));
        });
      }
      const codes = values as Int32Array;
      return (at) => {
        const word = words[Number(codes[at] ?? missing())];
        if (word === undefined) throw new Error("a code without a word");
        return word;
      };
    },
  };
}

function decimalCells(precision: number, scale: number): ArrowCells {
  const words = (cell: (value: bigint) => Cell) =>
    (({ values, stride }) =>
      (at) =>
        cell(wholeOf((values as Uint32Array).subarray(at * stride, (at + 1) * stride)))) satisfies ArrowCells["of"];
  if (precision > 38 || scale < 0 || scale > precision) {
    return { type: "varchar", ...noNote, of: words((cell) => decimalText(cell, scale)) };
  }
  return {
    type: { precision, scale },
    ...noNote,
    of: words((cell) => cell),
  };
}

function dateCells(unit: DateUnit): ArrowCells {
  const days = (cell: bigint) => (unit === DateUnit.DAY ? Number(cell) : Math.floor(Number(cell) / dayMilliseconds));
  return { type: "date", ...noNote, of: raw(days) };
}

function timestampCells(unit: TimeUnit, zoned: boolean): ArrowCells {
  let cut = false;
  const micros = (cell: bigint) => {
    if (unit !== TimeUnit.NANOSECOND) return (cell * 1_000_000n) / perSecond[unit];
    if (cell % 1_000n !== 0n) cut = true;
    return floored(cell, 1_000n);
  };
  return {
    type: zoned ? "timestamptz" : "timestamp",
    get note() {
      return cut ? ("cut" as const) : null;
    },
    of: raw(micros),
  };
}

function durationCells(unit: TimeUnit): ArrowCells {
  const finer = perSecond[unit] / 1_000n;
  const milliseconds = (cell: bigint) => (finer > 0n ? floored(cell, finer) : cell * 1_000n);
  return { type: "bigint", note: "milliseconds", of: raw(milliseconds) };
}

function floored(cell: bigint, by: bigint): bigint {
  return (cell - (((cell % by) + by) % by)) / by;
}
