import { UserError } from "../../errors.ts";
import { askStages } from "../ask-stages.ts";
import type { Inquiry } from "../inquiry.ts";
import { type PreparedUnits, prepareUnits } from "../measure-actionability.ts";
import type { MiddleStage } from "../stage-masks.ts";
import { type CreatedSteps, createSteps } from "./create-steps.ts";
import type { Period } from "./period.ts";
import { type Rules, rulesOf } from "./rules.ts";

export interface PreparedRehearsal extends CreatedSteps {
  readonly units: PreparedUnits;
  readonly rules: Rules;
  readonly measured: readonly MiddleStage[];
}

/** Bits of a trigger's `agreed` and `reachable`. */
const most = 31;

/** The report's units of a period, and everything that happens around them as steps. Throws UserError for a goal that cannot be replayed. */
export async function prepareRehearsal(inquiry: Inquiry, period: Period): Promise<PreparedRehearsal> {
  const { session, goal, asOf } = inquiry;
  if (goal.trigger === null || goal.windowMinutes === null || asOf === null)
    throw new UserError("Only a goal with a trigger and an action window can be rehearsed. Write both in the goal.");
  const units = await prepareUnits(inquiry);
  if (units.people.channels.length > most || units.people.addresses.length > most)
    throw new UserError(`This goal names more than ${most} channels or addresses: too many to rehearse. Name fewer.`);
  await session.run("actionability/create-units-then", { values: { as_of: asOf, window: goal.windowMinutes } });
  await session.run("actionability/rehearsal-keep-period", { values: { from: period.from, to: period.to } });
  const asked = askStages(inquiry, units.people, units.sources, units.lag);
  return {
    units,
    rules: rulesOf(inquiry, units),
    measured: asked.flatMap(({ stage, why }) => (why === null ? [stage] : [])),
    ...(await createSteps(inquiry, units, period)),
  };
}
