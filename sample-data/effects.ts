import { day, midnight } from "./moments.ts";
import type { Person } from "./person.ts";

export type Strength = "strong" | "moderate" | "weak";

/** How one field truly moves one outcome, in log odds. */
export interface Effect {
  readonly field: string;
  readonly strength: Strength;
  /** the coarsest form that holds the whole effect */
  readonly level: string | null;
  readonly monotone: boolean;
  /** what the shape is, in words */
  readonly shape: string;
  of(person: Person): number;
}

export interface Outcome {
  readonly name: string;
  readonly intercept: number;
  readonly effects: readonly Effect[];
}

const planEffects: Readonly<Record<string, number>> = {
  "Harbour S": 0.15,
  "Harbour M": -0.35,
  "Harbour L": 0.45,
  "Harbour XL": 0.9,
  "Harbour Family": -0.9,
};
const decadeEffects: Readonly<Record<number, number>> = {
  193: -0.6,
  194: -0.55,
  195: -0.35,
  196: -0.1,
  197: 0.15,
  198: 0.35,
  199: 0.6,
  200: 0.75,
};
const callEffects = [-0.35, 0.25, 0.8, 1.3, 1.8];

const churnEffects: readonly Effect[] = [
  {
    field: "contract_end_date",
    strength: "strong",
    level: null,
    monotone: true,
    shape: "many leave in the last 60 days, few with more than a year to run",
    of: ({ contractEnd }) => (contractEnd === null ? 0.2 : contractEffect((contractEnd - midnight) / day)),
  },
  {
    field: "data_used_gb_30d",
    strength: "strong",
    level: null,
    monotone: true,
    shape: "falls with the logarithm of the gigabytes used",
    of: ({ dataUsed }) => -0.6 * (Math.log(dataUsed + 1) - 2.4),
  },
  {
    field: "support_calls_90d",
    strength: "strong",
    level: "0, 1, 2, 3, 4 and more",
    monotone: true,
    shape: "rises with every call, up to four",
    of: ({ supportCalls }) => callEffects[Math.min(4, supportCalls)] ?? 0,
  },
  {
    field: "plan_name",
    strength: "strong",
    level: null,
    monotone: false,
    shape: "one figure a plan: most leave Harbour XL, fewest Harbour Family",
    of: ({ plan }) => planEffects[plan.name] ?? 0,
  },
  {
    field: "tenure_months",
    strength: "strong",
    level: "year",
    monotone: false,
    shape: "a hump: few leave in the first half year, most between one and two and a half years, few after five",
    of: ({ tenureMonths }) => tenureEffect(tenureMonths),
  },
  {
    field: "date_of_birth",
    strength: "moderate",
    level: "10-year band",
    monotone: true,
    shape: "rises with the decade of birth; inside a decade nothing changes",
    of: ({ bornYear }) => decadeEffects[Math.floor(bornYear / 10)] ?? 0,
  },
  {
    field: "postcode",
    strength: "moderate",
    level: "first two letters",
    monotone: false,
    shape: "more leave in the country, fewer in the cities; inside a region nothing changes",
    of: ({ region }) => ({ city: -0.3, coast: 0, country: 0.5 })[region.kind],
  },
  {
    field: "late_payments_12m",
    strength: "weak",
    level: "none, 1, 2 and more",
    monotone: true,
    shape: "a little more with each late payment, up to two",
    of: ({ latePayments }) => [0, 0.35, 0.55][Math.min(2, latePayments)] ?? 0,
  },
  {
    field: "app_last_seen",
    strength: "weak",
    level: "within 90 days or not",
    monotone: true,
    shape: "a little more when the app was last opened over 90 days ago",
    of: ({ app }) => (app !== null && app.seenAt < midnight - 90 * day ? 0.4 : 0),
  },
  {
    field: "roaming_days_12m",
    strength: "weak",
    level: "none or some",
    monotone: true,
    shape: "a little less when there were days abroad",
    of: ({ roamingDays }) => (roamingDays > 0 ? -0.2 : 0),
  },
];

const topUpEffects: readonly Effect[] = [
  {
    field: "data_used_gb_30d",
    strength: "strong",
    level: null,
    monotone: true,
    shape: "rises with the logarithm of the gigabytes used",
    of: ({ dataUsed }) => 0.7 * Math.log(dataUsed + 0.5),
  },
  {
    field: "plan_name",
    strength: "strong",
    level: null,
    monotone: true,
    shape: "falls with the logarithm of the plan's allowance",
    of: ({ plan }) => -0.55 * Math.log(plan.allowanceGb),
  },
  {
    field: "roaming_days_12m",
    strength: "strong",
    level: "none, up to 10, more",
    monotone: true,
    shape: "more after days abroad, most after more than ten",
    of: ({ roamingDays }) => (roamingDays === 0 ? 0 : roamingDays <= 10 ? 0.9 : 1.4),
  },
  {
    field: "tenure_months",
    strength: "strong",
    level: "year",
    monotone: true,
    shape: "falls with the years as a customer, up to five",
    of: ({ tenureMonths }) => 0.75 - 0.3 * Math.min(5, Math.floor(tenureMonths / 12)),
  },
];

export const churned: Outcome = { name: "churned", intercept: -2.45, effects: churnEffects };
export const toppedUp: Outcome = { name: "top_up", intercept: -1.97, effects: topUpEffects };

/** The log odds that the outcome happens to this person: what a perfect model would know. */
export function logOdds(outcome: Outcome, person: Person): number {
  return outcome.effects.reduce((sum, effect) => sum + effect.of(person), outcome.intercept);
}

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function contractEffect(daysLeft: number): number {
  if (daysLeft <= 60) return 1.4;
  if (daysLeft <= 120) return 1.4 - (daysLeft - 60) / 37.5;
  return daysLeft <= 365 ? -0.2 : -0.9;
}

function tenureEffect(months: number): number {
  const years = Math.floor(months / 12);
  return [-0.45, 0.85, 0.85, 0.3, 0.1, -0.6, -0.7, -0.7, -0.4, -0.4][Math.min(9, years)] ?? 0;
}
