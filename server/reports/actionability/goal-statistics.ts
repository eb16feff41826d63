import type { FixPlan } from "../../actionability/fixes/plan-fixes.ts";
import type { GoalActionability, Range as MinutesRange } from "../../actionability/goal-actionability.ts";
import { roundUp } from "../../actionability/warn.ts";
import { inWords, plainDuration } from "../../evidence/plain-words.ts";
import { sayDuration } from "../../goals/duration.ts";
import { percent, thousands } from "../say-figures.ts";
import type { Term } from "../words.ts";
import { volumeTerms } from "./goal-volume.ts";
import { sayStage } from "./stage-words.ts";

/** The figures of one goal with their ranges and denominators. */
export function goalStatistics(goal: GoalActionability): readonly Term[] {
  const terms: (Term | null)[] = [
    actionableTerm(goal),
    audienceTerm(goal),
    triggerTimeTerm(goal),
    lagTerm(goal),
    inWindowTerm(goal),
    leftOutTerm(goal),
    lossTerm(goal),
    jointTerm(goal),
    setsTerm(goal),
    latenessTerm(goal),
    channelTerm(goal),
  ];
  return [...terms.filter((term) => term !== null), ...volumeTerms(goal)];
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
  if (lag.events === 0) return { term: "From event to arrival", text: "no event to measure" };
  const { p50Minutes, p95Minutes, p99Minutes, p50Range, p95Range, p99Range } = lag;
  const within = (which: string, minutes: number | null, range: MinutesRange | null | undefined) => {
    if (minutes === null) return `${which} not estimable from so few events`;
    return `${which} within ${plainDuration(minutes)}${range ? ` (${sayRange(range)})` : ""}`;
  };
  const quantiles = [
    within("half", p50Minutes, p50Range),
    within("95 of 100", p95Minutes, p95Range),
    within("99 of 100", p99Minutes, p99Range),
  ];
  const early = lag.negative ? `, ${thousands(lag.negative)} of them arrived before they happened` : "";
  return {
    term: "From event to arrival",
    text: `${quantiles.join(", ")}; ${thousands(lag.events ?? 0)} events${early}${lag.batch ? `; ${lag.batch}` : ""}`,
  };
}

function sayRange({ low, high }: MinutesRange): string {
  const [from, to] = [plainDuration(low), plainDuration(high)];
  return from === to ? `likely range about ${from}` : `likely range ${from} to ${to}`;
}

function inWindowTerm({ lag }: GoalActionability): Term | null {
  const { inWindowShare, inWindowLow, inWindowHigh, matureMinutes, events } = lag;
  if (inWindowShare === null) return null;
  const likely =
    inWindowLow !== null && inWindowHigh !== null
      ? `, likely range ${percent(inWindowLow)} to ${percent(inWindowHigh)}`
      : "";
  const mature = matureMinutes === null ? "" : ` older than ${sayDuration(roundUp(matureMinutes))}`;
  return {
    term: "Known inside the window",
    text: `${percent(inWindowShare)} of ${thousands(events ?? 0)} events${mature}${likely}`,
  };
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

function lossTerm({ losses }: GoalActionability): Term | null {
  const lost = losses.filter(({ share }) => share > 0);
  if (lost.length < 2) return null;
  const said = lost.map(
    ({ stage, share, alone }) => `${sayStage[stage]} ${thousands(share)} (alone +${thousands(alone)})`,
  );
  return {
    term: "Fair share of the loss",
    text: `${said.join("; ")}; of ${thousands(lost.reduce((sum, { share }) => sum + share, 0))} lost. Who is stopped at several steps is split between them.`,
  };
}

function jointTerm({ jointGains }: GoalActionability): Term | null {
  const said = jointGains
    .slice(0, 3)
    .map(({ stages: [one, other], gain }) => `${sayStage[one]} and ${sayStage[other]}: +${thousands(gain)}`);
  return said.length ? { term: "Two steps mended together", text: said.join("; ") } : null;
}

/** More sets are in nobody's head. */
const mostSets = 6;

function setsTerm({ plan }: GoalActionability): Term | null {
  if (!plan || plan.steps.length < 2) return null;
  const said = plan.steps
    .slice(0, mostSets)
    .map(
      ({ fixes, effort, gain, shareAfter }) =>
        `effort ${effort}: ${fixes.length === 1 ? "fix" : "fixes"} ${inWords(fixes.map((place) => `${place + 1}`))}, +${thousands(gain)}, ${percent(shareAfter)}`,
    );
  return {
    term: "Cheapest sets of fixes",
    text: `${said.join("; ")}. ${reckoned(plan)} Every set was counted.`,
  };
}

function reckoned({ fixes }: FixPlan): string {
  const usual = "a small effort counts 1, a medium one 3, a large one 8: assumptions, until somebody reckons them.";
  if (fixes.every(({ by }) => by !== null)) return "The efforts are as people reckoned them.";
  return fixes.some(({ by }) => by !== null)
    ? `Where nobody reckoned the effort, ${usual}`
    : `${usual.charAt(0).toUpperCase()}${usual.slice(1)}`;
}

function latenessTerm({ lateness }: GoalActionability): Term | null {
  if (!lateness || lateness.high === 0) return null;
  const { lost, low, high, units, outcomes, weeks, assumes } = lateness;
  const few = (count: number) => (count < 10 ? count.toFixed(1) : thousands(count));
  const hoped = outcomes === null ? "" : `, or ${few(outcomes)} of what is hoped for`;
  return {
    term: "Lost to delay each week",
    text: `${few(lost)} of ${few(units)} triggers that pass every other step${hoped}; likely range ${few(low)} to ${few(high)}, over ${thousands(Math.floor(weeks))} weeks. Assumes that ${assumes}.`,
  };
}

function channelTerm({ channels, stages, unit }: GoalActionability): Term | null {
  if (!channels.length) return null;
  const first = stages[0]?.count;
  const of =
    typeof first === "number" ? `; of ${thousands(first)} ${unit === "trigger" ? "triggers" : "customers"}` : "";
  const say = (count: number | null, what: string) =>
    count === null ? `${what} not measured` : `${thousands(count)} ${what}`;
  return {
    term: "By channel",
    text: `${channels
      .map(
        ({ channel, agreed, reachable }) =>
          `${channel.replaceAll("-", " ")}: ${say(agreed, "agreed")}, ${say(reachable, "reachable")}`,
      )
      .join("; ")}${of}`,
  };
}
