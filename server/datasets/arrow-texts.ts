import { DataType } from "apache-arrow";

/** 12:30:05 or 12:30:05.25, of a count since midnight. */
export function clockText(cell: bigint, perSecond: bigint): string {
  const seconds = Number(cell / perSecond);
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  const digits = String(perSecond).length - 1;
  const fraction =
    digits === 0
      ? ""
      : String(cell % perSecond)
          .padStart(digits, "0")
          .replace(/0+$/, "");
  const clock = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return fraction ? `${clock}.${fraction}` : clock;
}

/** A signed whole number from its 32-bit words, the smallest first. */
export function wholeOf(words: Uint32Array): bigint {
  let whole = 0n;
  for (let at = words.length - 1; at >= 0; at--) whole = (whole << 32n) | BigInt(words[at] ?? 0);
  return BigInt.asIntN(words.length * 32, whole);
}

export function decimalText(whole: bigint, scale: number): string {
  if (scale <= 0) return String(whole * 10n ** BigInt(-scale));
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, "0");
  return `${whole < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A list, a record or anything else without a type of ours, as JSON. */
export function jsonText(type: DataType, cell: unknown): string {
  return JSON.stringify(plain(type, cell));
}

function plain(type: DataType, cell: unknown): unknown {
  if (cell === null || cell === undefined) return null;
  if (DataType.isDictionary(type)) return plain(type.dictionary, cell);
  if (DataType.isList(type) || DataType.isLargeList(type) || DataType.isFixedSizeList(type)) {
    const { valueType } = type as { readonly valueType: DataType };
    return [...(cell as Iterable<unknown>)].map((one) => plain(valueType, one));
  }
  if (DataType.isStruct(type)) {
    const record = cell as Readonly<Record<string, unknown>>;
    return Object.fromEntries(type.children.map(({ name, type: child }) => [name, plain(child, record[name])]));
  }
  if (DataType.isMap(type)) {
    const value = type.valueType as DataType;
    return Object.fromEntries(
      [...(cell as Iterable<[unknown, unknown]>)].map(([key, one]) => [String(key), plain(value, one)]),
    );
  }
  if (DataType.isDecimal(type)) return decimalText(wholeOf(cell as Uint32Array), type.scale);
  if (DataType.isDate(type)) return new Date(Number(cell)).toISOString().slice(0, 10);
  if (DataType.isTimestamp(type)) return new Date(Number(cell)).toISOString();
  if (typeof cell === "bigint") return Number.isSafeInteger(Number(cell)) ? Number(cell) : String(cell);
  if (cell instanceof Uint8Array) return Buffer.from(cell).toString("hex");
  if (ArrayBuffer.isView(cell)) return [...(cell as Int32Array)];
  return cell;
}
