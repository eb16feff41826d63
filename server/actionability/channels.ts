import type { ResolvedGoal } from "../goals/resolved-goal.ts";
import type { Channel, FieldProfile } from "../vocabulary.ts";

/** Stands for "whatever channel" in a goal that names none but has an address or a consent field. */
export const ANY_CHANNEL: Channel = "";

/** What exports call the usual channels, besides their own name. */
const synonyms: readonly (readonly string[])[] = [
  ["email", "e-mail", "mail", "newsletter", "email-marketing"],
  ["sms", "text", "text-message", "texting", "mobile-message"],
  ["app-push", "push", "app", "push-notification", "push-notifications", "mobile-push", "app-message", "apppush"],
  ["phone", "call", "calls", "telephone", "voice", "tel", "telemarketing"],
  ["post", "postal", "letter", "direct-mail", "mailing", "postal-mail"],
  ["whatsapp", "whats-app", "wa"],
  ["web-push", "browser-push", "webpush"],
];

/** An entry for all channels at once. */
export const everyChannelCodes = ["all", "any", "*", "every-channel", "all-channels"];

/**
 * The channels that count for a goal: those it names, else those its roles name, else those that its addresses are for,
 * else one without a name; none without an address or a consent field.
 */
export function channelsOf(goal: ResolvedGoal, profiles: readonly FieldProfile[]): readonly Channel[] {
  if (goal.goal.channels.length) return [...new Set(goal.goal.channels)];
  const speaking = goal.roles.filter(({ role }) => role === "address" || role === "consent");
  const named = speaking.flatMap(({ channel }) => (channel === null ? [] : [channel]));
  if (named.length) return [...new Set(named)];
  if (!speaking.length) return [];
  const meant = speaking.flatMap(({ table, field }) => {
    const meaning = profiles.find((profile) => profile.table === table && profile.name === field)?.meaning;
    return meaning === undefined ? [] : (channelOfMeaning[meaning] ?? []);
  });
  return meant.length ? [...new Set(meant)] : [ANY_CHANNEL];
}

const channelOfMeaning: Readonly<Record<string, Channel>> = {
  email: "email",
  phone: "sms",
  "push-token": "app-push",
  "street-address": "post",
};

/** A channel or purpose as `code-as-written.sql` writes it. */
export function codeOf(text: string): string {
  return text.trim().toLowerCase().replace(/[ _]+/g, "-");
}

/** The codes under which a channel stands in an export. */
export function codesOf(channel: Channel): readonly string[] {
  const code = codeOf(channel);
  return [...new Set([code, ...(synonyms.find((names) => names.includes(code)) ?? [])])];
}

export type AddressShape = "email" | "phone" | "token" | "filled";

/** The shape that an address must have to be reachable by a channel; by the meaning of the field where the channel says nothing. */
export function addressShape(channel: Channel, meaning: string | undefined): AddressShape {
  const usual = codesOf(channel);
  if (usual.includes("email")) return "email";
  if (usual.includes("sms") || usual.includes("phone") || usual.includes("whatsapp")) return "phone";
  if (usual.includes("app-push") || usual.includes("web-push")) return "token";
  if (usual.includes("post")) return "filled";
  if (meaning?.includes("email")) return "email";
  if (meaning?.includes("phone")) return "phone";
  return "filled";
}
