import type { Sql } from "../database/sql-text.ts";
import type { Inquiry } from "./inquiry.ts";

type Fragments = Pick<Inquiry["database"], "fragment">;

/** Every one of several conditions holds; true where there are none. A chain of "and": lists cost a row each. */
export function allOf(database: Fragments, conditions: readonly Sql[]): Sql {
  return fold(database, "actionability/both-of", database.fragment("actionability/always"), conditions);
}

/** One of several conditions holds; false where there are none. */
export function anyOf(database: Fragments, conditions: readonly Sql[]): Sql {
  return fold(database, "actionability/either-of", database.fragment("actionability/never"), conditions);
}

function fold(database: Fragments, query: string, start: Sql, conditions: readonly Sql[]): Sql {
  return conditions.reduce((one, other) => database.fragment(query, { one, other }), start);
}

/** One sum of several; there must be one at least. */
export function sumOf({ database }: Pick<Inquiry, "database">, parts: readonly Sql[]): Sql {
  return parts.reduce((one, other) => database.fragment("actionability/sum-of", { one, other }));
}
