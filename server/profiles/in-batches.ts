import type { Database } from "../database/database.ts";
import type { RowOf, Shape } from "../database/shape.ts";
import { type Sql, unionAll } from "../database/sql-text.ts";

/** Planning one statement over a dozen fields or so costs less than as many statements, and less memory than one over hundreds. */
const batchSize = 16;

export interface BatchOptions {
  readonly signal?: AbortSignal | undefined;
  /** a query with a place {pieces} that reads the pieces, instead of the pieces themselves */
  readonly within?: string | undefined;
  readonly done?: ((count: number) => void) | undefined;
}

/** One query over many fields: a piece for each, joined in statements of a dozen pieces or so; `name` is for errors. */
export async function rowsInBatches<T, S extends Shape>(
  database: Database,
  name: string,
  items: readonly T[],
  piece: (item: T) => Sql,
  shape: S,
  options: BatchOptions = {},
): Promise<RowOf<S>[]> {
  const rows: RowOf<S>[] = [];
  for (let start = 0; start < items.length; start += batchSize) {
    const batch = items.slice(start, start + batchSize);
    const joined = unionAll(batch.map(piece));
    const query = options.within ? database.fragment(options.within, { pieces: joined }) : joined;
    rows.push(...(await database.rows({ name, ...query }, shape, { signal: options.signal })));
    options.done?.(start + batch.length);
  }
  return rows;
}
