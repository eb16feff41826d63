import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import { inWords, plainDuration } from "../../evidence/plain-words.ts";
import { percent, thousands } from "../say-figures.ts";
import type { Term } from "../words.ts";

/** The figures of one goal with their ranges and denominators. */
export function goalStatistics(goal: GoalActionability): readonly Term[] {
  const terms: (Term | null)[] = [
    actionableTerm(goal),
    audienceTerm(goal),
    triggerTimeTerm(goal),
    lagTerm(goal),
    inWindowTerm(goal),
    leftOutTerm(goal),
    channelTerm(goal),
  ];
  return terms.filter((term) => term !== null);
}

interface Range {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

function ranged({ share, low, high }: Range): string {
  return `${percent(share)}, likely range ${percent(low)} to ${percent(high)}`;
}

function actionableTerm({ actionable, stages, unit }: GoalActionability): Term | null {
  const first = stages[0]?.count;
  if (!actionable || typeof first !== "number") return null;
  const each = unit === "trigger" ? "triggers" : "customers";
  return {
    term: "Actionable now",
    text: `${thousands(actionable.count)} of ${thousands(first)} ${each}: ${ranged(actionable)}${actionable.atMost ? "; a ceiling, since not every step is measured" : ""}`,
  };
}

function audienceTerm({ ofAudience, audience }: GoalActionability): Term | null {
  if (!ofAudience) return null;
  return {
    term: "Of the audience",
    text: `${thousands(ofAudience.customers)} of ${thousands(audience)} customers: ${ranged(ofAudience)}`,
  };
}

function triggerTimeTerm({ atTriggerTime }: GoalActionability): Term | null {
  if (!atTriggerTime) return null;
  const { count, triggers, snapshotShare, asThen } = atTriggerTime;
  return {
    term: "With what was known then",
    text: `${thousands(count)} of ${thousands(triggers)} triggers whose window has closed: ${ranged(atTriggerTime)}; ${percent(snapshotShare)} with today’s values. As it was then: ${inWords(asThen) || "nothing"}.`,
  };
}

function lagTerm({ lag }: GoalActionability): Term | null {
  if (!lag.measured) return null;
  const say = (minutes: number | null) => (minutes === null ? "too few events to tell" : plainDuration(minutes));
  return {
    term: "From event to arrival",
    text: `half within ${say(lag.p50Minutes)}, 95 of 100 within ${say(lag.p95Minutes)}, 99 of 100 within ${say(lag.p99Minutes)}; ${thousands(lag.events ?? 0)} events${lag.negative ? `, ${thousands(lag.negative)} of them arrived before they happened` : ""}${lag.batch ? `; ${lag.batch}` : ""}`,
  };
}

function inWindowTerm({ lag }: GoalActionability): Term | null {
  const { inWindowShare, inWindowLow, inWindowHigh, matureMinutes } = lag;
  if (inWindowShare === null) return null;
  const likely =
    inWindowLow !== null && inWindowHigh !== null
      ? `, likely range ${percent(inWindowLow)} to ${percent(inWindowHigh)}`
      : "";
  const mature = matureMinutes === null ? "" : `, of events older than ${plainDuration(matureMinutes)}`;
  return { term: "Known inside the window", text: `${percent(inWindowShare)}${likely}${mature}` };
}

function leftOutTerm({ leftOut }: GoalActionability): Term | null {
  const parts = [
    [leftOut.future, "later than the as-of time"],
    [leftOut.timeless, "without a usable time"],
    [leftOut.repeated, "the same once more"],
    [leftOut.immature, "too young to say"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, why]) => `${thousands(count)} ${why}`);
  return said.length ? { term: "Events left out", text: said.join("; ") } : null;
}

function channelTerm({ channels }: GoalActionability): Term | null {
  if (!channels.length) return null;
  const say = (count: number | null) => (count === null ? "not measured" : thousands(count));
  return {
    term: "By channel",
    text: channels
      .map(({ channel, agreed, reachable }) => `${channel}: ${say(agreed)} agreed, ${say(reachable)} reachable`)
      .join("; "),
  };
}
