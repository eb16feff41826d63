import type { Database } from "../database/database.ts";
import { literal, type Sql } from "../database/sql-text.ts";
import type { Field } from "../vocabulary.ts";

type Fragments = Pick<Database, "fragment">;

const yes = [
  "yes y true t 1 1.0 on ok active granted grant given subscribed subscribe subscribes opt-in opted-in opted_in optin",
  "confirmed accepted allowed agreed consented consent in ja oui si",
].flatMap((line) => line.split(" "));
const spacedYes = ["opt in", "opted in", "double opt-in", "double opt in", "sí"];
const unknown = ["unknown", "n/a", "na", "null", "none", "pending", "not asked", "unconfirmed", "-", "?"];
export const wordsOfNo = ["no", "n", "false", "f", "0", "0.0", "off", "nein", "non", ...unknown];

const queries = {
  boolean: "actionability/flag-of-boolean",
  integer: "actionability/flag-of-number",
  number: "actionability/flag-of-number",
  date: "actionability/flag-of-time",
  time: "actionability/flag-of-time",
} as const;

/** What a field of yes and no answers: true, false, or null for unknown. A number is yes unless 0, a time is yes. */
export function answerOf(database: Fragments, { name, type }: Pick<Field, "name" | "type">): Sql {
  return type === "text" ? answerInWords(database, name) : database.fragment(queries[type], { field: name });
}

/** The answer of a text, by the words that mean yes, lower case; words that are neither yes nor unknown mean no. */
export function answerInWords(
  database: Fragments,
  field: string | Sql,
  words: readonly string[] = [...yes, ...spacedYes],
): Sql {
  return database.fragment("actionability/flag-of-text", {
    field,
    yes: words.map(literal),
    unknown: unknown.filter((word) => !words.includes(word)).map(literal),
  });
}
