/** Reads one cell of a result. Throws where the database gave something else than the caller relies on. */
export type Reader<T> = (cell: unknown) => T;
export type Shape = Readonly<Record<string, Reader<unknown>>>;
export type RowOf<S extends Shape> = { readonly [K in keyof S]: ReturnType<S[K]> };

/** Whole numbers; a bigint beyond 2^53 is refused rather than rounded. */
export function count(cell: unknown): number {
  const number = typeof cell === "bigint" ? Number(cell) : cell;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) throw new TypeError(`not a count: ${typeof cell}`);
  return number;
}

export function real(cell: unknown): number {
  const number = typeof cell === "bigint" ? Number(cell) : cell;
  if (typeof number !== "number" || Number.isNaN(number)) throw new TypeError(`not a number: ${typeof cell}`);
  return number;
}

export function text(cell: unknown): string {
  if (typeof cell !== "string") throw new TypeError(`not text: ${typeof cell}`);
  return cell;
}

export function flag(cell: unknown): boolean {
  if (typeof cell !== "boolean") throw new TypeError(`not a flag: ${typeof cell}`);
  return cell;
}

/** Dates and timestamps as ISO 8601 in UTC, to the second: 2026-11-23T09:40:00Z. */
export function time(cell: unknown): string {
  if (!(cell instanceof Date)) throw new TypeError(`not a time: ${typeof cell}`);
  return `${cell.toISOString().slice(0, 19)}Z`;
}

export function json<T>(cell: unknown): T {
  return JSON.parse(text(cell)) as T;
}

export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (cell) => {
    if (!Array.isArray(cell)) throw new TypeError(`not a list: ${typeof cell}`);
    return cell.map(read);
  };
}

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (cell) => (cell === null || cell === undefined ? null : read(cell));
}
