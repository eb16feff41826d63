import type { Field, FieldType, TableKind, TableLayout } from "../vocabulary.ts";
import { slugOf } from "./slugs.ts";

/** What people are called in the names of keys, likeliest first. */
const people =
  "customer|client|member|subscriber|user|household|contact|person|profile|account|shopper|guest|donor|patient|lead|consumer|card";
/** The same in German, Dutch, French, Spanish and Italian, where exports name their columns so. */
const abroad =
  "kunden?|kd|mitglieds?|mitglieder|nutzer|benutzer|teilnehmer|abonnenten?|haushalts?|klanten?|lid|cliente?|membre|abonne|utilisateur|utente|usuario|socio";
const personKeys: readonly RegExp[] = [
  ...people
    .split("|")
    .map((who) => new RegExp(`^${who}-(?:id|key|no|nr|number|num|code|uuid|guid|ref)$|^${who}id$|^id-${who}$`)),
  /^cust-?(?:id|no|nr|num|key)$/,
  new RegExp(`^(?:${abroad})-?(?:id|nr|no|num|nummer|numero|key|code|codigo)$`),
  new RegExp(`^(?:id|nr|no|num|nummer|numero|codigo|code)-(?:(?:de|del|du)-)?(?:${abroad})$`),
  /^(?:customer|client|member|user|subscriber|household)$/,
];
const mailKey = /^(?:e-?mail)(?:-address|-id)?$/;
const anyKey = /(?:^|-)(?:id|key|uuid|guid)$|^(?:id|uuid|guid)(?:-|$)|[a-z]{3,}id$/;

const words = {
  event: /^(?:event|event-name|event-type|event-kind|kind|action|activity|activity-type|event-action)$/,
  at: /^(?:happened-at|occurred-at|occured-at|event-at|event-time|event-date|event-timestamp|timestamp|transaction-timestamp|transaction-(?:date|time)|(?:invoice|order|purchase|redemption|visit|session|booking|payment|sent|send|click)-?(?:date|time|at|ts)|ordered-at|purchased-at|sent-at|created-at|created|date|datetime|time|at|ts|when)$/,
  changed:
    /^(?:changed-at|change-date|consented-at|consent-(?:date|time|at)|granted-at|given-at|recorded-at|opted-(?:in|out)-at|unsubscribed-at|updated-at|created-at|happened-at|timestamp|date|at)$/,
  /** any moment, in a table that also says when its records arrived */
  moment: /^(?!loaded|arrived|received|ingested|inserted|imported|synced|updated|modified).*-(?:at|time|ts)$/,
  arrived:
    /^(?:loaded-at|load-(?:date|time|ts)|arrived-at|received-at|ingested-at|ingestion-time|inserted-at|imported-at|synced-at|fivetran-synced|etl-(?:loaded|inserted)-at|available-at)$/,
  updated:
    /^(?:updated-at|updated|last-updated(?:-at)?|updated-on|update-date|modified-at|last-modified(?:-at|-date)?|modified|last-update|changed-at|refreshed-at)$/,
  channel: /^(?:channel|channel-(?:id|name|type|code)|medium|message-medium)$/,
  purpose: /^(?:purpose|purpose-(?:id|name|code)|consent-purpose)$/,
  state:
    /^(?:status|state|granted|consent|consent-(?:status|state|given)|consented|opted-in|opt-in|subscribed|permission|is-granted|decision)$/,
} as const;

const yesWords = [
  "true",
  "yes",
  "y",
  "1",
  "granted",
  "given",
  "opted_in",
  "opted-in",
  "opt-in",
  "opt_in",
  "subscribed",
  "active",
  "in",
  "agreed",
  "accepted",
];

/**
 * Fields that may say who a record is about, likeliest first: numbers of people, by what the people are called; then e-mail
 * addresses; then any id. `own` is the id that a table of any kind has for its records.
 */
export function keyCandidates(fields: readonly Field[]) {
  const named = (pattern: RegExp) =>
    fields.filter(({ name, type }) => pattern.test(slugOf(name)) && couldBeKey(type)).map(({ name }) => name);
  const mail = named(mailKey);
  const number = [...new Set(personKeys.flatMap(named))];
  const person = [...number, ...mail];
  return {
    mail,
    number,
    person,
    own: named(/^(?:id|uuid|guid)$/),
    any: [...person, ...named(anyKey).filter((name) => !person.includes(name))],
  };
}

function couldBeKey(type: FieldType): boolean {
  return type === "text" || type === "integer" || type === "number";
}

/** A table's layout by its kind and the names and types of its fields; the key is found elsewhere, by its values. */
export function layoutByNames(fields: readonly Field[], kind: TableKind, key: string | null): TableLayout {
  const find = (kinds: readonly TableKind[], pattern: RegExp, types: readonly FieldType[]) => {
    if (!kinds.includes(kind)) return null;
    const found = fields.find(({ name, type }) => name !== key && types.includes(type) && pattern.test(slugOf(name)));
    return found?.name ?? null;
  };
  const times: readonly FieldType[] = ["time", "date"];
  const codes: readonly FieldType[] = ["text", "integer"];
  const arrived = find(["customers", "events", "consents"], words.arrived, times);
  const happened = kind === "consents" ? words.changed : words.at;
  return {
    key,
    joins: null,
    event: find(["events"], words.event, ["text"]),
    at: find(["events", "consents"], happened, times) ?? (arrived && find(["events"], words.moment, ["time"])),
    arrived,
    updated: find(["customers", "reference"], words.updated, times),
    channel: find(["events", "consents"], words.channel, codes),
    purpose: find(["consents"], words.purpose, codes),
    state: find(["consents"], words.state, ["text", "boolean", "integer"]),
    yes: yesWords,
    channels: {},
    each: null,
    zone: null,
  };
}

/** Tables about saying yes or no to messages, by their name. */
export function namesConsents(name: string): boolean {
  return /consent|opt-?(?:in|out)s?\b|unsubscri|permission|suppression|preference-history/.test(slugOf(name));
}

export function namesOptOuts(name: string): boolean {
  return /opt-?outs?\b|unsubscri|suppression/.test(slugOf(name));
}

export function namesEvents(name: string): boolean {
  return /(?:^|-)(?:events?|transactions?|orders?|purchases?|activit(?:y|ies)|clicks?|visits?|invoices?|redemptions?|sales|log)(?:-|$)/.test(
    slugOf(name),
  );
}

/** `customers`, `user_history_data`, `harbour-mobile-customers`, `demographics`; but not `list_user`. */
export function namesCustomers(name: string): boolean {
  return customersName.test(slugOf(name));
}

const customersName = new RegExp(
  `(?:^|-)(?:(?:${people})s|demographics|people|crm|kunden|mitglieder|abonnenten|haushalte|klanten|leden|clientes|abonnes|membres|socios)$|^(?:dim-)?(?:${people})s?(?:-(?:data|list|table|export|profiles?|history|base|master|info|dim|all|full|\\d+))*$`,
);
