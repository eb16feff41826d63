import { expect, test } from "vitest";
import { labelField, plainLabel } from "../../../server/profiles/label-field.ts";
import { recogniseMeaning } from "../../../server/profiles/recognise-meaning.ts";
import { cluesFor, type MadeUpField } from "../../support/clues-for.ts";

const labels: readonly (readonly [MadeUpField, string])[] = [
  [{ name: "customerID" }, "Customer number"],
  [{ name: "date_of_birth", type: "date" }, "Date of birth"],
  [{ name: "dob", type: "date" }, "Date of birth"],
  [{ name: "gender" }, "Gender"],
  [{ name: "household_size", type: "integer" }, "People in household"],
  [{ name: "household_income_band" }, "Household income band"],
  [{ name: "health_interest" }, "Health interest"],
  [{ name: "tenure_months", type: "integer" }, "Months as a customer"],
  [{ name: "plan_name" }, "Plan"],
  [{ name: "contract_end_date", type: "date" }, "Contract end date"],
  [{ name: "monthly_charge", type: "number" }, "Monthly charge"],
  [{ name: "MonthlyCharges", type: "number" }, "Monthly charges"],
  [{ name: "late_payments_12m", type: "integer" }, "Late payments, last year"],
  [{ name: "data_used_gb_30d", type: "number" }, "Data used, last 30 days"],
  [{ name: "data_left_pct", type: "number" }, "Data left, percent"],
  [{ name: "roaming_days_12m", type: "integer" }, "Roaming days, last year"],
  [{ name: "support_calls_90d", type: "integer" }, "Support calls, last 90 days"],
  [{ name: "orders_last_7_days", type: "integer" }, "Orders, last 7 days"],
  [{ name: "spend_last_year", type: "number" }, "Spend, last year"],
  [{ name: "clicks_24h", type: "integer" }, "Clicks, last 24 hours"],
  [{ name: "app_last_seen", type: "time" }, "App last seen"],
  [{ name: "device_model" }, "Device model"],
  [{ name: "referrer_url" }, "Page they arrived from"],
  [{ name: "full_name" }, "Full name"],
  [{ name: "email" }, "Email address"],
  [{ name: "mobile_number" }, "Mobile number"],
  [{ name: "push_token" }, "App push address"],
  [{ name: "consent_email", type: "boolean" }, "Agreed to email"],
  [{ name: "consent_push", type: "boolean" }, "Agreed to app push"],
  [{ name: "sms_opt_out", type: "boolean" }, "Opted out of text messages"],
  [{ name: "emp.var.rate", type: "number" }, "Emp var rate"],
  [{ name: "euribor3m", type: "number" }, "Euribor3m"],
  [{ name: "StreamingTV" }, "Streaming TV"],
  [{ name: "day_of_week" }, "Day of week"],
  [{ name: "BillingCity" }, "Billing city"],
  [{ name: "_fivetran_synced", type: "time" }, "Fivetran synced"],
  [{ name: "y" }, "Y"],
  [{ name: "%%" }, "%%"],
];

test.each(labels.map(([field, label]) => ({ field, label, name: field.name })))(
  "$name reads $label",
  ({ field, label }) => {
    const clues = cluesFor(field);
    expect(labelField(recogniseMeaning(clues).code, clues)).toBe(label);
  },
);

test("the plain label of any name is never empty", () => {
  for (const name of ["", " ", "-", "ñ", "12", "30d", "the"]) expect(plainLabel(name)).toBe(plainLabel(name) || name);
});
