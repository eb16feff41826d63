import { logOdds, type Outcome, type Strength } from "./effects.ts";
import type { Person } from "./person.ts";

export interface OutcomeTruth {
  readonly outcome: string;
  readonly yes: number;
  readonly share: number;
  /** the area under the ROC curve of someone who knows the true odds: no model can promise more */
  readonly aucOfTrueOdds: number;
  readonly intercept: number;
  readonly drivers: readonly DriverTruth[];
  /** drivers that say partly the same */
  readonly correlated: readonly (readonly [string, string])[];
  /** no effect of their own, but they look useful while the field they follow is left out */
  readonly proxies: readonly { readonly field: string; readonly of: string }[];
  /** nothing to do with the outcome */
  readonly noise: readonly string[];
  /** written down only after the outcome was known */
  readonly knownAfterwards: readonly string[];
}

export interface DriverTruth {
  readonly field: string;
  readonly strength: Strength;
  readonly level: string | null;
  readonly monotone: boolean;
  readonly shape: string;
  /** standard deviation of its part of the log odds over the customers */
  readonly spread: number;
}

const followers = [
  { field: "monthly_charge", of: "plan_name" },
  { field: "data_left_pct", of: "data_used_gb_30d" },
  { field: "last_cell_location", of: "postcode" },
];
const tested = [
  "date_of_birth gender postcode household_size household_income_band health_interest last_cell_location",
  "tenure_months plan_name contract_end_date monthly_charge payment_method late_payments_12m data_used_gb_30d",
  "data_left_pct roaming_days_12m support_calls_90d app_last_seen device_model referrer_url consent_email consent_push",
].flatMap((line) => line.split(" "));

/** `happened` stands in the order of `people`. */
export function outcomeTruth(
  outcome: Outcome,
  people: readonly Person[],
  happened: readonly boolean[],
  knownAfterwards: readonly string[],
): OutcomeTruth {
  const drives = new Set(outcome.effects.map(({ field }) => field));
  const proxies = followers.filter(({ field, of }) => drives.has(of) && !drives.has(field));
  const yes = happened.filter(Boolean).length;
  return {
    outcome: outcome.name,
    yes,
    share: yes / people.length,
    aucOfTrueOdds: areaUnderCurve(
      people.map((person) => logOdds(outcome, person)),
      happened,
    ),
    intercept: outcome.intercept,
    drivers: outcome.effects.map(({ field, strength, level, monotone, shape, of }) => ({
      ...{ field, strength, level, monotone, shape },
      spread: deviation(people.map(of)),
    })),
    correlated: [["plan_name", "data_used_gb_30d"]],
    proxies,
    noise: tested.filter((field) => !drives.has(field) && !proxies.some((proxy) => proxy.field === field)),
    knownAfterwards,
  };
}

/** The share of pairs, one with and one without the outcome, whose scores stand in the right order; ties count half. */
export function areaUnderCurve(scores: readonly number[], happened: readonly boolean[]): number {
  const order = scores.map((score, index) => ({ score, yes: happened[index] === true }));
  order.sort((one, other) => one.score - other.score);
  let ranks = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && order[to]?.score === order[from]?.score) to++;
    const middle = (from + 1 + to) / 2;
    ranks += middle * order.slice(from, to).filter(({ yes }) => yes).length;
  }
  const yes = happened.filter(Boolean).length;
  return (ranks - (yes * (yes + 1)) / 2) / (yes * (happened.length - yes));
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
