import { sayDuration } from "../goals/duration.ts";
import type { StageName } from "../vocabulary.ts";
import { needsConsent, sayChannels } from "./consent-rules.ts";
import type { Funnel } from "./count-stages.ts";
import type { FieldAges, FieldReadiness, Fix, Lag } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import { isTimed } from "./needed-fields.ts";
import type { People } from "./people.ts";
import { gainOf, type MiddleStage } from "./stage-masks.ts";
import { listLabels } from "./words.ts";

export interface FixFacts {
  readonly inquiry: Inquiry;
  readonly people: People;
  readonly funnel: Funnel;
  readonly fields: readonly FieldReadiness[];
  readonly lag: Lag;
  readonly agesOf: FieldAges | null;
}

/**
 * One fix per measured stage that loses somebody, the one that brings most back first. A gain is what this fix alone
 * brings: whoever is stopped twice stays stopped. Being held back on purpose is never offered as something to fix. None
 * where nothing tells who can be acted on: then nothing tells what a fix would bring either.
 */
export function proposeFixes(facts: FixFacts): readonly Fix[] {
  const { funnel } = facts;
  if (funnel.stages.at(-1)?.measured !== true) return [];
  const fixes = funnel.measured.flatMap((stage): Fix[] => {
    const step = funnel.stages.find((one) => one.stage === stage);
    const gain = gainOf(funnel.masks, funnel.measured, stage);
    if (!step?.lost && gain === 0) return [];
    return [
      {
        fix: sentenceOf(stage, facts),
        stage,
        gain,
        shareAfter: (funnel.count + gain) / funnel.known,
        expected: expectedOf(stage, funnel),
      },
    ];
  });
  return fixes.sort((one, other) => other.gain - one.gain || order(one.stage) - order(other.stage));

  function order(stage: StageName): number {
    return funnel.measured.indexOf(stage as MiddleStage);
  }
}

/** The stage whose fix alone brings most back; null where no single fix brings anybody. */
export function bottleneckOf(fixes: readonly Fix[]): StageName | null {
  const [first] = fixes;
  return first && first.gain > 0 ? first.stage : null;
}

/** Nobody knows the fields and consents of a unit without a customer: those it would bring at the rate of the others. */
function expectedOf(stage: MiddleStage, funnel: Funnel): number | null {
  const step = funnel.stages.find((one) => one.stage === stage);
  if (stage !== "identifiable" || !step?.count || !step.lost) return null;
  return Math.round((step.lost * funnel.count) / step.count);
}

function sentenceOf(stage: MiddleStage, facts: FixFacts): string {
  const { inquiry, people, fields } = facts;
  const { goal } = inquiry;
  if (stage === "identifiable") {
    return goal.trigger?.kind === "event"
      ? "Match the events that belong to no known customer: record the customer’s number with each event"
      : "Give every record its customer number";
  }
  if (stage === "present") return fillSentence(emptiest(people, fields));
  if (stage === "fresh") return freshSentence(facts);
  if (stage === "agreed") {
    return needsConsent(inquiry)
      ? `Ask for a yes to ${sayChannels(people.channels)} at the moment it pays for the customer, and record the answer`
      : `Find out why customers object to ${sayChannels(people.channels)}, and offer another channel`;
  }
  if (stage === "reachable")
    return `Check the addresses for ${sayChannels(people.channels)} and ask for new ones where they fail`;
  return inTimeSentence(facts);
}

function inTimeSentence({ inquiry: { goal }, lag }: FixFacts): string {
  const window = goal.windowMinutes === null ? "the window" : sayDuration(goal.windowMinutes);
  const { trigger } = goal;
  const what = trigger?.kind === "event" ? `${trigger.event ?? "every"} events` : "the readings that trigger";
  return lag.batch
    ? `Load ${what} more often: ${lag.batch}, and the window is ${window}`
    : `Load ${what} sooner: they must be here within ${window}`;
}

/** The fields that may be least old are named. */
function freshSentence({ people: { needed }, agesOf }: FixFacts): string {
  const aged = needed.filter(isTimed);
  const shortest = aged.reduce((least, { maxAgeMinutes }) => Math.min(least, maxAgeMinutes), Infinity);
  const names = listLabels(aged.filter(({ maxAgeMinutes }) => maxAgeMinutes === shortest).map(({ label }) => label));
  const often = `at least every ${sayDuration(shortest)}`;
  return agesOf?.batch ? `Read ${names} ${often}: today ${agesOf.batch}` : `Read ${names} ${often}`;
}

function fillSentence(labels: readonly string[]): string {
  const names = labels.length ? listLabels(labels) : "the needed fields";
  return `Fill ${names} where ${labels.length === 1 ? "it is" : "they are"} missing`;
}

/** The needed fields with most gaps, at most three. */
function emptiest({ needed }: People, fields: readonly FieldReadiness[]): readonly string[] {
  const gaps = needed
    .map((field, index) => ({ label: field.label, coverage: fields[index]?.coverage ?? 1, place: field.place }))
    .filter(({ coverage, place }) => coverage < 1 && place !== "elsewhere")
    .sort((one, other) => one.coverage - other.coverage);
  return gaps.slice(0, 3).map(({ label }) => label);
}
