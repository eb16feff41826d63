import { sayDuration } from "../../goals/duration.ts";
import { fixName } from "../../goals/fix-names.ts";
import type { Channel } from "../../vocabulary.ts";
import { needsConsent, sayChannels } from "../consent-rules.ts";
import type { FieldAges, Lag } from "../goal-actionability.ts";
import type { Inquiry } from "../inquiry.ts";
import type { People } from "../people.ts";
import { sayCadence } from "./cadences.ts";
import type { FieldLack, Lacks } from "./lacks.ts";
import type { Effort, Remedy } from "./plan-fixes.ts";

/** The things that can be done, and where each stands in the list. */
export interface Remedies {
  readonly list: readonly Remedy[];
  placeOf(key: string): number | undefined;
}

interface Facts {
  readonly inquiry: Inquiry;
  readonly people: People;
  readonly lag: Lag;
  readonly agesOf: FieldAges | null;
}

export const remedyKey = {
  match: fixName.match,
  enough: fixName.load,
  slower: fixName.loadSlower,
  clocks: fixName.clocks,
  field: ({ kind, called }: FieldLack) => (kind === "missing" ? fixName.fill(called) : fixName.read(called)),
  ask: (channel: Channel) => fixName.ask(channel),
  verify: (channel: Channel) => fixName.check(channel),
} as const;

/** Concrete fixes for whatever may be lacking, with a usual effort each. Nobody who refused is asked again. */
export function listRemedies(facts: Facts, lacks: Lacks): Remedies {
  const list = [
    ...matching(facts, lacks),
    ...loading(facts, lacks),
    ...lacks.fields.map((lack) => (lack.kind === "missing" ? filling(lack) : reading(lack, facts))),
    ...lacks.channels.flatMap((channel) => reaching(facts, lacks, channel)),
  ];
  const places = new Map(list.map(({ key }, place) => [key, place]));
  return { list, placeOf: (key) => places.get(key) };
}

function matching({ inquiry: { goal } }: Facts, { nameless }: Lacks): readonly Remedy[] {
  if (!nameless) return [];
  const events = goal.trigger?.kind === "event";
  return [
    {
      key: remedyKey.match,
      stage: "identifiable",
      fix: events
        ? "Match the events that belong to no known customer: record the customer’s number with each event"
        : "Give every record its customer number",
      effort: "medium",
      note: events ? "If those without a match are like the others" : null,
    },
  ];
}

function loading({ inquiry: { goal }, lag }: Facts, { cadences }: Lacks): readonly Remedy[] {
  if (!cadences || goal.trigger?.kind !== "event") return [];
  const what = goal.trigger.event === null ? "the events" : `“${goal.trigger.event}” events`;
  const today = lag.batch ? `Today ${lag.batch}` : null;
  const remedy = (key: string, cadence: number): Remedy => ({
    key,
    stage: "in-time",
    fix: `Load ${what} ${sayCadence(cadence)}`,
    effort: effortOfCadence(cadence),
    note: today,
  });
  return [
    remedy(remedyKey.enough, cadences.enough),
    ...(cadences.slower === null ? [] : [remedy(remedyKey.slower, cadences.slower)]),
    {
      key: remedyKey.clocks,
      stage: "in-time",
      fix: `Set the clocks right by which ${what} are timed`,
      effort: "small",
      note: "These arrive before they happen",
    },
  ];
}

function filling(lack: FieldLack): Remedy {
  return {
    key: remedyKey.field(lack),
    stage: "present",
    fix: `Fill “${lack.field.label}” where it is missing`,
    effort: "medium",
    note: null,
  };
}

function reading(lack: FieldLack, { agesOf }: Facts): Remedy {
  const { label, maxAgeMinutes, ref } = lack.field;
  const batch = agesOf?.table === ref.table && agesOf.name === ref.field ? agesOf.batch : null;
  return {
    key: remedyKey.field(lack),
    stage: "fresh",
    fix: `Read “${label}” at least every ${sayDuration(Math.round(maxAgeMinutes))}`,
    effort: effortOfCadence(maxAgeMinutes),
    note: batch ? `Today ${batch}` : null,
  };
}

function reaching({ inquiry, people }: Facts, lacks: Lacks, channel: Channel): readonly Remedy[] {
  const says = sayChannels([channel]);
  const ask: Remedy = {
    key: remedyKey.ask(channel),
    stage: "agreed",
    fix: `Ask for a yes to ${says} at the moment it pays for the customer`,
    effort: "small",
    note: "If everybody asked says yes; who said no before is not asked again",
  };
  const verify: Remedy = {
    key: remedyKey.verify(channel),
    stage: "reachable",
    fix: `Check the addresses for ${says}, and ask for new ones where they fail`,
    effort: "small",
    note: null,
  };
  const addressed = people.addresses.some((address) => address.channel === channel);
  return [
    ...(lacks.agreedCounts && needsConsent(inquiry) ? [ask] : []),
    ...(lacks.reachableCounts && addressed ? [verify] : []),
  ];
}

/** More than once an hour needs another way of loading than a nightly file. */
function effortOfCadence(minutes: number): Effort {
  return minutes < 60 ? "large" : "medium";
}
