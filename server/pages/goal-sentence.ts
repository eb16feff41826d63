import { findMinutes, sayDuration } from "../goals/duration.ts";
import type { Goal } from "../vocabulary.ts";
import type { LabelOf } from "./field-labels.ts";
import { plainName } from "./goal-parts.ts";
import { sayCondition } from "./say-condition.ts";
import { listWords } from "./words.ts";

/** A goal as one readable sentence. `strong` parts are what the goal says; `missing` ones are still to be written. */
export interface SentencePart {
  readonly text: string;
  readonly strong: boolean;
  readonly missing: boolean;
  /** the part of the goal that the words are about; null for the words between */
  readonly about: "audience" | "channels" | "window" | "exchange" | null;
}

const channelWords: Readonly<Record<string, string>> = {
  email: "email",
  sms: "text message",
  "app-push": "app push",
  push: "app push",
  call: "phone call",
  letter: "letter",
  ads: "advertising",
  "in-app": "message in the app",
  site: "the website",
};

/** "Reach customers where …, by app push and email, within 24 hours. In exchange they get …" */
export function goalSentence(goal: Goal, labelOf: LabelOf = asWritten): readonly SentencePart[] {
  const gets = goal.exchange
    ? strong(lowerFirst(goal.exchange.replace(/\.$/, "")), "exchange")
    : { ...strong("not written yet", "exchange"), strong: false, missing: true };
  return [...reachSentence(goal, labelOf), plain(" In exchange they get "), gets, plain(".")];
}

/** The first half of it: whom the goal reaches, how and when. */
export function reachSentence(goal: Goal, labelOf: LabelOf = asWritten): readonly SentencePart[] {
  const whom = goal.audience ? sayAudience(goal.audience, labelOf) : "every customer";
  const parts = [plain("Reach "), strong(whom, "audience")];
  if (goal.channels.length) parts.push(plain(", by "), strong(listWords(goal.channels.map(sayChannel), 9), "channels"));
  const minutes = goal.window === undefined ? undefined : findMinutes(goal.window);
  if (minutes !== undefined)
    parts.push(plain(", within "), strong(sayDuration(minutes), "window"), plain(` of ${sayTrigger(goal, labelOf)}`));
  return [...parts, plain(".")];
}

function sayChannel(channel: string): string {
  return channelWords[channel] ?? channel;
}

/** "customers with contract end date at most 60 days ahead"; a condition beyond such words stands as written. */
function sayAudience(condition: string, labelOf: LabelOf): string {
  const said = sayCondition(condition, labelOf);
  return said === null ? `customers where ${condition}` : `customers with ${said}`;
}

/** What sets a goal off: "the event “low balance”", "the moment 30 days before contract end date". */
function sayTrigger({ trigger }: Goal, labelOf: LabelOf): string {
  if (!trigger) return "the day it is planned";
  if ("table" in trigger) {
    return trigger.event ? `the event “${lowerFirst(plainName(trigger.event))}”` : `an entry in ${trigger.table}`;
  }
  if ("when" in trigger) return `the moment of ${sayCondition(trigger.when, labelOf) ?? trigger.when}`;
  const field = lowerFirst(labelOf(trigger.field));
  if (trigger.before) return `the moment ${duration(trigger.before)} before the ${field}`;
  return trigger.after ? `the moment ${duration(trigger.after)} after the ${field}` : `the ${field}`;
}

const asWritten: LabelOf = (field) => field;

function duration(text: string): string {
  const minutes = findMinutes(text);
  return minutes === undefined ? text : sayDuration(minutes);
}

const plain = (text: string): SentencePart => ({ text, strong: false, missing: false, about: null });
const strong = (text: string, about: SentencePart["about"]): SentencePart => ({
  text,
  strong: true,
  missing: false,
  about,
});

function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
