import { consentClock } from "./consent/consent-clock.ts";
import type { ConsentSource } from "./consents.ts";
import type { Funnel } from "./count-stages.ts";
import type { Explanation } from "./explanation.ts";
import { findMending } from "./fixes/find-mending.ts";
import { measureLateness } from "./fixes/measure-lateness.ts";
import { planFixes } from "./fixes/plan-fixes.ts";
import { jointGains, stageLosses } from "./fixes/stage-losses.ts";
import type { FieldAges, FieldReadiness, Lag, LeftOut } from "./goal-actionability.ts";
import { shareByGroup } from "./groups/share-by-group.ts";
import type { Inquiry } from "./inquiry.ts";
import type { LagMeasured } from "./measure-lag.ts";
import type { People } from "./people.ts";
import { measureVolume } from "./volume/measure-volume.ts";

export interface Measured {
  readonly inquiry: Inquiry;
  readonly people: People;
  readonly sources: readonly ConsentSource[];
  readonly funnel: Funnel;
  readonly fields: readonly FieldReadiness[];
  readonly lag: LagMeasured;
  readonly lagSaid: Lag;
  readonly agesOf: FieldAges | null;
  readonly leftOut: LeftOut;
}

/** Everything that explains the funnel, from the temporary tables that it was counted with. */
export async function explain(measured: Measured): Promise<Explanation> {
  const { inquiry, people, sources, funnel, lag, leftOut } = measured;
  const told = funnel.stages.at(-1)?.measured === true;
  const mending = await findMending(measured);
  return {
    losses: told ? stageLosses(funnel.masks, funnel.measured) : [],
    jointGains: told ? jointGains(funnel.masks, funnel.measured) : [],
    mending,
    plan: mending && planFixes(mending, { efforts: [], goal: inquiry.goal.goal }),
    lateness: await measureLateness(inquiry, funnel, lag),
    volume: await measureVolume(inquiry, people, lag, leftOut),
    groups: await shareByGroup(inquiry, funnel),
    consentClock: await consentClock(inquiry, people, sources, funnel),
  };
}

/** The queries behind the parts that are told. */
export function queriesOfExplanation(told: Explanation): readonly string[] {
  const parts: readonly (readonly [string, boolean])[] = [
    ["actionability/fix-needs", told.plan !== null],
    ["actionability/lost-to-delay", told.lateness !== null],
    ["actionability/trigger-days", told.volume !== null],
    ["actionability/group-shares", told.groups.differing.length + told.groups.alike.length > 0],
    ["actionability/opt-out-rate", told.consentClock?.from.kind === "opt-outs"],
  ];
  return parts.flatMap(([query, present]) => (present ? [query] : []));
}
