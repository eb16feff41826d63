import { agreedAt, type ConsentEntry } from "./draw-consents.ts";
import type { Holding } from "./draw-holdings.ts";
import { asOf, dateText, timeText } from "./moments.ts";
import type { Person } from "./person.ts";
import type { Cell } from "./table.ts";

/** What stands in customers.csv about one person: the 28 fields, and the outcome that is kept apart. */
export function customerRow(
  person: Person,
  holding: Holding,
  entries: readonly ConsentEntry[],
  left: boolean,
): Record<string, Cell> {
  return {
    customer_id: person.id,
    full_name: holding.fullName,
    email: holding.email,
    mobile_number: holding.mobile,
    date_of_birth: holding.bornAt === null ? null : dateText(holding.bornAt),
    gender: holding.gender,
    postcode: holding.postcode,
    household_size: holding.householdSize,
    household_income_band: holding.incomeBand,
    health_interest: holding.healthInterest,
    last_cell_location: holding.mast,
    tenure_months: person.tenureMonths,
    plan_name: person.plan.name,
    contract_end_date: person.contractEnd === null ? null : dateText(person.contractEnd),
    monthly_charge: person.monthlyCharge,
    payment_method: holding.payment,
    late_payments_12m: person.latePayments,
    data_used_gb_30d: holding.dataUsed,
    data_left_pct: holding.dataLeft,
    roaming_days_12m: person.roamingDays,
    support_calls_90d: holding.supportCalls,
    complaint_text: holding.complaint,
    app_last_seen: person.app === null ? null : timeText(person.app.seenAt),
    device_model: holding.device,
    referrer_url: holding.referrer,
    push_token: person.app?.token ?? null,
    consent_email: agreedAt(entries, "email", asOf) ? "Yes" : "No",
    consent_push: agreedAt(entries, "app-push", asOf) ? "Yes" : "No",
    churned: left ? "Yes" : "No",
  };
}
