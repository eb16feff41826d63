import type { Origin, Sensitivity } from "../vocabulary.ts";

export type FieldGroup = "person" | "contract" | "behaviour" | "contact" | "other";

/** What usually holds for fields of one meaning; docs/meanings.md shows this list. */
export interface Meaning {
  /** kebab-case, as reports and strategy.yaml write it */
  readonly code: string;
  readonly label: string;
  readonly sensitivity: Sensitivity;
  readonly origin: Origin;
  /** points at one person by itself: listed as held, never counted in groups */
  readonly direct: boolean;
  /** who could know it of a person: 3 everybody, 2 acquaintances and partners, 1 only the company */
  readonly knownBy: 1 | 2 | 3;
  readonly group: FieldGroup;
}

type Entry = readonly [
  code: string,
  label: string,
  sensitivity: Sensitivity,
  origin: Origin,
  direct: "direct" | "",
  knownBy: 1 | 2 | 3,
  group: FieldGroup,
];

const entries = [
  ["customer-id", "Customer number", "identifying", "observed", "direct", 1, "contact"],
  ["household-id", "Household number", "identifying", "observed", "direct", 1, "contact"],
  ["hashed-identifier", "Scrambled identifier", "identifying", "observed", "direct", 1, "contact"],
  ["email", "Email address", "identifying", "volunteered", "direct", 3, "contact"],
  ["phone", "Phone number", "identifying", "volunteered", "direct", 3, "contact"],
  ["full-name", "Full name", "identifying", "volunteered", "direct", 3, "contact"],
  ["first-name", "First name", "identifying", "volunteered", "direct", 3, "contact"],
  ["last-name", "Last name", "identifying", "volunteered", "direct", 3, "contact"],
  ["user-name", "User name", "identifying", "volunteered", "direct", 3, "contact"],
  ["social-account", "Social media account", "identifying", "volunteered", "direct", 3, "contact"],
  ["street-address", "Street address", "identifying", "volunteered", "direct", 3, "contact"],
  ["device-id", "Device number", "identifying", "observed", "direct", 2, "contact"],
  ["cookie-id", "Cookie", "identifying", "observed", "direct", 2, "contact"],
  ["ip-address", "IP address", "identifying", "observed", "direct", 2, "contact"],
  ["push-token", "App push address", "identifying", "observed", "direct", 1, "contact"],
  ["precise-location", "Exact location", "identifying", "observed", "direct", 2, "behaviour"],
  ["payment-account", "Payment account", "identifying", "volunteered", "direct", 1, "contract"],
  ["iban", "Bank account (IBAN)", "identifying", "volunteered", "direct", 1, "contract"],
  ["card-number", "Payment card number", "identifying", "volunteered", "direct", 1, "contract"],
  ["national-id", "National identity number", "identifying", "volunteered", "direct", 1, "contact"],
  ["vat-id", "VAT number", "identifying", "volunteered", "direct", 3, "contract"],
  ["photo", "Photo of a person", "identifying", "volunteered", "direct", 3, "person"],
  ["salutation", "Form of address", "personal", "volunteered", "", 3, "person"],
  ["birth-date", "Date of birth", "identifying", "volunteered", "", 3, "person"],
  ["birth-year", "Year of birth", "personal", "volunteered", "", 3, "person"],
  ["age", "Age", "personal", "volunteered", "", 3, "person"],
  ["gender", "Gender", "personal", "volunteered", "", 3, "person"],
  ["marital-status", "Marital status", "personal", "volunteered", "", 3, "person"],
  ["household-size", "People in household", "personal", "acquired", "", 3, "person"],
  ["household", "Who they live with", "personal", "volunteered", "", 3, "person"],
  ["home", "Kind of home", "personal", "acquired", "", 3, "person"],
  ["income-band", "Income band", "personal", "acquired", "", 2, "person"],
  ["job", "Job", "personal", "volunteered", "", 3, "person"],
  ["employer", "Employer", "personal", "volunteered", "", 3, "person"],
  ["education", "Education", "personal", "volunteered", "", 3, "person"],
  ["language", "Language", "personal", "volunteered", "", 3, "person"],
  ["nationality", "Nationality", "personal", "volunteered", "", 3, "person"],
  ["postcode", "Postcode", "identifying", "volunteered", "", 3, "person"],
  ["city", "City", "personal", "volunteered", "", 3, "person"],
  ["region", "Region", "personal", "volunteered", "", 3, "person"],
  ["country", "Country", "personal", "volunteered", "", 3, "person"],
  ["time-zone", "Time zone", "personal", "observed", "", 2, "person"],
  ["health", "Health", "special", "volunteered", "", 2, "person"],
  ["religion", "Religion or belief", "special", "volunteered", "", 2, "person"],
  ["politics", "Political opinion", "special", "volunteered", "", 2, "person"],
  ["union", "Trade union membership", "special", "volunteered", "", 2, "person"],
  ["ethnicity", "Ethnic origin", "special", "volunteered", "", 3, "person"],
  ["sexual-orientation", "Sexual orientation", "special", "volunteered", "", 2, "person"],
  ["criminal-record", "Criminal record", "special", "acquired", "", 2, "person"],
  ["biometric", "Biometric data", "special", "observed", "direct", 1, "person"],
  ["genetic", "Genetic data", "special", "observed", "direct", 1, "person"],
  ["child", "Children", "special", "volunteered", "", 3, "person"],
  ["credential", "Password or secret", "special", "volunteered", "direct", 1, "contact"],
  ["consent-flag", "Agreement", "personal", "volunteered", "", 1, "contact"],
  ["consent-time", "When they agreed or withdrew", "personal", "volunteered", "", 1, "contact"],
  ["purpose", "Purpose agreed to", "personal", "volunteered", "", 1, "contact"],
  ["channel", "Channel", "personal", "observed", "", 1, "contact"],
  ["event-kind", "Kind of event", "personal", "observed", "", 2, "behaviour"],
  ["event-time", "When it happened", "personal", "observed", "", 2, "behaviour"],
  ["arrival-time", "When it arrived here", "none", "observed", "", 1, "other"],
  ["updated-at", "When it was last changed", "none", "observed", "", 1, "other"],
  ["last-seen", "Last seen", "personal", "observed", "", 2, "behaviour"],
  ["sign-up-date", "Sign-up date", "personal", "observed", "", 2, "contract"],
  ["end-date", "End date", "personal", "observed", "", 2, "contract"],
  ["tenure", "Time as a customer", "personal", "observed", "", 2, "contract"],
  ["plan", "Plan", "personal", "observed", "", 2, "contract"],
  ["loyalty-tier", "Loyalty tier", "personal", "inferred", "", 2, "contract"],
  ["payment-method", "Payment method", "personal", "volunteered", "", 2, "contract"],
  ["price", "Price", "personal", "observed", "", 2, "contract"],
  ["amount", "Amount of money", "personal", "observed", "", 2, "contract"],
  ["balance", "Balance", "personal", "observed", "", 1, "contract"],
  ["currency", "Currency", "personal", "observed", "", 1, "contract"],
  ["order-id", "Order number", "personal", "observed", "", 1, "behaviour"],
  ["product", "Product", "personal", "observed", "", 2, "behaviour"],
  ["store", "Store", "personal", "observed", "", 2, "behaviour"],
  ["campaign", "Campaign", "personal", "observed", "", 1, "behaviour"],
  ["url", "Web address", "personal", "observed", "", 1, "behaviour"],
  ["referrer", "Page they arrived from", "personal", "observed", "", 1, "behaviour"],
  ["device-model", "Device or software", "personal", "observed", "", 2, "behaviour"],
  ["count", "Count", "personal", "observed", "", 1, "behaviour"],
  ["duration", "Length of time", "personal", "observed", "", 1, "behaviour"],
  ["usage", "How much they use", "personal", "observed", "", 1, "behaviour"],
  ["share", "Share", "personal", "observed", "", 1, "behaviour"],
  ["rating", "Rating or survey answer", "personal", "volunteered", "", 1, "behaviour"],
  ["score", "Score", "personal", "inferred", "", 1, "behaviour"],
  ["segment", "Segment", "personal", "inferred", "", 1, "behaviour"],
  ["calendar-part", "Month or weekday", "personal", "observed", "", 2, "behaviour"],
  ["status", "Status", "personal", "observed", "", 1, "contract"],
  ["outcome", "Outcome", "personal", "observed", "", 1, "behaviour"],
  ["free-text", "Free text", "personal", "volunteered", "", 1, "behaviour"],
  ["record-id", "Record number", "personal", "observed", "", 1, "other"],
  ["category", "Category", "personal", "unknown", "", 1, "other"],
  ["flag", "Yes or no", "personal", "unknown", "", 1, "other"],
  ["number", "Number", "personal", "unknown", "", 1, "other"],
  ["date", "Date", "personal", "unknown", "", 2, "other"],
  ["time", "Time", "personal", "unknown", "", 2, "other"],
  ["text", "Text", "personal", "unknown", "", 1, "other"],
  ["structure", "Nested data", "personal", "unknown", "", 1, "other"],
  ["empty", "Nothing", "none", "unknown", "", 1, "other"],
] as const satisfies readonly Entry[];

export type MeaningCode = (typeof entries)[number][0];

export const meanings: readonly Meaning[] = entries.map(
  ([code, label, sensitivity, origin, direct, knownBy, group]) => ({
    code,
    label,
    sensitivity,
    origin,
    direct: direct === "direct",
    knownBy,
    group,
  }),
);

const byCode = new Map(meanings.map((meaning) => [meaning.code, meaning]));

/** The meaning with this code; a code of a person's own that is not in the list reads as plain text. */
export function meaningOf(code: string): Meaning {
  const known = byCode.get(code) ?? byCode.get("text");
  if (!known) throw new Error("The list of meanings lacks text.");
  return known;
}

export function isMeaning(code: string): code is MeaningCode {
  return byCode.has(code);
}
