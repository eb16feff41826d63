import { type DuckDBAppender, DuckDBDateValue, DuckDBTimestampValue } from "@duckdb/node-api";
import type { Database } from "../../server/database/database.ts";
import { identifier, relation } from "../../server/database/sql-text.ts";
import type { Dataset, Field, FieldType, Table, TableKind, TableLayout } from "../../server/vocabulary.ts";
import { noLayout } from "./no-layout.ts";

export type Cell = string | number | boolean | null | undefined;
export type Row = Readonly<Record<string, Cell>>;

export interface TableContent {
  readonly rows: readonly Row[];
  /** else by the table's name: customers, events, consents, anything else is reference */
  readonly kind?: TableKind;
  /** else by the cells: all 2026-11-23 is a date, all 2026-11-23T09:40:00Z a time, all whole numbers integer */
  readonly types?: Readonly<Record<string, FieldType>>;
  readonly layout?: Partial<TableLayout>;
}

const sqlTypes: Record<FieldType, string> = {
  text: "varchar",
  integer: "bigint",
  number: "double",
  boolean: "boolean",
  date: "date",
  time: "timestamp",
};

const usualLayout: TableLayout = { ...noLayout, yes: ["true", "yes", "1", "granted"] };

/**
 * A dataset from JavaScript values, without files: `aDataset(database, { customers: [{ customer_id: "c1", age: 31 }] })`.
 * The fields are those of the first row, in its order. The key is the first field whose name ends in "id", unless the layout says another.
 */
export async function aDataset(
  database: Database,
  tables: Readonly<Record<string, readonly Row[] | TableContent>>,
  slug = "made-up",
): Promise<Dataset> {
  const schema = `dataset_${slug.replaceAll("-", "_")}`;
  await database.run({ name: "test/drop-schema", sql: `drop schema if exists ${identifier(schema).sql} cascade` });
  await database.run({ name: "test/create-schema", sql: `create schema ${identifier(schema).sql}` });
  const made: Table[] = [];
  for (const [name, given] of Object.entries(tables)) {
    const content: TableContent = "rows" in given ? given : { rows: given };
    made.push(await fillTable(database, schema, name, content));
  }
  return {
    slug,
    name: slug,
    schema,
    tables: made,
    loadedAt: "2026-11-23T09:40:00Z",
    warnings: [],
    fingerprint: `fingerprint of ${slug}`,
  };
}

async function fillTable(database: Database, schema: string, name: string, content: TableContent): Promise<Table> {
  const slugs = new Set<string>();
  const fields: Field[] = Object.keys(content.rows[0] ?? content.types ?? {}).map((field) => ({
    name: field,
    slug: freeSlug(field, slugs),
    type: content.types?.[field] ?? typeOf(content.rows.map((row) => row[field])),
  }));
  const columns = fields.map((field) => `${identifier(field.name).sql} ${sqlTypes[field.type]}`).join(", ");
  await database.run({ name: "test/create-table", sql: `create table ${relation(schema, name).sql} (${columns})` });
  await database.append(schema, name, async (appender) => {
    for (const row of content.rows) {
      for (const field of fields) appendCell(appender, field.type, row[field.name]);
      appender.endRow();
    }
  });
  return {
    name,
    slug: freeSlug(name, new Set()),
    kind: content.kind ?? kindOf(name),
    records: content.rows.length,
    fields,
    layout: { ...usualLayout, key: fields.find((field) => /id$/i.test(field.name))?.name ?? null, ...content.layout },
    sha256: "0".repeat(64),
    rejected: 0,
    copiesRemoved: 0,
  };
}

function kindOf(name: string): TableKind {
  return name === "customers" || name === "events" || name === "consents" ? name : "reference";
}

function typeOf(cells: readonly Cell[]): FieldType {
  const filled = cells.filter((cell) => cell !== null && cell !== undefined);
  const all = (test: (cell: Cell) => boolean) => filled.length > 0 && filled.every(test);
  if (all((cell) => typeof cell === "boolean")) return "boolean";
  if (all((cell) => Number.isInteger(cell))) return "integer";
  if (all((cell) => typeof cell === "number")) return "number";
  if (all((cell) => typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell))) return "date";
  if (all((cell) => typeof cell === "string" && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/.test(cell)))
    return "time";
  return "text";
}

function appendCell(appender: DuckDBAppender, type: FieldType, cell: Cell): void {
  if (cell === null || cell === undefined) appender.appendNull();
  else if (type === "boolean") appender.appendBoolean(Boolean(cell));
  else if (type === "integer") appender.appendBigInt(BigInt(cell));
  else if (type === "number") appender.appendDouble(Number(cell));
  else if (type === "date") appender.appendDate(new DuckDBDateValue(Date.parse(`${cell}`) / 86_400_000));
  else if (type === "time") appender.appendTimestamp(new DuckDBTimestampValue(BigInt(instantOf(`${cell}`)) * 1000n));
  else appender.appendVarchar(`${cell}`);
}

function instantOf(text: string): number {
  return Date.parse(`${text.replace(" ", "T").replace(/Z$/, "")}Z`);
}

function freeSlug(name: string, taken: Set<string>): string {
  const plain =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "field";
  let slug = plain;
  for (let number = 2; taken.has(slug); number++) slug = `${plain}-${number}`;
  taken.add(slug);
  return slug;
}
