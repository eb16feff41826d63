import { expect, test } from "vitest";
import { recogniseMeaning } from "../../../server/profiles/recognise-meaning.ts";
import { cluesFor, type MadeUpField } from "../../support/clues-for.ts";

const many = (count: number, make: (number: number) => string) => Array.from({ length: count }, (_, at) => make(at));
const cycle = (count: number, ...values: string[]) => many(count, (at) => values[at % values.length] ?? "");

const emails = many(40, (at) => `person${at}@example${at % 7}.org`);
const phones = many(40, (at) => `+49 30 ${1000000 + at * 137}`);
const digits = many(40, (at) => `0301${100000 + at * 1373}`);
const guids = many(40, (at) => `${(0x10000000 + at * 7919).toString(16)}-4020-4a1b-8c2d-03012345${1000 + at}`);
const people = many(
  40,
  (at) =>
    `${["Anna", "José", "Zoë", "Li"][at % 4]} ${String.fromCharCode(65 + (at % 26))}obinson-${String.fromCharCode(65 + ((at * 3) % 26))}akr`,
);
const ids = many(40, (at) => `C-${10000 + at}`);
const numbers = many(40, (at) => String(at * 3));
const dates = many(40, (at) => `19${50 + at}-03-1${at % 10}`);
const prose = many(40, (at) => `The parcel number ${at} came late and the box was open`);
const bySeven = many(70, (at) => String(at % 7));
const ibans = cycle(
  20,
  "DE89370400440532013000",
  "GB82WEST12345698765432",
  "FR1420041010050500013M02606",
  "NL91ABNA0417164300",
  "AT611904300234573201",
);
const cards = cycle(
  20,
  "4111111111111111",
  "5555555555554444",
  "378282246310005",
  "6011111111111117",
  "30569309025904",
);

type Case = readonly [MadeUpField, string];

const cases: readonly Case[] = [
  [{ name: "email", values: emails }, "email"],
  [{ name: "EMail_Address", values: emails }, "email"],
  [{ name: "contact", values: emails }, "email"],
  [{ name: "correo_electronico", values: emails }, "email"],
  [{ name: "e-mailadres" }, "email"],
  [{ name: "user.emails.value" }, "email"],
  [{ name: "email_sha256", values: many(40, (at) => at.toString(16).padStart(64, "a")) }, "hashed-identifier"],
  [{ name: "email", values: many(40, (at) => at.toString(16).padStart(64, "a")) }, "hashed-identifier"],
  [{ name: "phone", values: digits }, "phone"],
  [{ name: "Telefonnummer", values: phones }, "phone"],
  [{ name: "msisdn", type: "integer", values: digits.map((text) => text.slice(1)) }, "phone"],
  [{ name: "column7", values: phones }, "phone"],
  [{ name: "téléphone portable" }, "phone"],
  [{ name: "first_name", values: cycle(40, "Anna", "José", "Zoë") }, "first-name"],
  [{ name: "Vorname" }, "first-name"],
  [{ name: "prénom" }, "first-name"],
  [{ name: "surname" }, "last-name"],
  [{ name: "Nachname" }, "last-name"],
  [{ name: "apellidos" }, "last-name"],
  [{ name: "full_name", values: people }, "full-name"],
  [{ name: "name", values: people }, "full-name"],
  [{ name: "street_address", values: many(40, (at) => `Long Lane ${at}`) }, "street-address"],
  [{ name: "Straße" }, "street-address"],
  [{ name: "postcode", values: many(40, (at) => `N${at % 9} ${at % 10}AB`) }, "postcode"],
  [{ name: "PLZ", type: "integer", values: many(40, (at) => String(10115 + at)) }, "postcode"],
  [{ name: "zip" }, "postcode"],
  [{ name: "Stadt" }, "city"],
  [{ name: "billing_city" }, "city"],
  [{ name: "Bundesland" }, "region"],
  [{ name: "country", values: cycle(40, "DE", "FR", "ES") }, "country"],
  [{ name: "pays" }, "country"],
  [{ name: "x", values: cycle(60, "DE", "FR", "ES", "IT", "NL", "BE") }, "country"],
  [{ name: "date_of_birth", type: "date", values: dates }, "birth-date"],
  [{ name: "DOB", values: dates.map((date) => date.split("-").reverse().join("/")) }, "birth-date"],
  [{ name: "Geburtsdatum", type: "date" }, "birth-date"],
  [{ name: "fecha_nacimiento", type: "date" }, "birth-date"],
  [{ name: "birth_year", type: "integer", values: many(40, (at) => String(1950 + at)) }, "birth-year"],
  [{ name: "age", type: "integer", values: many(40, (at) => String(20 + at)) }, "age"],
  [{ name: "SeniorCitizen", type: "integer", values: cycle(40, "0", "1") }, "age"],
  [{ name: "gender", values: cycle(40, "Male", "Female") }, "gender"],
  [{ name: "q3", values: cycle(40, "male", "female", "diverse") }, "gender"],
  [{ name: "Anrede", values: cycle(40, "Herr", "Frau") }, "salutation"],
  [{ name: "title", values: cycle(40, "Mr", "Mrs", "Dr.") }, "salutation"],
  [{ name: "title", values: cycle(40, "Sales Agent", "IT Manager") }, "job"],
  [{ name: "marital_status" }, "marital-status"],
  [{ name: "household_size", type: "integer", values: cycle(40, "1", "2", "3", "4") }, "household-size"],
  [{ name: "household_income_band", values: cycle(40, "A", "B", "C") }, "income-band"],
  [{ name: "job_title" }, "job"],
  [{ name: "education" }, "education"],
  [{ name: "preferred_language", values: cycle(40, "de", "fr") }, "language"],
  [{ name: "customerID", values: ids }, "customer-id"],
  [{ name: "Kundennummer", type: "integer" }, "customer-id"],
  [{ name: "id", values: ids, layout: { key: "id" } }, "customer-id"],
  [{ name: "user_id", kind: "events", values: ids }, "customer-id"],
  [{ name: "order_id", kind: "events", values: ids }, "order-id"],
  [{ name: "id", kind: "events", values: ids }, "record-id"],
  [{ name: "device_id", values: guids }, "device-id"],
  [{ name: "device_model", values: cycle(40, "X1", "X2") }, "device-model"],
  [{ name: "idfa" }, "device-id"],
  [{ name: "ip", values: many(40, (at) => `10.0.${at}.1`) }, "ip-address"],
  [{ name: "cookie_id", values: guids }, "cookie-id"],
  [{ name: "push_token", values: guids }, "push-token"],
  [{ name: "latitude", type: "number" }, "precise-location"],
  [{ name: "last_cell_location" }, "precise-location"],
  [{ name: "link", values: many(40, (at) => `https://example.org/${at}`) }, "url"],
  [{ name: "referrer_url", values: many(40, (at) => `https://example.org/${at}`) }, "referrer"],
  [{ name: "account", values: ibans }, "iban"],
  [{ name: "payment_ref", values: cards }, "card-number"],
  [{ name: "ssn" }, "national-id"],
  [{ name: "drivers_license_number" }, "national-id"],
  [{ name: "vat_id" }, "vat-id"],
  [{ name: "password_hash" }, "credential"],
  [{ name: "consent_email", values: cycle(40, "Yes", "No") }, "consent-flag"],
  [{ name: "newsletter_opt_in", type: "boolean", values: cycle(40, "true", "false") }, "consent-flag"],
  [{ name: "unsubscribed_at", type: "time" }, "consent-time"],
  [{ name: "kind", kind: "events", layout: { event: "kind" }, values: cycle(40, "open", "click") }, "event-kind"],
  [{ name: "happened_at", kind: "events", type: "time", values: dates }, "event-time"],
  [{ name: "loaded_at", kind: "events", type: "time" }, "arrival-time"],
  [{ name: "_fivetran_synced", kind: "events", type: "time" }, "arrival-time"],
  [{ name: "updated_at", type: "time" }, "updated-at"],
  [{ name: "created_at", type: "time" }, "sign-up-date"],
  [{ name: "created_at", kind: "events", type: "time" }, "event-time"],
  [{ name: "contract_end_date", type: "date" }, "end-date"],
  [{ name: "app_last_seen", type: "time" }, "last-seen"],
  [{ name: "plan_name", values: cycle(40, "S", "M") }, "plan"],
  [{ name: "product_id", kind: "events", values: ids }, "product"],
  [{ name: "unit_price", type: "number", values: numbers }, "price"],
  [{ name: "monthly_charge", type: "number", values: numbers }, "amount"],
  [{ name: "data_left_pct", type: "number", values: numbers }, "balance"],
  [{ name: "data_used_gb_30d", type: "number", values: numbers }, "usage"],
  [{ name: "support_calls_90d", type: "integer", values: bySeven }, "count"],
  [{ name: "late_payments_12m", type: "integer", values: bySeven }, "count"],
  [{ name: "tenure_months", type: "integer", values: numbers }, "tenure"],
  [{ name: "time_spent", type: "number", values: numbers }, "duration"],
  [{ name: "open_rate", type: "number", values: numbers }, "share"],
  [{ name: "lead_score", type: "integer", values: numbers }, "score"],
  [{ name: "rfm_segment", values: cycle(40, "A", "B") }, "segment"],
  [{ name: "payment_method", values: cycle(40, "card", "bill") }, "payment-method"],
  [{ name: "complaint_text", values: prose }, "free-text"],
  [{ name: "zz", values: prose }, "free-text"],
  [{ name: "churned", values: cycle(40, "Yes", "No") }, "outcome"],
  [{ name: "health_interest", values: cycle(40, "high", "low") }, "health"],
  [{ name: "religion" }, "religion"],
  [{ name: "trade_union_member", values: cycle(40, "yes", "no") }, "union"],
  [{ name: "kids_count", values: cycle(40, "0", "1", "2") }, "child"],
  [{ name: "zz", values: cycle(40, "alpha", "beta", "gamma") }, "category"],
  [{ name: "zz", type: "boolean", values: cycle(40, "true", "false") }, "flag"],
  [{ name: "zz", type: "number", values: numbers }, "number"],
  [{ name: "zz", type: "date", values: dates }, "date"],
  [{ name: "zz", values: ids }, "record-id"],
  [{ name: "zz", values: [null, null] }, "empty"],
];

test.each(cases.map(([field, meaning]) => ({ field, meaning, name: field.name, kind: field.kind ?? "customers" })))(
  "$name in a table of $kind is $meaning",
  ({ field, meaning }) => {
    expect(recogniseMeaning(cluesFor(field)).code).toBe(meaning);
  },
);

const traps: readonly (readonly [string, MadeUpField, string])[] = [
  ["a driver licence is not found inside INTRODUCTORY", { name: "INTRODUCTORY_OFFER", values: ids }, "national-id"],
  ["the lic inside public is no licence", { name: "public_policy_duplicate", values: ids }, "national-id"],
  ["part of a GUID is no phone number", { name: "contact_ref", values: guids }, "phone"],
  ["a GUID is no phone number even under a phone's name", { name: "phone", values: guids }, "phone"],
  [
    "the years 1999 and 2000 are no card verification code",
    { name: "ACADEMIC_YEAR_CODE", type: "integer", values: cycle(40, "1999", "2000") },
    "credential",
  ],
  [
    "email_verified is no email address",
    { name: "email_verified", type: "boolean", values: cycle(40, "true", "false") },
    "email",
  ],
  ["email_verified without values is no email address either", { name: "email_verified" }, "email"],
  ["email_campaign_id is no email address", { name: "email_campaign_id", values: ids }, "email"],
  ["whole numbers are no phone numbers", { name: "zz", type: "integer", values: digits }, "phone"],
  [
    "order numbers with dashes are no phone numbers",
    { name: "zz", values: many(40, (at) => `2026-0${at % 9}-1${at % 9}`) },
    "phone",
  ],
  ["a decimal number is no phone number", { name: "zz", values: many(40, (at) => `1234567.${at}`) }, "phone"],
  [
    "five digits are no postcode without a name that says so",
    { name: "zz", values: many(40, (at) => String(12345 + at)) },
    "postcode",
  ],
  ["a stock-keeping code is no postcode", { name: "zz", values: many(40, (at) => `SKU-${88213 + at}`) }, "postcode"],
  [
    "16 digits are no card without a check digit",
    { name: "zz", values: many(40, (at) => String(4111111111111112 + at)) },
    "card-number",
  ],
  [
    "timestamps in milliseconds are no cards",
    { name: "zz", type: "integer", values: many(40, (at) => String(1760000000000 + at * 86_411_003)) },
    "card-number",
  ],
  ["a version is no IP address", { name: "app_version", values: many(40, (at) => `1.2.3.${at}`) }, "ip-address"],
  ["a product's name is nobody's name", { name: "product_name", values: people }, "full-name"],
  ["a company's name is nobody's name", { name: "company_name", values: people }, "full-name"],
  ["a device fingerprint is not biometric", { name: "device_fingerprint", values: guids }, "biometric"],
  [
    "a customer health score is not about health",
    { name: "customer_health_score", type: "integer", values: numbers },
    "health",
  ],
  ["a third party is not politics", { name: "third_party_source", values: cycle(40, "A", "B") }, "politics"],
  ["the European Union is no trade union", { name: "european_union", values: cycle(40, "yes", "no") }, "union"],
  ["a disabled account is no disability", { name: "account_disabled", values: cycle(40, "yes", "no") }, "health"],
  [
    "the carrier of a phone number is no phone number",
    { name: "phone_number_carrier", values: cycle(40, "A", "B") },
    "phone",
  ],
  [
    "two phone lines are no phone number",
    { name: "MultipleLines", values: cycle(42, "Yes", "No", "No phone service") },
    "phone",
  ],
];

test.each(traps.map(([sentence, field, meaning]) => ({ sentence, field, meaning })))(
  "$sentence",
  ({ field, meaning }) => {
    expect(recogniseMeaning(cluesFor(field)).code).not.toBe(meaning);
  },
);

test("email_verified is a yes or no, and its phone neighbour is found", () => {
  expect(recogniseMeaning(cluesFor({ name: "email_verified", type: "boolean", values: ["true", "false"] })).code).toBe(
    "flag",
  );
  expect(recogniseMeaning(cluesFor({ name: "phone", values: phones })).code).toBe("phone");
});

test("the name alone is enough where nothing is filled in", () => {
  expect(recogniseMeaning(cluesFor({ name: "email", values: [null, null] })).code).toBe("email");
});

test("the reason says what the name says and how many values agree, without a value", () => {
  const values = [...many(99, (at) => `p${at}@example.org`), "nobody"];
  expect(recogniseMeaning(cluesFor({ name: "email", values })).reason).toBe(
    "The name says “email”, and 99 of every 100 values look like an email address.",
  );
  expect(recogniseMeaning(cluesFor({ name: "date_of_birth", type: "date", values: dates })).reason).toBe(
    "The name says “date of birth”, and it holds dates.",
  );
  expect(recogniseMeaning(cluesFor({ name: "zz", values: ids })).reason).toBe("Every record has a value of its own.");
});

test("no reason holds a value", () => {
  for (const [field] of cases) {
    const { reason } = recogniseMeaning(cluesFor(field));
    for (const value of field.values ?? []) {
      if (value && value.length > 4) expect(reason).not.toContain(value);
    }
  }
});
