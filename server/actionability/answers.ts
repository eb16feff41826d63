import { literal, type Sql } from "../database/sql-text.ts";
import type { Field } from "../vocabulary.ts";
import type { Inquiry } from "./inquiry.ts";

const yes = [
  "yes y true t 1 1.0 on ok active granted grant given subscribed subscribe subscribes opt-in opted-in opted_in optin",
  "confirmed accepted allowed agreed consented consent in ja oui si",
].flatMap((line) => line.split(" "));
const spacedYes = ["opt in", "opted in", "double opt-in", "double opt in", "sí"];
const no = ["no", "n", "false", "f", "0", "0.0", "off", "nein", "non"];
const unknown = ["unknown", "n/a", "na", "null", "none", "pending", "not asked", "unconfirmed", "-", "?"];

/** Names and meanings of fields whose yes is an objection. */
const objection =
  /unsub|opt[_ -]?(ed[_ -]?)?out|do[_ -]?not|no[_ -]?(e?mail|sms|call|push|contact|marketing)|withdr|objec|refus|revok|block/i;

/** Whether a field's yes is an objection. An objection is respected; a mere "no" beside a customer may mean "never asked". */
export function isObjection({ name }: Field): boolean {
  return objection.test(name);
}

const literals = (words: readonly string[]): readonly Sql[] => words.map(literal);

/** What a consent field of the customers table answers: yes, no or unknown. */
export function consentFlag(inquiry: Inquiry, field: Field): Sql {
  const flag = flagOf(inquiry, field);
  return isObjection(field) ? inquiry.database.fragment("actionability/opposite", { flag }) : flag;
}

/** Whether a suppression field tells to leave the customer alone. */
export function stopFlag(inquiry: Inquiry, field: Field): Sql {
  if (field.type !== "text") return flagOf(inquiry, field);
  return inquiry.database.fragment("actionability/stopped-by-text", {
    field: field.name,
    no: literals([...no, ...unknown]),
  });
}

/** What the `state` of a consents entry says, by the words its table has for yes. */
export function grantedBy(inquiry: Inquiry, state: string, words: readonly string[]): Sql {
  return inWords(inquiry, state, words.length ? words.map((word) => word.toLowerCase()) : [...yes, ...spacedYes]);
}

const flagQuery = {
  boolean: "actionability/flag-of-boolean",
  integer: "actionability/flag-of-number",
  number: "actionability/flag-of-number",
  date: "actionability/flag-of-time",
  time: "actionability/flag-of-time",
} as const;

function flagOf(inquiry: Inquiry, { name, type }: Field): Sql {
  if (type === "text") return inWords(inquiry, name, [...yes, ...spacedYes]);
  return inquiry.database.fragment(flagQuery[type], { field: name });
}

function inWords({ database }: Inquiry, field: string, words: readonly string[]): Sql {
  return database.fragment("actionability/flag-of-text", {
    field,
    yes: literals(words),
    unknown: literals(unknown.filter((word) => !words.includes(word))),
  });
}
