import { byShare, type Random } from "./random.ts";

export interface Plan {
  readonly name: string;
  readonly price: number;
  readonly allowanceGb: number;
  readonly usualGb: number;
  readonly share: number;
}

export const plans: readonly Plan[] = [
  { name: "Harbour S", price: 10, allowanceGb: 5, usualGb: 3.2, share: 0.25 },
  { name: "Harbour M", price: 20, allowanceGb: 20, usualGb: 10, share: 0.32 },
  { name: "Harbour L", price: 34, allowanceGb: 60, usualGb: 24, share: 0.22 },
  { name: "Harbour XL", price: 54, allowanceGb: 120, usualGb: 42, share: 0.13 },
  { name: "Harbour Family", price: 90, allowanceGb: 250, usualGb: 70, share: 0.08 },
];

export const drawPlan = byShare(plans.map((plan) => [plan, plan.share]));
const drawDiscount = byShare([
  [0, 6],
  [0.1, 2.5],
  [0.2, 1.5],
]);
const drawExtras = byShare([
  [0, 6],
  [5, 2],
  [9, 1.2],
  [24, 0.6],
  [29, 0.2],
]);

/** The plan's price, less a discount, with extras: mostly given by the plan, never by it alone. */
export function drawMonthlyCharge(plan: Plan, random: Random): number {
  const cents = Math.round(plan.price * (1 - drawDiscount(random)) * 100) + drawExtras(random) * 100;
  return cents / 100;
}

/** Between 0 and 212 GB, more on the larger plans; a few use none at all. */
export function drawDataUsed(plan: Plan, random: Random): number {
  if (random.chance(0.03)) return 0;
  let gigabytes = Number.POSITIVE_INFINITY;
  while (gigabytes > 212) gigabytes = plan.usualGb * Math.exp(random.normal(0, 0.75));
  return Math.round(gigabytes * 10) / 10;
}
