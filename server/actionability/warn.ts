import { sayDuration } from "../goals/duration.ts";
import type { AskedStage } from "./ask-stages.ts";
import { needsConsent, recordedFor } from "./consent-rules.ts";
import type { ConsentSource } from "./consents.ts";
import { consentFieldsOf } from "./create-people.ts";
import type { FieldReadiness, LeftOut } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import type { LagMeasured } from "./measure-lag.ts";
import type { People } from "./people.ts";
import { listLabels, listWords, sayCount } from "./words.ts";

/** A field that is needed and never in time is the first thing to know. */
export function warnOfNeverInTime(inquiry: Inquiry, { needed }: People, fields: readonly FieldReadiness[]): void {
  const never = needed.filter((_, index) => fields[index]?.inTimeShare === 0).map(({ label }) => label);
  if (never.length) inquiry.warnings.unshift(`Needed, but never in time: ${listLabels(never)}.`);
}

/** What to record so that a stage can be measured. */
const record: Partial<Record<AskedStage["stage"], string>> = {
  agreed: "each customer’s yes or no to each channel, with its time",
  reachable: "an address for each channel",
  fresh: "when each needed field was last updated",
  "in-time": "when each event happened and when it arrived here",
  identifiable: "which customer each record is about",
};

/** What nobody can say without it. */
const unmeasured: Partial<Record<AskedStage["stage"], string>> = {
  agreed: "who agreed",
  reachable: "who can be reached",
  fresh: "how old the values are",
  "in-time": "who is known in time",
  identifiable: "whose records these are",
};

/** Says what is not measured and what to record first, in the order in which it tells most. */
export function warnOfUnmeasured(inquiry: Inquiry, asked: readonly AskedStage[]): void {
  const order: AskedStage["stage"][] = ["identifiable", "agreed", "reachable", "fresh", "in-time"];
  const without = (stage: AskedStage["stage"]) => asked.some((one) => one.stage === stage && one.why !== null);
  // A goal that waits for nothing, or needs no field, has nothing to record for it.
  const idle: AskedStage["stage"][] = [];
  if (inquiry.goal.trigger === null && inquiry.goal.windowMinutes === null) idle.push("in-time");
  if (without("present")) idle.push("fresh");
  const missing = order.filter((stage) => without(stage) && !idle.includes(stage));
  const wishes = missing.flatMap((stage) => record[stage] ?? []);
  if (!wishes.length) return;
  inquiry.warnings.push(
    `Not measured: ${listWords(missing.map((stage) => unmeasured[stage] ?? stage))}. Record first: ${wishes.join("; then ")}.`,
  );
}

/** Where only a yes counts, says why nobody's is on record, or that the goal named no basis. */
export function warnOfConsent(inquiry: Inquiry, { channels }: People, sources: readonly ConsentSource[]): void {
  const recorded = channels.filter((channel) => recordedFor(inquiry, channel, sources));
  if (!recorded.length || !needsConsent(inquiry)) return;
  const { basis } = inquiry.goal.goal;
  const flags = recorded.some((channel) => consentFieldsOf(inquiry, channel).length > 0);
  if (!flags && sources.every(({ table }) => table.layout.each === "withdrawal")) {
    inquiry.warnings.push(
      "Only opt-outs are on record, nobody's yes: so nobody counts as agreed. Record the yes, or name the legal basis that the goal rests on.",
    );
  } else if (basis === undefined) {
    inquiry.warnings.push("The goal names no legal basis: only a recorded yes counts as agreed.");
  }
}

/** Minutes rounded up to whole hours, or days, where they are many. */
export function roundUp(minutes: number): number {
  const step = minutes > 4_320 ? 1_440 : minutes > 120 ? 60 : 1;
  return Math.ceil(minutes / step) * step;
}

export function warnOfEvents(inquiry: Inquiry, leftOut: LeftOut, lag: LagMeasured): void {
  const { warnings } = inquiry;
  const events = (count: number) => `${sayCount(count)} ${count === 1 ? "event" : "events"}`;
  if (leftOut.future)
    warnings.push(`${events(leftOut.future)} lie more than 5 minutes after the as-of time. They are not counted.`);
  if (leftOut.timeless)
    warnings.push(
      `${events(leftOut.timeless)} have no time, or a stand-in such as 1900 or 9999. They are not counted.`,
    );
  if (leftOut.immature) {
    warnings.push(
      `${events(leftOut.immature)} are younger than ${sayDuration(roundUp(lag.matureMinutes))}: late ones of their age have not arrived yet. They are not counted.`,
    );
  }
  if (lag.hoursEarly) {
    warnings.push(
      `Most arrivals that come before their event are ${lag.hoursEarly} ${lag.hoursEarly === 1 ? "hour" : "hours"} early: one of the two times is probably in another zone. Name it under tables: in the strategy.`,
    );
  }
  if (lag.skewed)
    warnings.push("Some events arrive up to a minute before they happen: two clocks differ. Such lags count as none.");
  if (lag.measured && lag.dateOnly)
    warnings.push(
      "Times are written as dates without a time of day: lags are counted from the start of the day, as long as they may have been.",
    );
}
