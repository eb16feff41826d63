import { literal, type Sql } from "../database/sql-text.ts";
import { answerInWords, answerOf, wordsOfNo } from "../profiles/answer-of.ts";
import type { Field } from "../vocabulary.ts";
import type { Inquiry } from "./inquiry.ts";

/** Names and meanings of fields whose yes is an objection. */
const objection =
  /unsub|opt[_ -]?(ed[_ -]?)?out|do[_ -]?not|no[_ -]?(e?mail|sms|call|push|contact|marketing)|withdr|objec|refus|revok|block/i;

/** Whether a field's yes is an objection. An objection is respected; a mere "no" beside a customer may mean "never asked". */
export function isObjection({ name }: Field): boolean {
  return objection.test(name);
}

/** What a consent field of the customers table answers: yes, no or unknown. */
export function consentFlag(inquiry: Inquiry, field: Field): Sql {
  const flag = answerOf(inquiry.database, field);
  return isObjection(field) ? inquiry.database.fragment("actionability/opposite", { flag }) : flag;
}

/** Whether a suppression field tells to leave the customer alone. */
export function stopFlag(inquiry: Inquiry, field: Field): Sql {
  if (field.type !== "text") return answerOf(inquiry.database, field);
  return inquiry.database.fragment("actionability/stopped-by-text", {
    field: field.name,
    no: wordsOfNo.map(literal),
  });
}

/** What the `state` of a consents entry says, by the words its table has for yes. */
export function grantedBy(inquiry: Inquiry, state: string, words: readonly string[]): Sql {
  return answerInWords(inquiry.database, state, words.length ? words.map((word) => word.toLowerCase()) : undefined);
}
