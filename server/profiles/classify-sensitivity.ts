import type { Sensitivity } from "../vocabulary.ts";
import type { Clues } from "./clues.ts";
import { meaningOf } from "./meanings.ts";
import { tellsSpecialMatter } from "./special-words.ts";

export interface Classified<T> {
  readonly is: T;
  readonly reason: string;
}

/** Meanings whose values may tell about health or belief without naming it. */
const telling = new Set([
  "product",
  "category",
  "text",
  "free-text",
  "segment",
  "event-kind",
  "purpose",
  "campaign",
  "url",
  "status",
]);

/**
 * How sensitive a field is (contract 2): `identifying` points at one person by itself, `special` is GDPR Art. 9 and 10,
 * children and credentials, by name or by inference from the values; other facts about a person are `personal`.
 */
export function classifySensitivity(code: string, clues: Clues): Classified<Sensitivity> {
  const meaning = meaningOf(code);
  const label = meaning.label.toLowerCase();
  if (meaning.sensitivity === "special") return { is: "special", reason: `${meaning.label} is specially protected.` };
  if (!clues.aboutCustomers && meaning.group !== "person" && !meaning.direct) {
    return { is: "none", reason: "This table is not about customers." };
  }
  if (telling.has(code) && clues.aboutCustomers && tells(clues)) {
    return {
      is: "special",
      reason: "Some of its values tell about health, belief or another specially protected matter.",
    };
  }
  if (meaning.sensitivity === "identifying") {
    return { is: "identifying", reason: `${article(label)} points to one person by itself or nearly so.` };
  }
  if (meaning.sensitivity === "none") {
    return {
      is: "none",
      reason: code === "empty" ? "It says nothing about anybody." : "It is about the record, not about the person.",
    };
  }
  return { is: "personal", reason: "It is a fact about a person." };
}

function tells({ facts }: Clues): boolean {
  return [...facts.sample, ...facts.top.map(({ value }) => value ?? "")].some(tellsSpecialMatter);
}

function article(label: string): string {
  const noun = label.replace(/^ip /, "IP ").replace(/^vat /, "VAT ").replace("(iban)", "(IBAN)");
  return `${/^([aeio]|ip)/i.test(noun) ? "An" : "A"} ${noun}`;
}
