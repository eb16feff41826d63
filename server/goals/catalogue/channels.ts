import type { MeaningCode } from "../../profiles/meanings.ts";
import type { Channel } from "../../vocabulary.ts";

/** What a channel is called on screen, what serves as its address, and the words that name it in a field of agreement. */
export interface ChannelHint {
  readonly channel: Channel;
  readonly label: string;
  readonly addresses: readonly MeaningCode[];
  readonly words: readonly string[];
}

export const channelHints: readonly ChannelHint[] = [
  { channel: "email", label: "Email", addresses: ["email"], words: ["email", "mail", "newsletter"] },
  { channel: "app-push", label: "App push", addresses: ["push-token"], words: ["push", "app", "notification"] },
  { channel: "sms", label: "Text message", addresses: ["phone"], words: ["sms", "text", "mobile"] },
  { channel: "phone", label: "Phone call", addresses: ["phone"], words: ["phone", "call", "tel", "telephone"] },
  { channel: "letter", label: "Letter", addresses: ["street-address"], words: ["letter", "post", "postal", "mailing"] },
  {
    channel: "ads",
    label: "Ads",
    addresses: ["hashed-identifier", "email", "phone"],
    words: ["ads", "ad", "advertising"],
  },
  { channel: "site", label: "Website", addresses: [], words: ["site", "web", "personalization", "personalisation"] },
  { channel: "in-app", label: "In the app", addresses: [], words: ["app"] },
];

/** A channel of a person's own making has no address that we would recognise. */
export function channelHint(channel: Channel): ChannelHint {
  const label = channel.charAt(0).toUpperCase() + channel.slice(1).replaceAll("-", " ");
  return channelHints.find((one) => one.channel === channel) ?? { channel, label, addresses: [], words: [channel] };
}

/** Does the customer come to us there, so that nothing is sent and no address is needed? */
export function needsAddress(channel: Channel): boolean {
  return channel !== "site" && channel !== "in-app";
}
