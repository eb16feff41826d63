import type { Database } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { relation } from "../database/sql-text.ts";
import type { Field, Table } from "../vocabulary.ts";

/**
 * The tables with keys that can be compared: where one file writes a customer's number as 17850.0 and another as 17850, both are
 * kept as numbers, each still written as its file writes it.
 */
export async function alikeKeys(database: Database, schema: string, tables: readonly Table[]): Promise<Table[]> {
  const customers = tables.find(({ kind }) => kind === "customers");
  let alike = [...tables];
  const joined = tables.filter(({ kind, layout }) => kind !== "customers" && layout.key !== null);
  for (const target of new Set(joined.map(({ layout }) => layout.joins ?? customers?.layout.key ?? null))) {
    if (!customers || target === null) continue;
    const keys = new Map([[customers.name, target]]);
    for (const { name, layout } of joined) {
      if (layout.key !== null && (layout.joins ?? customers.layout.key) === target) keys.set(name, layout.key);
    }
    alike = await asNumbers(database, schema, alike, keys);
  }
  return alike;
}

/** `keys`: by the name of the table. Nothing changes unless some are numbers, the others whole, and none too long. */
async function asNumbers(
  database: Database,
  schema: string,
  tables: readonly Table[],
  keys: ReadonlyMap<string, string>,
): Promise<Table[]> {
  const typeOf = ({ name, fields }: Table) => fields.find((field) => field.name === keys.get(name))?.type;
  const whole = tables.filter((table) => typeOf(table) === "integer");
  if (whole.length === 0 || !tables.some((table) => typeOf(table) === "number")) return [...tables];
  for (const { name } of whole) {
    const names = { table: relation(schema, name), field: keys.get(name) ?? "" };
    const { beyond } = await database.row("datasets/beyond-numbers", { beyond: count }, { names });
    if (beyond > 0) return [...tables];
  }
  const changed: Table[] = [];
  for (const table of tables) {
    const key = keys.get(table.name);
    if (!whole.includes(table) || key === undefined) {
      changed.push(table);
      continue;
    }
    await database.run("datasets/integers-as-numbers", {
      names: { table: relation(schema, table.name), field: key },
    });
    changed.push({ ...table, fields: table.fields.map((field) => (field.name === key ? asNumber(field) : field)) });
  }
  return changed;
}

function asNumber(field: Field): Field {
  return { ...field, type: "number", written: "0" };
}
