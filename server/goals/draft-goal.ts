import type { Dataset, FieldProfile, Goal } from "../vocabulary.ts";
import { needsAddress } from "./catalogue/channels.ts";
import type { CatalogueGoal } from "./catalogue.ts";
import { draftTrigger } from "./draft-trigger.ts";
import { proposeFields, proposeRoles } from "./propose-roles.ts";

/**
 * A goal made of a starter for these tables: the channels that an address is held for, the trigger and the roles that
 * were found. It has no exchange: what the customer gets is for a person to say, so it stays a draft until then.
 */
export function draftGoal(entry: CatalogueGoal, dataset: Dataset, profiles: readonly FieldProfile[]): Goal {
  const proposed = proposeFields(entry, dataset, profiles);
  const held = new Set(proposed.flatMap(({ role, channel }) => (role === "address" && channel ? [channel] : [])));
  const usable = entry.channels.filter((channel) => held.has(channel) || !needsAddress(channel));
  const channels = usable.length ? usable : entry.channels;
  const trigger = draftTrigger(entry, dataset, profiles, proposed);
  const { trigger: dated, ...others } = proposeRoles({ ...entry, channels }, dataset, profiles);
  return {
    key: entry.key,
    name: entry.name,
    from: entry.key,
    channels,
    ...(trigger ? { trigger } : {}),
    window: entry.window,
    ...(entry.until === null ? {} : { until: entry.until }),
    roles: dated !== undefined && trigger && "field" in trigger ? { ...others, trigger: dated } : others,
    basis: entry.basis,
  };
}
