import type { Region } from "./places.ts";
import type { Plan } from "./plans.ts";

/** A customer as they truly are; what the tables hold of them has gaps. Moments are epoch seconds. */
export interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly familyName: string;
  readonly gender: "female" | "male" | "diverse";
  readonly bornAt: number;
  readonly bornYear: number;
  readonly region: Region;
  readonly postcode: string;
  readonly mast: string;
  readonly plan: Plan;
  readonly joinedAt: number;
  readonly tenureMonths: number;
  readonly contractEnd: number | null;
  readonly monthlyCharge: number;
  readonly latePayments: number;
  readonly dataUsed: number;
  readonly roamingDays: number;
  readonly supportCalls: number;
  readonly app: App | null;
  readonly billing: Billing;
  /** false where no data-left figure has ever been read */
  readonly metered: boolean;
}

export interface App {
  readonly token: string;
  readonly installedAt: number;
  readonly seenAt: number;
}

/** The new billing system is read all the time, the old one once a night; some moved from the old to the new. */
export interface Billing {
  readonly newSince: number | null;
}

export function onNewBilling(person: Person, at: number): boolean {
  return person.billing.newSince !== null && at >= person.billing.newSince;
}
