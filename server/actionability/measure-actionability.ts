import type { Database, Session } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { Cancelled } from "../errors.ts";
import type { ResolvedGoal } from "../goals/resolved-goal.ts";
import type { Dataset, FieldProfile, FieldRef, FieldSetting } from "../vocabulary.ts";
import { ageBars } from "./age-bars.ts";
import { askStages } from "./ask-stages.ts";
import { channelCounts } from "./channel-counts.ts";
import { channelsOf } from "./channels.ts";
import { addConsentEntries, type ConsentSource, consentSources } from "./consents.ts";
import { countStages } from "./count-stages.ts";
import { createMasks, snapshot } from "./create-masks.ts";
import { createPeople } from "./create-people.ts";
import { createReadings } from "./create-readings.ts";
import { createStandings } from "./create-standings.ts";
import { createUnits, lookBackOf, unitOf } from "./create-units.ts";
import { type FieldDecay, limitByDecay, measureDecay } from "./decay/measure-decay.ts";
import { describeLag } from "./describe-lag.ts";
import { explain, queriesOfExplanation } from "./explain.ts";
import { fieldReadiness } from "./field-readiness.ts";
import type { GoalActionability, LeftOut } from "./goal-actionability.ts";
import { type Inquiry, openInquiry } from "./inquiry.ts";
import { type LagMeasured, matureAge, measureGrain, measureLag } from "./measure-lag.ts";
import { type NeededField, neededFields } from "./needed-fields.ts";
import { addressesOf, type People } from "./people.ts";
import { shareAtTriggerTime } from "./point-in-time.ts";
import { bottleneckOf, proposeFixes } from "./propose-fixes.ts";
import { shareActionable, shareOfAudience } from "./shares.ts";
import { type CustomerKey, distinctKeys, keyOf } from "./table-keys.ts";
import { eventTable } from "./trigger-table.ts";
import { warnOfConsent, warnOfEvents, warnOfNeverInTime, warnOfUnmeasured } from "./warn.ts";
import { warnOfStrangers } from "./warn-of-strangers.ts";
import { warnOfTimes } from "./warn-of-times.ts";

export interface ActionabilityOptions {
  /** the data's own time, ISO; never the clock */
  readonly asOf: string | null;
  /** the fields that the goal needs a value of; its contents and trigger are added */
  readonly needed: readonly FieldRef[];
  readonly fieldSettings: readonly FieldSetting[];
  /** fields that say how it ended, for whichever goal: nobody is told apart by them */
  readonly afterwards?: readonly FieldRef[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * How many can be acted on inside the goal's action window, and what stops the rest (methods.md 9).
 * Every count is exact, over all records; nothing is written but temporary tables of one connection.
 */
export function measureActionability(
  database: Database,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
  goal: ResolvedGoal,
  options: ActionabilityOptions,
): Promise<GoalActionability> {
  const { asOf, needed, fieldSettings, afterwards, signal } = options;
  return database.session(
    (session) =>
      measure(
        openInquiry({
          database,
          session: stoppable(session, signal),
          dataset,
          profiles,
          goal,
          needed,
          fieldSettings,
          afterwards,
          asOf,
        }),
      ),
    signal,
  );
}

/** Between two statements there is nothing to interrupt. */
export function stoppable(session: Session, signal: AbortSignal | undefined): Session {
  const goOn = () => {
    if (signal?.aborted) throw new Cancelled("Cancelled.");
  };
  return {
    ...session,
    run: async (query, options) => {
      goOn();
      await session.run(query, options);
    },
    rows: async (query, shape, options) => {
      goOn();
      return session.rows(query, shape, options);
    },
  };
}

/** What a measurement has made before it looks at any stage. */
export interface PreparedUnits {
  readonly people: People;
  readonly sources: readonly ConsentSource[];
  readonly leftOut: LeftOut;
  readonly lag: LagMeasured;
  readonly decay: readonly FieldDecay[];
}

/** The temporary tables of one measurement, up to the units that are old enough and their lags. */
export async function prepareUnits(inquiry: Inquiry): Promise<PreparedUnits> {
  const sources = consentSources(inquiry);
  const asked = neededFields(inquiry);
  const decay = await measureDecay(inquiry, asked);
  const needed = limitByDecay(inquiry, asked, decay);
  const channels = channelsOf(inquiry.goal, inquiry.profiles);
  const addresses = addressesOf(inquiry, channels);
  const people: People = {
    keys: keysOf(inquiry, [...needed, ...addresses.flatMap(({ aged }) => aged ?? [])], sources),
    needed,
    channels,
    addresses,
  };
  await createPeople(inquiry, people);
  await addConsentEntries(inquiry, sources, people.keys, people.channels);
  await createReadings(inquiry, people);
  await createStandings(inquiry, people, sources);
  const leftOut = await createUnits(inquiry, people);
  const grain = await measureGrain(inquiry);
  const mature = await matureAge(inquiry, grain);
  const immature = await dropImmature(inquiry, mature);
  const lag = await measureLag(inquiry, grain, mature);
  return { people, sources, leftOut: { ...leftOut, immature }, lag, decay };
}

async function measure(inquiry: Inquiry): Promise<GoalActionability> {
  const { goal } = inquiry;
  const { people, sources, leftOut, lag, decay } = await prepareUnits(inquiry);
  await createMasks(inquiry, people, lag, snapshot);
  const asked = askStages(inquiry, people, sources, lag);
  const funnel = await countStages(inquiry, asked);
  const fields = await fieldReadiness(inquiry, people, lag, funnel.measured.includes("in-time"));
  const sayLag = await describeLag(inquiry, lag, funnel);
  const ages = await ageBars(inquiry, people);
  const fixes = proposeFixes({ inquiry, people, funnel, fields, lag: sayLag, agesOf: ages.agesOf });
  const more = await explain({
    inquiry,
    people,
    sources,
    funnel,
    fields,
    lag,
    lagSaid: sayLag,
    agesOf: ages.agesOf,
    leftOut,
  });
  const actionable = await shareActionable(inquiry, funnel);
  const { audience, share } = await shareOfAudience(inquiry, funnel);
  const atTriggerTime = await shareAtTriggerTime(inquiry, people, sources, lag, funnel);
  const everInTime = atTriggerTime !== null && atTriggerTime.count > 0 && atTriggerTime.asThen.includes("fields");
  if (!everInTime) warnOfNeverInTime(inquiry, people, fields);
  warnOfConsent(inquiry, people, sources);
  warnOfUnmeasured(inquiry, asked);
  warnOfEvents(inquiry, leftOut, lag);
  await warnOfTimes(inquiry, sources);
  await warnOfStrangers(inquiry, sources, people.keys);
  return {
    key: goal.goal.key,
    name: goal.goal.name,
    unit: unitOf(inquiry),
    windowMinutes: goal.windowMinutes,
    channels: await channelCounts(inquiry, people, sources),
    stages: funnel.stages,
    heldBack: funnel.heldBack,
    actionable,
    ofAudience: actionable && share,
    atTriggerTime,
    bottleneck: bottleneckOf(fixes),
    lag: sayLag,
    fields,
    fixes,
    warnings: inquiry.warnings,
    asOf: inquiry.asOf,
    audience,
    lookBackMinutes: lookBackOf(inquiry),
    ...ages,
    ...more,
    decay,
    leftOut,
    queries: [...queriesOf(inquiry, lag), ...queriesOfExplanation(more)],
  };
}

/** Every field of the customers table by which another table names a customer. */
function keysOf(
  inquiry: Inquiry,
  fields: readonly NeededField[],
  sources: readonly ConsentSource[],
): readonly CustomerKey[] {
  const { trigger } = inquiry.goal;
  const event = trigger?.kind === "event" ? [keyOf(inquiry, eventTable(inquiry, trigger))] : [];
  const readings = fields.flatMap((field) => (field.readings ? [keyOf(inquiry, field.readings.table)] : []));
  return distinctKeys([...event, ...sources.map(({ joins }) => joins), ...readings]);
}

/** Recent events whose late companions have not arrived yet would flatter the lag. */
async function dropImmature({ session, asOf }: Inquiry, matureMinutes: number): Promise<number> {
  if (asOf === null || matureMinutes === 0) return 0;
  const [dropped] = await session.rows(
    "actionability/drop-immature-units",
    { Count: count },
    { values: { as_of: asOf, mature: Math.round(matureMinutes * 60_000_000) } },
  );
  return dropped?.Count ?? 0;
}

function queriesOf({ goal }: Inquiry, lag: LagMeasured): readonly string[] {
  const units =
    goal.trigger?.kind === "event" ? "actionability/create-units-of-events" : "actionability/create-units-of-customers";
  const counted = [
    "actionability/create-people",
    "actionability/create-customer-channels",
    units,
    "actionability/create-person-masks",
    "actionability/needed-field-counts",
  ];
  return [...counted, ...(lag.measured ? ["actionability/lag-facts"] : [])];
}
