import { count } from "../database/shape.ts";
import type { Funnel } from "./count-stages.ts";
import { unitOf } from "./create-units.ts";
import type { ActionableShare, CustomerShare } from "./goal-actionability.ts";
import type { Inquiry } from "./inquiry.ts";
import { clusteredInterval, type Interval, wilson } from "./intervals.ts";

/** Fewer are counted, not shared out. */
const FEW = 30;

/** Today's snapshot over the first stage, with its interval; null where nothing tells, or nothing triggered. */
export async function shareActionable(inquiry: Inquiry, funnel: Funnel): Promise<ActionableShare | null> {
  const told = funnel.stages.at(-1)?.measured === true;
  if (!told || funnel.known === 0) return null;
  const countsOnly = funnel.known < FEW;
  if (countsOnly) {
    const units = `${unitOf(inquiry)}${funnel.known === 1 ? "" : "s"}`;
    inquiry.warnings.push(`Only ${funnel.known} ${units}: read the counts, a share of so few says little.`);
  }
  return {
    count: funnel.count,
    share: funnel.count / funnel.known,
    ...(await intervalOf(inquiry, "person_masks", funnel.required)),
    atMost: funnel.measured.length < 6,
    countsOnly,
  };
}

/** One unit a person: Wilson. Several: the ratio estimator over persons. */
export async function intervalOf({ session }: Inquiry, masks: string, required: number): Promise<Interval> {
  const clusters = await session.rows(
    "actionability/passing-clusters",
    { passing: count, units: count, persons: count },
    { names: { masks }, values: { required } },
  );
  return clusteredInterval(clusters);
}

export async function shareOfAudience(
  { session }: Inquiry,
  funnel: Funnel,
): Promise<{ audience: number; share: CustomerShare | null }> {
  const [size] = await session.rows("actionability/audience-size", { customers: count });
  const audience = size?.customers ?? 0;
  if (audience === 0) return { audience, share: null };
  const { customers } = funnel;
  return { audience, share: { customers, share: customers / audience, ...wilson(customers, audience) } };
}
