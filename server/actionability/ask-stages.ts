import { sayDuration } from "../goals/duration.ts";
import type { Channel } from "../vocabulary.ts";
import { needsConsent, recordedFor, sayChannels } from "./consent-rules.ts";
import type { ConsentSource } from "./consents.ts";
import { identifyingFieldsOf } from "./create-people.ts";
import { hasMoment } from "./field-conditions.ts";
import type { Inquiry } from "./inquiry.ts";
import type { LagMeasured } from "./measure-lag.ts";
import { isTimed } from "./needed-fields.ts";
import type { People } from "./people.ts";
import type { MiddleStage } from "./stage-masks.ts";
import { hasArrival } from "./trigger-table.ts";
import { listLabels } from "./words.ts";

/** One stage before it is counted: can it be, why not, and what passing means here. */
export interface AskedStage {
  readonly stage: MiddleStage;
  /** why nothing measures it; null where something does */
  readonly why: string | null;
  readonly means: string;
  readonly lostBecause: string;
}

/** What can be measured, in the contract's order. Nothing is taken as passed because nobody recorded it. */
export function askStages(
  inquiry: Inquiry,
  people: People,
  sources: readonly ConsentSource[],
  lag: LagMeasured,
): readonly AskedStage[] {
  return [
    askIdentifiable(inquiry),
    askPresent(people),
    askFresh(inquiry, people),
    askAgreed(inquiry, people.channels, sources),
    askReachable(people),
    askInTime(inquiry, lag),
  ];
}

function askIdentifiable(inquiry: Inquiry): AskedStage {
  const events = inquiry.goal.trigger?.kind === "event";
  return {
    stage: "identifiable",
    why: identifyingFieldsOf(inquiry).length ? null : "No field says which customer a record is about.",
    means: events ? "The event matches a customer" : "The record says whose it is",
    lostBecause: events ? "no match" : "no customer number",
  };
}

function askPresent({ needed }: People): AskedStage {
  const looked = needed.filter(({ place }) => place !== "elsewhere").map(({ label }) => label);
  return {
    stage: "present",
    why: looked.length ? null : "The goal needs no field besides its key, address and consent.",
    means: `${looked.length ? listLabels(looked) : "Needed fields"} on file`,
    lostBecause: looked.length === 1 ? `“${looked[0]}” missing` : "a needed field is missing",
  };
}

function askFresh(inquiry: Inquiry, { needed }: People): AskedStage {
  const aged = needed.filter(isTimed);
  const noMoment = !hasMoment(inquiry);
  const youngest = Math.min(...aged.map(({ maxAgeMinutes }) => maxAgeMinutes));
  return {
    stage: "fresh",
    why:
      aged.length === 0
        ? "No needed field has a time of its last update."
        : noMoment
          ? "The data has no time of its own to measure ages against."
          : null,
    means: aged.length
      ? `${listLabels(aged.map(({ label }) => label))} at most ${sayDuration(youngest)} old`
      : "Needed fields are young enough",
    lostBecause: "too old, or of unknown age",
  };
}

function askAgreed(inquiry: Inquiry, channels: readonly Channel[], sources: readonly ConsentSource[]): AskedStage {
  const recorded = channels.some((channel) => recordedFor(inquiry, channel, sources));
  const needsYes = needsConsent(inquiry);
  return {
    stage: "agreed",
    why:
      channels.length === 0
        ? "The goal names no channel, and no field or table records who agreed."
        : recorded
          ? null
          : "No field and no table records who agreed or objected.",
    means: needsYes ? `Said yes to ${sayChannels(channels)}` : `No objection to ${sayChannels(channels)} on record`,
    lostBecause: needsYes ? "have not agreed" : "have objected",
  };
}

function askReachable({ channels, addresses }: People): AskedStage {
  return {
    stage: "reachable",
    why:
      addresses.length > 0
        ? null
        : channels.length === 0
          ? "The goal names no channel."
          : `No field holds an address for ${sayChannels(channels)}.`,
    means: "An address in a valid shape, for a channel they agreed to",
    lostBecause: "no address that works",
  };
}

function askInTime(inquiry: Inquiry, lag: LagMeasured): AskedStage {
  return {
    stage: "in-time",
    why: whyNotInTime(inquiry, lag),
    means: `Known early enough to act within ${inquiry.goal.windowMinutes === null ? "the window" : sayDuration(inquiry.goal.windowMinutes)}`,
    lostBecause: "known too late",
  };
}

function whyNotInTime(inquiry: Inquiry, lag: LagMeasured): string | null {
  const { goal } = inquiry;
  if (goal.trigger === null) return "A scheduled goal has no event that it must be in time for.";
  if (goal.windowMinutes === null) return "The goal has no action window.";
  if (!hasArrival(inquiry))
    return goal.trigger.kind === "date"
      ? "Nothing records when the date became known here."
      : "Nothing records when it arrived here.";
  if (lag.dateOnly && goal.windowMinutes < 1_440)
    return "Times are written as dates, too coarse for a window of less than a day.";
  return null;
}
