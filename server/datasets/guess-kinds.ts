import type { Field, TableKind } from "../vocabulary.ts";
import { keyCandidates, layoutByNames, namesConsents, namesCustomers, namesEvents } from "./layout-words.ts";

export interface KeyFact {
  readonly field: string;
  readonly filled: number;
  readonly distinct: number;
}

export interface TableFacts {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly records: number;
  /** of every field that may be a key, likeliest first */
  readonly keys: readonly KeyFact[];
  /** what a person said */
  readonly given: { readonly kind: TableKind | null; readonly key: string | null };
}

export interface Guess {
  readonly kind: TableKind;
  readonly key: string | null;
  /** whether a person, or a name, says that it is about customers; an e-mail address alone is held of staff too */
  readonly sure: boolean;
}

/** A table's kind and key, seen by itself. Which of several customers tables stays one is decided over all tables. */
export function guessKind(table: TableFacts, alone: boolean): Guess {
  const { person, mail } = keyCandidates(table.fields);
  const key = table.given.key ?? likeliestKey(table, person);
  if (table.given.kind) return { kind: table.given.kind, key, sure: true };
  const layout = layoutByNames(table.fields, "events", key);
  const consents = layoutByNames(table.fields, "consents", key);
  const { updated } = layoutByNames(table.fields, "customers", key);
  const fact = table.keys.find(({ field }) => field === key);
  const repeats = fact !== undefined && fact.distinct < fact.filled;
  if (key && (namesConsents(table.name) || (consents.state && consents.channel && consents.at))) {
    return { kind: "consents", key, sure: true };
  }
  const timed = layout.at !== null && layout.at !== updated;
  const often = fact !== undefined && fact.distinct < 0.9 * fact.filled;
  const happens = repeats && (often || layout.event !== null) && !namesCustomers(table.name);
  if (key && timed && (namesEvents(table.name) || happens)) return { kind: "events", key, sure: true };
  if (alone) {
    const told = table.given.key !== null || !repeats || person.includes(key ?? "");
    return { kind: "customers", key: told ? key : null, sure: true };
  }
  const once = !repeats || updated !== null || namesCustomers(table.name);
  const unique = fact !== undefined && fact.filled > 0 && once;
  const personal = key !== null && (person.includes(key) || namesCustomers(table.name));
  const sure = namesCustomers(table.name) || !mail.includes(key ?? "");
  return { kind: personal && unique ? "customers" : "reference", key, sure };
}

/** The first field named after people; else the first whose every value is different; else any that is filled. */
function likeliestKey(table: TableFacts, person: readonly string[]): string | null {
  const filled = table.keys.filter((fact) => fact.filled > 0);
  const unique = filled.filter(({ distinct, filled: cells }) => distinct === cells && cells === table.records);
  const first =
    unique.find(({ field }) => person.includes(field)) ??
    filled.find(({ field }) => person.includes(field)) ??
    unique[0] ??
    filled[0];
  return first?.field ?? null;
}
