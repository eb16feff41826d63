import { channelHint } from "../goals/catalogue/channels.ts";
import { findMinutes, sayDuration } from "../goals/duration.ts";
import type { Goal, Trigger } from "../vocabulary.ts";
import type { LabelOf } from "./field-labels.ts";
import { capital } from "./words.ts";

/** What a part of a goal is called on a page, and a word on it. */
export interface PartWords {
  readonly value: string;
  readonly note: string;
}

/** A value as marketers write it: "low_balance" is "Low balance". */
export function plainName(name: string): string {
  return capital(name.replace(/[_-]+/g, " ").trim());
}

export function triggerWords(trigger: Trigger, labelOf: LabelOf): PartWords {
  if ("table" in trigger) {
    return trigger.event === undefined
      ? { value: `Anything in ${trigger.table}`, note: "each time it happens" }
      : { value: plainName(trigger.event), note: `in ${trigger.table}, each time it happens` };
  }
  if ("when" in trigger) return { value: trigger.when, note: "once it holds" };
  const value = labelOf(trigger.field);
  const offset = trigger.before ?? trigger.after;
  if (offset === undefined) return { value, note: "on the day" };
  return { value, note: `${durationWords(offset)} ${trigger.before === undefined ? "after" : "before"}` };
}

export function windowWords({ window, until }: Pick<Goal, "window" | "until">): PartWords | null {
  if (window === undefined) return null;
  const most = until ?? window;
  return { value: durationWords(window), note: `${durationWords(most)} at most` };
}

export function channelWords(channels: readonly string[]): string {
  return channels
    .map((channel, index) => (index ? lower(channelHint(channel).label) : channelHint(channel).label))
    .join(", ");
}

export function durationWords(duration: string): string {
  const minutes = findMinutes(duration);
  return minutes === undefined ? duration : sayDuration(minutes);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
