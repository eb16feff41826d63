import {
  BIGINT,
  BOOLEAN,
  DATE,
  DECIMAL,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  FLOAT,
  TIMESTAMP,
  TIMESTAMPTZ,
  VARCHAR,
} from "@duckdb/node-api";

/** A column that JavaScript fills. */
export type ColumnType =
  | "bigint"
  | "double"
  | "float"
  | "varchar"
  | "boolean"
  | "date"
  | "timestamp"
  | "timestamptz"
  | { readonly precision: number; readonly scale: number };

/** Dates are whole days, times whole microseconds since 1970 in UTC, decimals whole numbers without their point. */
export type Cell = bigint | number | string | boolean | null;

/** Puts up to 2,048 records into the table: one list of cells a column. */
export type AppendRecords = (columns: readonly (readonly Cell[])[]) => void;

interface Kept {
  readonly type: DuckDBType;
  readonly value: (cell: Cell) => DuckDBValue;
}

const asItIs = (cell: Cell): DuckDBValue => cell;
const plain: Readonly<Record<Exclude<ColumnType, object>, Kept>> = {
  bigint: { type: BIGINT, value: asItIs },
  double: { type: DOUBLE, value: asItIs },
  float: { type: FLOAT, value: asItIs },
  varchar: { type: VARCHAR, value: asItIs },
  boolean: { type: BOOLEAN, value: asItIs },
  date: { type: DATE, value: (cell) => new DuckDBDateValue(Number(cell)) },
  timestamp: { type: TIMESTAMP, value: (cell) => new DuckDBTimestampValue(whole(cell)) },
  timestamptz: { type: TIMESTAMPTZ, value: (cell) => new DuckDBTimestampTZValue(whole(cell)) },
};

/** Fills a table of this connection, column by column. The rows are kept when `fill` returns. */
export async function appendColumns(
  connection: DuckDBConnection,
  table: string,
  types: readonly ColumnType[],
  fill: (append: AppendRecords) => Promise<void>,
): Promise<void> {
  const kept = types.map(keptAs);
  const appender = await connection.createAppender(table);
  await fill((columns) => {
    const chunk = DuckDBDataChunk.create(
      kept.map(({ type }) => type),
      columns[0]?.length ?? 0,
    );
    for (const [at, { value }] of kept.entries()) {
      chunk.setColumnValues(at, columns[at]?.map((cell) => (cell === null ? null : value(cell))) ?? []);
    }
    appender.appendDataChunk(chunk);
  });
  appender.closeSync();
}

function keptAs(type: ColumnType): Kept {
  if (typeof type === "string") return plain[type];
  const { precision, scale } = type;
  return {
    type: DECIMAL(precision, scale),
    value: (cell) => new DuckDBDecimalValue(whole(cell), precision, scale),
  };
}

function whole(cell: Cell): bigint {
  if (typeof cell !== "bigint") throw new TypeError(`not a whole number: ${typeof cell}`);
  return cell;
}
