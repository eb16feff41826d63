import { reachableBy } from "./address-conditions.ts";
import { needsConsent } from "./consent-rules.ts";
import type { ConsentSource } from "./consents.ts";
import { type Funnel, maskCounts } from "./count-stages.ts";
import { atTrigger, closed, createMasks } from "./create-masks.ts";
import { createReadingsThen } from "./create-readings.ts";
import { unitOf } from "./create-units.ts";
import type { TriggerTimeShare } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import type { LagMeasured } from "./measure-lag.ts";
import type { People } from "./people.ts";
import { intervalOf } from "./shares.ts";
import { countPassing } from "./stage-masks.ts";

/**
 * The same stages as known at trigger + window, over the triggers whose window has closed: as-of joins over the history
 * of consents and of readings. What has no history stands as today. Null without history, trigger or window.
 */
export async function shareAtTriggerTime(
  inquiry: Inquiry,
  people: People,
  sources: readonly ConsentSource[],
  lag: LagMeasured,
  funnel: Funnel,
): Promise<TriggerTimeShare | null> {
  const { session, goal, asOf } = inquiry;
  const asThen = historyOf(people, sources, funnel);
  if (unitOf(inquiry) === "customer" || goal.windowMinutes === null || asOf === null || !asThen.length) return null;
  if (funnel.stages.at(-1)?.measured !== true) return null;
  await session.run("actionability/create-units-then", { values: { as_of: asOf, window: goal.windowMinutes } });
  await createMasksThen(inquiry, people, lag);
  const masks = await maskCounts(session, atTrigger.masks);
  const triggers = countPassing(masks, 0);
  if (triggers === 0) return null;
  const passing = countPassing(masks, funnel.required);
  return {
    triggers,
    count: passing,
    share: passing / triggers,
    ...(await intervalOf(inquiry, atTrigger.masks, funnel.required)),
    snapshotShare: await snapshotShare(inquiry, people, lag, funnel, triggers),
    asThen,
  };
}

/** What each trigger of `units_then` passed as known at trigger + window: the temporary table `person_masks_then`. */
export async function createMasksThen(inquiry: Inquiry, people: People, lag: LagMeasured): Promise<void> {
  const { session } = inquiry;
  await createReadingsThen(inquiry, people);
  await session.run("actionability/create-consent-timeline");
  const channels = people.channels.length ? people.channels : [""];
  await session.run("actionability/create-unit-reach-then", {
    names: { reachable: channels.map((channel) => reachableBy(inquiry, people, channel, "at-trigger")) },
    values: { channels, unless_refused: !needsConsent(inquiry) },
  });
  await createMasks(inquiry, people, lag, atTrigger);
}

/** Today's values over the same triggers. */
async function snapshotShare(
  inquiry: Inquiry,
  people: People,
  lag: LagMeasured,
  funnel: Funnel,
  triggers: number,
): Promise<number> {
  if (triggers === funnel.known) return funnel.count / funnel.known;
  await createMasks(inquiry, people, lag, closed);
  return countPassing(await maskCounts(inquiry.session, closed.masks), funnel.required) / triggers;
}

function historyOf(
  people: People,
  sources: readonly ConsentSource[],
  { measured }: Funnel,
): TriggerTimeShare["asThen"] {
  const needed = people.needed.some(({ readings }) => readings !== null);
  const address = measured.includes("reachable") && people.addresses.some(({ aged }) => aged?.readings != null);
  const consent = measured.includes("agreed") && sources.some(({ history }) => history);
  return [
    ...(needed ? (["fields"] as const) : []),
    ...(consent ? (["consent"] as const) : []),
    ...(address ? (["address"] as const) : []),
  ];
}
