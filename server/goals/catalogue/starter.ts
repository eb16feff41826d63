import type { MeaningCode } from "../../profiles/meanings.ts";
import type { Channel } from "../../vocabulary.ts";
import { parseDuration, sayDuration } from "../duration.ts";
import type { CatalogueGoal, FieldHint, RoleMeanings, WantedField, WantedTrigger } from "./catalogue-goal.ts";
import { channelHint, needsAddress } from "./channels.ts";

type Given = Omit<CatalogueGoal, "windowMinutes" | "windowSays" | "roles" | "asksAgreement" | "source"> & {
  readonly windowSays?: string;
  readonly asksAgreement?: boolean;
  readonly source?: string;
};

/** Fills in what follows from the rest of a starter. */
export function starter(given: Given): CatalogueGoal {
  const asksAgreement = given.asksAgreement ?? given.basis === "consent";
  return {
    ...given,
    windowMinutes: parseDuration(given.window),
    windowSays: given.windowSays ?? sayDuration(parseDuration(given.window)),
    source: given.source ?? "practitioner default",
    asksAgreement,
    roles: rolesOf(given, asksAgreement),
  };
}

/** What a message says or an offer is chosen by. */
export function content(says: string, meanings: readonly MeaningCode[], names: readonly string[] = []): WantedField {
  return { role: "content", says, meanings, names, essential: true };
}

/** Content that makes it better but that it can do without. */
export function extra(says: string, meanings: readonly MeaningCode[], names: readonly string[] = []): WantedField {
  return { role: "content", says, meanings, names, essential: false };
}

/** A yes-or-no field that says whom to leave alone. */
export function holdsBack(says: string, names: readonly string[]): WantedField {
  return { role: "suppression", says, meanings: [], names, essential: false };
}

/** The trigger is something that happens: a record of an events table. */
export function happens(
  says: string,
  moment: string,
  events: readonly string[],
  tables: readonly string[] = [],
): WantedTrigger {
  return { says, moment, events, tables, field: null };
}

/** The trigger is a date on the customer's record. */
export function falls(
  says: string,
  moment: string,
  field: FieldHint & { readonly before?: string; readonly after?: string },
): WantedTrigger {
  return { says, moment, events: [], tables: [], field };
}

/** Something happens, or the record keeps when it last did. */
export function happensOrFalls(happening: WantedTrigger, falling: WantedTrigger): WantedTrigger {
  return { ...happening, field: falling.field };
}

function rolesOf(given: Given, asksAgreement: boolean): RoleMeanings {
  const byRole = (role: WantedField["role"]) => [
    ...new Set(given.wanted.filter((one) => one.role === role).flatMap((one) => one.meanings)),
  ];
  const addresses = given.channels.filter(needsAddress).map((channel) => [channel, channelHint(channel).addresses]);
  const consents = given.channels.map((channel: Channel) => [channel, ["consent-flag"]]);
  const dated = given.trigger.field?.meanings ?? [];
  const happening = given.trigger.events.length > 0 || given.trigger.tables.length > 0 || !dated.length;
  const trigger: readonly MeaningCode[] = [...(happening ? (["event-kind", "event-time"] as const) : []), ...dated];
  const content = byRole("content");
  return {
    key: ["customer-id"],
    ...(addresses.length ? { address: Object.fromEntries(addresses) } : {}),
    ...(asksAgreement ? { consent: Object.fromEntries(consents) } : {}),
    trigger,
    arrival: ["arrival-time"],
    ...(content.length ? { content } : {}),
    ...(given.wanted.some(({ role }) => role === "suppression") ? { suppression: ["flag"] as const } : {}),
  };
}
