import type { Database } from "../database/database.ts";
import type { ResolvedGoal } from "../goals/resolved-goal.ts";
import type { Dataset, FieldProfile } from "../vocabulary.ts";
import { askStages } from "./ask-stages.ts";
import { channelCounts } from "./channel-counts.ts";
import { countStages } from "./count-stages.ts";
import { createMasks, snapshot } from "./create-masks.ts";
import type { ChannelCount } from "./goal-actionability.ts";
import { openInquiry } from "./inquiry.ts";
import { type ActionabilityOptions, prepareUnits, stoppable } from "./measure-actionability.ts";
import { shareOfAudience } from "./shares.ts";

export interface AgreedCounts {
  /** customers the goal is for */
  readonly audience: number;
  readonly channels: readonly ChannelCount[];
  /** customers who agreed to at least one of the goal's channels; null where nothing records it */
  readonly agreedToAny: number | null;
}

/** Who agreed to a goal's channels, and whose address works: the start of a measurement, without what comes after. */
export function countAgreed(
  database: Database,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
  goal: ResolvedGoal,
  { asOf, fieldSettings, signal }: Omit<ActionabilityOptions, "needed">,
): Promise<AgreedCounts> {
  return database.session(async (session) => {
    const inquiry = openInquiry({
      database,
      session: stoppable(session, signal),
      dataset,
      profiles,
      goal,
      needed: [],
      fieldSettings,
      asOf,
    });
    const { people, sources, lag } = await prepareUnits(inquiry);
    await createMasks(inquiry, people, lag, snapshot);
    const funnel = await countStages(inquiry, askStages(inquiry, people, sources, lag));
    const { audience } = await shareOfAudience(inquiry, funnel);
    return {
      audience,
      channels: await channelCounts(inquiry, people, sources),
      agreedToAny: funnel.stages.find(({ stage }) => stage === "agreed")?.customers ?? null,
    };
  }, signal);
}
