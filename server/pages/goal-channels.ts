import { channelHint, channelHints, needsAddress } from "../goals/catalogue/channels.ts";
import type { ChannelShares } from "./channel-shares.ts";
import { of100 } from "./words.ts";
import type { WrittenGoal } from "./written-goal.ts";

export interface ChannelChoice {
  readonly input: string;
  readonly label: string;
  readonly note: string;
  readonly chosen: boolean;
  /** nothing that these tables hold would reach anybody by it */
  readonly bare: boolean;
}

/** The usual channels and those that the goal names, with who agreed to each where that is on file. */
export function channelChoices(
  { channels }: Pick<WrittenGoal, "channels">,
  shares: ChannelShares | null,
): readonly ChannelChoice[] {
  const usual = channelHints.map(({ channel }) => channel);
  return [...usual, ...channels.filter((channel) => !usual.includes(channel))].map((channel) => {
    const share = shares?.channels.find((one) => one.channel === channel);
    const chosen = channels.includes(channel);
    return {
      input: `channel:${channel}`,
      label: channelHint(channel).label,
      note: noteOf(channel, share),
      chosen,
      bare: !chosen && share !== undefined && needsAddress(channel) && share.reachable === null,
    };
  });
}

function noteOf(channel: string, share: ChannelShares["channels"][number] | undefined): string {
  if (!share) return "";
  if (share.reachable === null && needsAddress(channel)) return "no address held";
  if (share.agreed === null) return needsAddress(channel) ? "no agreement held" : "";
  return share.agreed === 0 ? "nobody agreed" : `${of100(share.agreed)} of 100 agreed`;
}
