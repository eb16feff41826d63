import { count, text } from "../database/shape.ts";
import { ANY_CHANNEL } from "./channels.ts";
import { recordedFor } from "./consent-rules.ts";
import type { ConsentSource } from "./consents.ts";
import type { ChannelCount } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import type { People } from "./people.ts";

/** Per channel, units whose customer agreed, and units whose address works; null where nothing records it. */
export async function channelCounts(
  inquiry: Inquiry,
  { channels, addresses }: People,
  sources: readonly ConsentSource[],
): Promise<readonly ChannelCount[]> {
  const rows = await inquiry.session.rows("actionability/channel-counts", {
    channel: text,
    agreed: count,
    reachable: count,
  });
  return channels
    .filter((channel) => channel !== ANY_CHANNEL)
    .map((channel) => {
      const found = rows.find((row) => row.channel === channel);
      return {
        channel,
        agreed: recordedFor(inquiry, channel, sources) ? (found?.agreed ?? 0) : null,
        reachable: addresses.some((address) => address.channel === channel) ? (found?.reachable ?? 0) : null,
      };
    });
}
