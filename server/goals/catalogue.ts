import { afterBuying } from "./catalogue/after-buying.ts";
import type { CatalogueGoal } from "./catalogue/catalogue-goal.ts";
import { firstSteps } from "./catalogue/first-steps.ts";
import { leavingAlone } from "./catalogue/leaving-alone.ts";
import { staying } from "./catalogue/staying.ts";
import { unfinishedBuying } from "./catalogue/unfinished-buying.ts";

const order = [
  ...["cart-abandonment", "checkout-abandonment", "browse-abandonment", "welcome", "lead-follow-up", "back-in-stock"],
  ...["price-drop", "order-info", "onboarding", "review-request", "cross-sell", "replenishment", "win-back", "sunset"],
  ...["failed-payment", "ad-suppression", "opt-out", "birthday", "loyalty-tier", "service-first", "churn-save"],
];

/** The goals to start from, in the contract's order. */
export const catalogue: readonly CatalogueGoal[] = [
  ...unfinishedBuying,
  ...firstSteps,
  ...afterBuying,
  ...staying,
  ...leavingAlone,
].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));

export type { CatalogueGoal } from "./catalogue/catalogue-goal.ts";

export function findStarter(key: string): CatalogueGoal | undefined {
  return catalogue.find((one) => one.key === key);
}
