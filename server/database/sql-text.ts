import { quotedIdentifier, quotedString } from "@duckdb/node-api";

/** A piece of SQL that may be put into a query as it stands. Made only in this folder, and by the gate. */
export type Sql = { readonly sql: string };

/** What a `{name}` in a query file may stand for: an identifier, a list of them, or SQL made behind this door. */
export type Name = string | readonly string[] | Sql | readonly Sql[];
export type Names = Readonly<Record<string, Name>>;

/** The only place where an identifier becomes text. Never split a name on ".": `emp.var.rate` is one field. */
export function identifier(name: string): Sql {
  return { sql: quotedIdentifier(name) };
}

/** A table of a dataset, with its schema. */
export function relation(schema: string, table: string): Sql {
  return { sql: `${quotedIdentifier(schema)}.${quotedIdentifier(table)}` };
}

/**
 * A number or a text that a fragment needs in more than one place, where a bound `$name` cannot differ.
 * Braces are spelled by their number: a text such as "{field}" must not look like a place to fill.
 */
export function literal(value: number | string): Sql {
  if (typeof value === "string") {
    const parts = value.split("{").map((part) => quotedString(part));
    return { sql: parts.length === 1 ? parts.join("") : `(${parts.join(" || chr(123) || ")})` };
  }
  if (!Number.isFinite(value)) throw new TypeError("A literal must be a finite number.");
  return { sql: Number.isSafeInteger(value) ? String(value) : `${value}::double` };
}

export function unionAll(queries: readonly Sql[]): Sql {
  return { sql: queries.map((query) => query.sql).join("\nunion all\n") };
}

/** Puts names into the `{name}` places of a query file. Throws on a place without a name and on a name without a place. */
export function fillNames(text: string, names: Names): string {
  const used = new Set<string>();
  const filled = text.replace(/\{([a-z_]+)\}/g, (_, place: string) => {
    const name = names[place];
    if (name === undefined) throw new Error(`The query has a place {${place}} that nothing fills.`);
    used.add(place);
    return asText(name);
  });
  const idle = Object.keys(names).filter((name) => !used.has(name));
  if (idle.length) throw new Error(`The query has no place for ${idle.join(", ")}.`);
  return filled;
}

function asText(name: Name): string {
  if (typeof name === "string") return quotedIdentifier(name);
  if ("sql" in name) return name.sql;
  return name.map((part) => (typeof part === "string" ? quotedIdentifier(part) : part.sql)).join(", ");
}
