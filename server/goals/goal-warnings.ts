import type { GatedCondition } from "../database/gate.ts";
import { customersTable } from "../datasets/dataset.ts";
import type { Dataset, FieldProfile, Goal } from "../vocabulary.ts";
import { needsAddress } from "./catalogue/channels.ts";
import type { RoleField } from "./resolved-goal.ts";

/** No exchange: it is sorted, but it cannot start. */
export function isDraft(goal: Goal): boolean {
  return !goal.exchange?.trim();
}

interface Read {
  readonly dataset: Dataset;
  readonly profiles: readonly FieldProfile[];
  readonly goal: Goal;
  readonly roles: readonly RoleField[];
  readonly audience: GatedCondition | null;
}

/** What a reader should know of the goal before its numbers, in plain words. */
export function goalWarnings({ dataset, profiles, goal, roles, audience }: Read): string[] {
  const customers = customersTable(dataset).name;
  return [
    ...(goal.channels.length && isDraft(goal)
      ? ["This goal does not say what the customer gets. It is sorted, but it cannot start."]
      : []),
    ...(audience?.customers === 0 ? [`No customer is in the audience: ${goal.audience}.`] : []),
    ...goal.channels.flatMap((channel) => lacksAddress(channel, roles)),
    ...otherChannels(goal, roles),
    ...roles.flatMap((role) => emptyRole(role, profiles)),
    ...(roles.some(({ role, table }) => role === "key" && table === customers)
      ? []
      : ["No field tells customers apart. Name one as the key in the goal."]),
  ];
}

function emptyRole({ role, table, field }: RoleField, profiles: readonly FieldProfile[]): string[] {
  const profile = profiles.find((one) => one.table === table && one.name === field);
  return profile?.filled === 0 ? [`${field} has the role ${role}, but nothing is filled in.`] : [];
}

function lacksAddress(channel: string, roles: readonly RoleField[]): string[] {
  const held = roles.some((one) => one.role === "address" && (one.channel === null || one.channel === channel));
  return held || !needsAddress(channel) ? [] : [`No field is named as the address for ${channel}.`];
}

function otherChannels(goal: Goal, roles: readonly RoleField[]): string[] {
  const named = new Set(roles.flatMap(({ channel }) => (channel === null ? [] : [channel])));
  return [...named]
    .filter((channel) => !goal.channels.includes(channel))
    .map((channel) => `A role names the channel ${channel}, which the goal does not use.`);
}
