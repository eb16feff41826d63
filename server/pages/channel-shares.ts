import { countAgreed } from "../actionability/count-agreed.ts";
import { UserError } from "../errors.ts";
import { resolveGoal } from "../goals/resolve-goal.ts";
import { resultKey } from "../jobs/result-key.ts";
import type { Channel, Goal } from "../vocabulary.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import type { Site } from "./site.ts";
import { soon } from "./soon.ts";
import { traceOf } from "./trace-of.ts";

/** Of all customers; null where nothing records it. */
export interface ChannelShare {
  readonly channel: Channel;
  readonly agreed: number | null;
  readonly reachable: number | null;
}

export interface ChannelShares {
  /** customers that they are shares of */
  readonly customers: number;
  readonly channels: readonly ChannelShare[];
  /** customers who agreed to at least one of the channels; null where nothing records it */
  readonly agreedToAny: number | null;
}

/** What decides who agreed to a goal's channels. */
export type Reach = Pick<Goal, "audience" | "channels" | "roles">;

/**
 * How many of the customers in the audience agreed to each channel, and how many have an address for it. Null while it
 * is still being counted, and where the fields named do not fit the tables.
 */
export async function channelShares(
  site: Site,
  { dataset, strategy, profiles }: ProfiledDataset,
  asOf: string | null,
  { audience, channels, roles }: Reach,
): Promise<ChannelShares | null> {
  if (!channels.length) return null;
  const { workbench } = site;
  const { key, address, consent } = roles;
  const goal: Goal = {
    key: "reach",
    name: "Who agreed",
    channels,
    ...(audience === undefined ? {} : { audience }),
    roles: { ...(key ? { key } : {}), ...(address ? { address } : {}), ...(consent ? { consent } : {}) },
  };
  const parts = [dataset.fingerprint, dataset.tables, strategy.fields, asOf, goal];
  const ready = await workbench.jobs.result(
    "Counting who agreed",
    resultKey("channel-shares", workbench.version, ...parts),
    async ({ signal }): Promise<ChannelShares> => {
      const resolved = await resolveGoal(workbench.database, dataset, profiles, goal, { asOf });
      const options = { asOf, fieldSettings: strategy.fields, signal };
      const counted = await countAgreed(workbench.database, dataset, profiles, resolved, options);
      const share = (count: number | null) => (count === null || !counted.audience ? null : count / counted.audience);
      return {
        customers: counted.audience,
        channels: counted.channels.map((one) => ({
          channel: one.channel,
          agreed: share(one.agreed),
          reachable: share(one.reachable),
        })),
        agreedToAny: counted.agreedToAny,
      };
    },
  );
  try {
    const counted = await soon(ready);
    return "result" in counted ? counted.result : null;
  } catch (error) {
    // The figure is a courtesy: a page must not fail over it. A goal that does not fit the tables says so elsewhere.
    if (!(error instanceof UserError)) site.log(traceOf(error, "Counting who agreed"));
    return null;
  }
}
