import { customersTable } from "../datasets/dataset.ts";
import type { Channel, Dataset, FieldProfile, Goal, RoleFields, Roles } from "../vocabulary.ts";
import type { WantedField } from "./catalogue/catalogue-goal.ts";
import { channelHint } from "./catalogue/channels.ts";
import { type CatalogueGoal, findStarter } from "./catalogue.ts";
import { bestField, saysAny } from "./match-field.ts";

export interface ProposedRole {
  readonly role: Exclude<keyof Roles, "duty">;
  /** null where the field serves every channel */
  readonly channel: Channel | null;
  readonly field: FieldProfile;
}

/** What of a goal decides which fields it needs. */
interface Needs {
  readonly channels: readonly Channel[];
  readonly asksAgreement: boolean;
  readonly wanted: readonly WantedField[];
  readonly starter: CatalogueGoal | undefined;
}

/** Which field would do what for a goal, from what the fields are; a field is proposed for one job only. */
export function proposeFields(
  source: CatalogueGoal | Goal,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
): ProposedRole[] {
  const needs = needsOf(source);
  const ofCustomers = profiles.filter(({ table }) => table === customersTable(dataset).name);
  const proposed = [
    ...proposeKey(dataset, ofCustomers),
    ...needs.channels.flatMap((channel) => proposeAddress(channel, ofCustomers)),
    ...(needs.asksAgreement ? proposeAgreement(needs.channels, ofCustomers) : []),
    ...proposeTriggerDate(needs.starter, ofCustomers),
  ];
  const free = () => ofCustomers.filter((profile) => !proposed.some(({ field }) => field === profile));
  for (const wanted of needs.wanted) {
    const field = bestField(wanted, wanted.role === "suppression" ? free().filter(isYesOrNo) : free());
    if (field) proposed.push({ role: wanted.role, channel: null, field });
  }
  return proposed;
}

/** The same as the roles of a goal. Only fields of the customers table are proposed. */
export function proposeRoles(source: CatalogueGoal | Goal, dataset: Dataset, profiles: readonly FieldProfile[]): Roles {
  const proposed = proposeFields(source, dataset, profiles);
  const roles: { -readonly [R in ProposedRole["role"]]?: RoleFields } = {};
  for (const role of new Set(proposed.map((one) => one.role))) {
    roles[role] = asRoleFields(proposed.filter((one) => one.role === role));
  }
  return roles;
}

function needsOf(source: CatalogueGoal | Goal): Needs {
  const starter = "wanted" in source ? source : source.from === undefined ? undefined : findStarter(source.from);
  return {
    channels: source.channels,
    asksAgreement: starter?.asksAgreement ?? true,
    wanted: starter?.wanted ?? [],
    starter,
  };
}

function proposeKey(dataset: Dataset, profiles: readonly FieldProfile[]): ProposedRole[] {
  const { key } = customersTable(dataset).layout;
  const field = profiles.find(({ name }) => name === key) ?? profiles.find(({ meaning }) => meaning === "customer-id");
  return field ? [{ role: "key", channel: null, field }] : [];
}

function proposeAddress(channel: Channel, profiles: readonly FieldProfile[]): ProposedRole[] {
  const field = bestField({ meanings: channelHint(channel).addresses, names: [] }, profiles);
  return field ? [{ role: "address", channel, field }] : [];
}

const SAYS_NO = [
  "opt out",
  "optout",
  "unsubscribed",
  "unsubscribe",
  "do not",
  "no",
  "withdrawn",
  "objection",
  "blocked",
];

/** A flag that names the channel; where none does, one that speaks for marketing as a whole. */
function proposeAgreement(channels: readonly Channel[], profiles: readonly FieldProfile[]): ProposedRole[] {
  const flags = profiles.filter(({ meaning, name }) => meaning === "consent-flag" && !saysAny(name, SAYS_NO));
  const named = channels.flatMap((channel): ProposedRole[] => {
    const field = flags.find(({ name }) => saysAny(name, channelHint(channel).words));
    return field ? [{ role: "consent", channel, field }] : [];
  });
  if (named.length) return named;
  const whole = flags.find(({ name }) => !allChannelWords().some((words) => saysAny(name, words)));
  return whole && channels.length ? [{ role: "consent", channel: null, field: whole }] : [];
}

function allChannelWords(): (readonly string[])[] {
  return ["email", "app-push", "sms", "phone", "letter", "ads", "site"].map((channel) => channelHint(channel).words);
}

function proposeTriggerDate(starter: CatalogueGoal | undefined, profiles: readonly FieldProfile[]): ProposedRole[] {
  const hint = starter?.trigger.field;
  const dates = profiles.filter(({ type }) => type === "date" || type === "time");
  const field = hint ? bestField(hint, dates) : undefined;
  return field ? [{ role: "trigger", channel: null, field }] : [];
}

function isYesOrNo({ type, meaning, distinct }: FieldProfile): boolean {
  return (
    type === "boolean" || meaning === "flag" || meaning === "consent-flag" || (distinct <= 2 && meaning === "status")
  );
}

function asRoleFields(proposed: readonly ProposedRole[]): RoleFields {
  const [first, ...others] = proposed;
  if (proposed.some(({ channel }) => channel !== null)) {
    return Object.fromEntries(proposed.map(({ channel, field }) => [channel ?? "", field.name]));
  }
  return first && !others.length && first.role !== "content"
    ? first.field.name
    : proposed.map(({ field }) => field.name);
}
