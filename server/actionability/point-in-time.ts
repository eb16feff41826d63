import { count, text } from "../database/shape.ts";
import { literal } from "../database/sql-text.ts";
import { reachableBy } from "./address-conditions.ts";
import { sumOf } from "./conditions.ts";
import { needsConsent } from "./consent-rules.ts";
import type { ConsentSource } from "./consents.ts";
import { type Funnel, maskCounts } from "./count-stages.ts";
import { createConsentTimeline } from "./create-consent-timeline.ts";
import { atTrigger, createMasks, snapshot } from "./create-masks.ts";
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
    snapshotShare: await snapshotShare(inquiry, funnel, triggers),
    asThen,
  };
}

/** What each trigger of `units_then` passed as known at trigger + window: the temporary table `person_masks_then`. */
export async function createMasksThen(inquiry: Inquiry, people: People, lag: LagMeasured): Promise<void> {
  await createReadingsThen(inquiry, people);
  await createConsentTimeline(inquiry);
  await createReachThen(inquiry, people);
  await createMasks(inquiry, people, lag, atTrigger);
}

/** One as-of join per unit, whatever the number of channels: their answers are bits. */
async function createReachThen(inquiry: Inquiry, people: People): Promise<void> {
  const { session, database } = inquiry;
  const part = (query: string, names = {}) => database.fragment(query, names);
  const channels = people.channels.length ? people.channels : [""];
  const historic = await session.rows("actionability/historic-channels", { channel: text });
  const bits = channels.map((channel, place) => ({
    channel,
    bit: 2 ** place,
    historic: historic.some((one) => one.channel === channel),
  }));
  const unlessRefused = !needsConsent(inquiry);
  await session.run("actionability/create-reach-before", {
    values: { channels, bits: bits.map(({ bit }) => bit), unless_refused: unlessRefused },
  });
  const agreed = bits
    .filter(({ historic }) => historic)
    .map(({ bit, channel }) =>
      part("actionability/channel-bit-then", {
        bit: literal(bit),
        channel: literal(channel),
        unless_refused: part(unlessRefused ? "actionability/always" : "actionability/never"),
      }),
    );
  await session.run("actionability/create-reach-timeline", {
    names: { agreed: agreed.length ? sumOf(inquiry, agreed) : literal(0) },
    values: { lasting: bits.reduce((sum, { bit, historic }) => (historic ? sum : sum + bit), 0) },
  });
  const reachable = bits.map(({ bit, channel }) =>
    part("actionability/bit-where", {
      bit: literal(bit),
      condition: reachableBy(inquiry, people, channel, "at-trigger"),
    }),
  );
  await session.run("actionability/create-unit-reach-then", { names: { reachable: sumOf(inquiry, reachable) } });
}

/** Today's values over the same triggers. */
async function snapshotShare({ session }: Inquiry, { required }: Funnel, triggers: number): Promise<number> {
  const shape = { mask: count, units: count };
  const masks = await session.rows("actionability/closed-mask-counts", shape, { names: { masks: snapshot.masks } });
  return countPassing(masks, required) / triggers;
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
