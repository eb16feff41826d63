import { count, orNull, real, time } from "../../database/shape.ts";
import type { Funnel } from "../count-stages.ts";
import { lookBackOf } from "../create-units.ts";
import type { Inquiry } from "../inquiry.ts";
import { Z } from "../intervals.ts";
import type { LagMeasured } from "../measure-lag.ts";
import { bit, requiredMask } from "../stage-masks.ts";
import { decayCurve } from "./decay-curve.ts";

const WEEK = 7 * 1_440;

/** What delay alone costs each week, of the triggers that pass every other step. */
export interface Lateness {
  /** triggers a week that pass every other step */
  readonly units: number;
  /** how many of them delay makes worthless, those half as good counted by half */
  readonly lost: number;
  readonly low: number;
  readonly high: number;
  /** of what is hoped for, where the curve says how often it happens */
  readonly outcomes: number | null;
  readonly weeks: number;
  /** the curve that it rests on; to be checked, not measured */
  readonly assumes: string;
}

/**
 * The lag of each unit put into the goal's decay curve (domain.md 7.5). The interval takes the persons' losses as a
 * compound Poisson sum: its variance is the sum of their squares, so that one person with many triggers counts as one.
 * Null where no lag is measured, no curve is known, or less than a week is on record.
 */
export async function measureLateness(inquiry: Inquiry, funnel: Funnel, lag: LagMeasured): Promise<Lateness | null> {
  const { goal, session } = inquiry;
  const curve = decayCurve(goal.goal, goal.windowMinutes, goal.untilMinutes);
  if (!curve || !funnel.measured.includes("in-time") || goal.trigger?.kind !== "event") return null;
  const weeks = await weeksOnRecord(inquiry, lag);
  if (weeks === null || weeks < 1) return null;
  const others = requiredMask(funnel.measured.filter((stage) => stage !== "in-time")) | bit.notHeldBack;
  const [found] = await session.rows(
    "actionability/lost-to-delay",
    { lost: real, squares: real, units: count },
    { names: { masks: "person_masks" }, values: { required: others } },
  );
  if (!found) throw new Error("actionability/lost-to-delay returned nothing.");
  const lost = found.lost / 1_000_000 / weeks;
  const half = (Z * Math.sqrt(found.squares)) / 1_000_000 / weeks;
  return {
    units: found.units / weeks,
    lost,
    low: Math.max(0, lost - half),
    high: lost + half,
    outcomes: curve.of100 === null ? null : (lost * curve.of100) / 100,
    weeks,
    assumes: curve.says,
  };
}

/** From the look-back's start, or the first trigger where the data begin later, to the last moment that counts. */
async function weeksOnRecord(inquiry: Inquiry, lag: LagMeasured): Promise<number | null> {
  const lookBack = lookBackOf(inquiry);
  if (inquiry.asOf === null || lookBack === null) return null;
  const [span] = await inquiry.session.rows("actionability/span-of-units", { first_at: orNull(time) });
  if (!span?.first_at) return null;
  const asOf = Date.parse(inquiry.asOf) / 60_000;
  const from = Math.max(asOf - lookBack, Date.parse(span.first_at) / 60_000);
  return (asOf - lag.matureMinutes - from) / WEEK;
}
