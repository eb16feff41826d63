import type { GatedCondition } from "../database/gate.ts";
import { customersTable } from "../datasets/dataset.ts";
import type { Dataset, Goal } from "../vocabulary.ts";
import type { RoleField } from "./resolved-goal.ts";

/** No exchange: it is sorted, but it cannot start. */
export function isDraft(goal: Goal): boolean {
  return !goal.exchange?.trim();
}

/** What a reader should know of the goal before its numbers, in plain words. */
export function goalWarnings(
  dataset: Dataset,
  goal: Goal,
  roles: readonly RoleField[],
  audience: GatedCondition | null,
): string[] {
  return [
    ...(goal.channels.length && isDraft(goal)
      ? ["This goal does not say what the customer gets. It is sorted, but it cannot start."]
      : []),
    ...(audience?.customers === 0 ? [`No customer is in the audience: ${goal.audience}.`] : []),
    ...goal.channels.flatMap((channel) => lacksAddress(channel, roles)),
    ...otherChannels(goal, roles),
    ...(roles.some(({ role, table }) => role === "key" && table === customersTable(dataset).name)
      ? []
      : ["No field tells customers apart. Name one as roles: { key: … }."]),
  ];
}

/** On these the customer comes to us: nothing is sent, so no address is needed. */
const WITHOUT_ADDRESS = new Set(["site", "in-app", "app", "web", "onsite"]);

function lacksAddress(channel: string, roles: readonly RoleField[]): string[] {
  const held = roles.some((one) => one.role === "address" && (one.channel === null || one.channel === channel));
  return held || WITHOUT_ADDRESS.has(channel) ? [] : [`No field is named as the address for ${channel}.`];
}

function otherChannels(goal: Goal, roles: readonly RoleField[]): string[] {
  const named = new Set(roles.flatMap(({ channel }) => (channel === null ? [] : [channel])));
  return [...named]
    .filter((channel) => !goal.channels.includes(channel))
    .map((channel) => `A role names the channel ${channel}, which the goal does not use.`);
}
