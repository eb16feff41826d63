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
  const candidates = keyCandidates(table.fields);
  const { person, mail } = candidates;
  const key = table.given.key ?? likeliestKey(table, candidates);
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
  const numbered = key !== null && candidates.number.includes(key);
  const addressed = table.keys.some(({ field, filled }) => filled > 0 && mail.includes(field));
  const personal = key !== null && (numbered || addressed || namesCustomers(table.name));
  const sure = namesCustomers(table.name) || numbered;
  return { kind: personal && unique ? "customers" : "reference", key, sure };
}

/**
 * What names each record once comes first: a number of people, then an id of the record's own beside an address, then the address.
 * Where nothing does: a number of people that is filled, an address, any id.
 */
function likeliestKey(table: TableFacts, { number, mail, own }: ReturnType<typeof keyCandidates>): string | null {
  const filled = table.keys.filter((fact) => fact.filled > 0);
  const unique = filled.filter(({ distinct, filled: cells }) => distinct === cells && cells === table.records);
  const first = (facts: readonly KeyFact[], fields: readonly string[]) =>
    facts.find(({ field }) => fields.includes(field));
  const numbered = first(unique, number);
  if (numbered) return numbered.field;
  const addressed = first(unique, mail);
  const key =
    (addressed && (first(unique, own) ?? addressed)) ??
    first(filled, number) ??
    first(filled, mail) ??
    unique[0] ??
    filled[0];
  return key?.field ?? null;
}
