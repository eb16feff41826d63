import type { Channel } from "../vocabulary.ts";
import { ANY_CHANNEL, codeOf, codesOf } from "./channels.ts";
import type { ConsentSource } from "./consents.ts";
import { consentFieldsOf } from "./create-people.ts";
import type { Inquiry } from "./inquiry.ts";
import { listWords } from "./words.ts";

/** Only a recorded yes counts: by consent, and where the goal names no legal basis. */
export function needsConsent({ goal: { goal } }: Inquiry): boolean {
  return goal.basis === undefined || goal.basis === "consent";
}

/** Whether a table speaks about a channel: it has no channels, or no codes for them, or a code for this one. */
export function covers({ table: { layout } }: ConsentSource, channel: Channel): boolean {
  if (layout.channel === null) return true;
  // A goal without a channel cannot be matched to any of several.
  if (channel === ANY_CHANNEL) return false;
  const named = Object.values(layout.channels);
  return named.length === 0 || named.some((name) => codesOf(channel).includes(codeOf(name)));
}

/** Whether a field or a table records who agreed to a channel. */
export function recordedFor(inquiry: Inquiry, channel: Channel, sources: readonly ConsentSource[]): boolean {
  return consentFieldsOf(inquiry, channel).length > 0 || sources.some((source) => covers(source, channel));
}

/** "email or app push" */
export function sayChannels(channels: readonly Channel[]): string {
  const named = channels.filter((channel) => channel !== ANY_CHANNEL).map((channel) => channel.replaceAll("-", " "));
  return named.length ? listWords(named, "or") : "being contacted";
}
