import { count, real } from "../../database/shape.ts";
import type { ConsentSource } from "../consents.ts";
import type { Funnel } from "../count-stages.ts";
import { createConsentTimeline } from "../create-consent-timeline.ts";
import type { Inquiry } from "../inquiry.ts";
import type { People } from "../people.ts";
import { expiryPreset } from "./expiry-presets.ts";
import { type ForecastMonth, forecastBase, type MonthlyLoss, optOutRate } from "./forecast-base.ts";

/** A yes must have stood this long in all before a rate is told: a hundred customers for a tenth of a year. */
const LEAST_DAYS = 3_650;

/** The customers that a goal can reach, twelve months on. */
export interface ConsentClock {
  readonly reached: number;
  /** with an address that works, who have not agreed and have not refused */
  readonly askable: number;
  /** whose last yes is over two years old: by the French rule of three years to be asked again within one */
  readonly old: number;
  readonly months: readonly ForecastMonth[];
  /** the data's own opt-outs, or an assumption with its source */
  readonly from:
    | { readonly kind: "opt-outs"; readonly withdrawn: number; readonly years: number; readonly loss: MonthlyLoss }
    | { readonly kind: "assumed"; readonly says: string };
}

/** Null where agreement or address is not measured, nobody can be reached, or nothing says how fast they are lost. */
export async function consentClock(
  inquiry: Inquiry,
  people: People,
  sources: readonly ConsentSource[],
  funnel: Funnel,
): Promise<ConsentClock | null> {
  const { session, asOf } = inquiry;
  if (!funnel.measured.includes("agreed") || !funnel.measured.includes("reachable") || asOf === null) return null;
  const values = { as_of: asOf };
  const shape = { reached: count, askable: count, old: count };
  const [base] = await session.rows("actionability/reachable-base", shape, { values });
  if (!base || base.reached === 0) return null;
  const measured = sources.some(({ history }) => history) ? await rateFromHistory(inquiry, asOf) : null;
  if (measured) {
    const { loss } = measured;
    return { ...base, months: forecastBase(base.reached, base.askable, loss), from: { kind: "opt-outs", ...measured } };
  }
  const preset = expiryPreset(people.channels);
  if (!preset) return null;
  const { rate, says } = preset;
  const months = forecastBase(base.reached, base.askable, { rate, low: rate, high: rate });
  return { ...base, months, from: { kind: "assumed", says } };
}

async function rateFromHistory(inquiry: Inquiry, asOf: string) {
  const { session } = inquiry;
  await createConsentTimeline(inquiry);
  const [found] = await session.rows(
    "actionability/opt-out-rate",
    { withdrawn: count, days: real },
    { values: { as_of: asOf } },
  );
  if (!found || found.days < LEAST_DAYS) return null;
  const loss = optOutRate(found.withdrawn, found.days);
  return loss && { withdrawn: found.withdrawn, years: found.days / 365, loss };
}
