import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../../server/package-root.ts";
import { classifySensitivity } from "../../../server/profiles/classify-sensitivity.ts";
import { findOrigin } from "../../../server/profiles/find-origin.ts";
import { groupOf } from "../../../server/profiles/group-of.ts";
import { identifyingFields } from "../../../server/profiles/identifying-fields.ts";
import { meanings } from "../../../server/profiles/meanings.ts";
import { recogniseMeaning } from "../../../server/profiles/recognise-meaning.ts";
import { cluesFor, type MadeUpField } from "../../support/clues-for.ts";

const sensitivityOf = (field: MadeUpField) => {
  const clues = cluesFor(field);
  return classifySensitivity(recogniseMeaning(clues).code, clues);
};
const originOf = (field: MadeUpField) => {
  const clues = cluesFor(field);
  return findOrigin(recogniseMeaning(clues).code, clues);
};

test.each([
  [
    "identifying",
    "customer_id email mobile_number full_name street_address postcode device_id ip cookie_id push_token iban latitude ssn",
  ],
  [
    "special",
    "health_interest religion ethnicity trade_union_member sexual_orientation political_party criminal_record dna fingerprint kids_count password api_key",
  ],
  ["personal", "gender city job plan_name monthly_charge consent_email salutation"],
] as const)("by their names these are %s", (sensitivity, names) => {
  for (const name of names.split(" ")) expect([name, sensitivityOf({ name }).is]).toEqual([name, sensitivity]);
});

test("a full birth date is identifying, a year of birth and an age are not", () => {
  expect(sensitivityOf({ name: "date_of_birth", type: "date" }).is).toBe("identifying");
  expect(sensitivityOf({ name: "birth_year", type: "integer" }).is).toBe("personal");
  expect(sensitivityOf({ name: "age", type: "integer" }).is).toBe("personal");
});

test("products that tell about health make a field special, in a table about customers only", () => {
  const values = ["Shampoo", "Prescription refill", "Pregnancy test", "Toothpaste"];
  expect(sensitivityOf({ name: "product_category", kind: "events", values }).is).toBe("special");
  expect(sensitivityOf({ name: "product_category", kind: "reference", values }).is).toBe("none");
  expect(sensitivityOf({ name: "product_category", kind: "events", values: ["Shampoo", "Toothpaste"] }).is).toBe(
    "personal",
  );
});

test("a reason is a sentence and holds no value", () => {
  const values = ["Prescription refill"];
  expect(sensitivityOf({ name: "product_category", kind: "events", values }).reason).toBe(
    "Some of its values tell about health, belief or another specially protected matter.",
  );
  expect(sensitivityOf({ name: "email" }).reason).toBe("An email address points to one person by itself or nearly so.");
});

test.each([
  ["inferred", "churn_score purchase_propensity rfm_segment guessed_interest predicted_ltv"],
  ["acquired", "household_income_band bought_lifestyle appended_age broker_list partner_segment"],
  ["volunteered", "email preferred_channel consent_email survey_answer gender"],
  ["observed", "ip referrer_url last_click_device plan_name"],
] as const)("by their names these are %s", (origin, names) => {
  for (const name of names.split(" ")) expect([name, originOf({ name }).is]).toEqual([name, origin]);
});

test("living with a partner is nothing bought", () => {
  expect(originOf({ name: "Partner", values: ["Yes", "No"] }).is).toBe("volunteered");
});

test("what nothing tells is unknown, observed in an events table", () => {
  expect(originOf({ name: "zz", values: ["a", "b"] }).is).toBe("unknown");
  expect(originOf({ name: "zz", values: ["a", "b"], kind: "events" }).is).toBe("observed");
});

test("fields are grouped as the Fields page shows them", () => {
  const group = (name: string, meaning: string) => groupOf({ name, meaning });
  expect(group("date_of_birth", "birth-date")).toBe("person");
  expect(group("monthly_charge", "amount")).toBe("contract");
  expect(group("data_used_gb_30d", "usage")).toBe("behaviour");
  expect(group("email", "email")).toBe("contact");
  expect(group("OnlineSecurity", "flag")).toBe("contract");
  expect(group("zz", "number")).toBe("other");
});

test("counted in groups is what others could know of a customer: no direct identifier, nothing only the company knows", () => {
  const field = (name: string, meaning: string, distinct = 50, table = "customers") => ({
    table,
    name,
    meaning,
    distinct,
  });
  const counted = identifyingFields([
    field("customer_id", "customer-id"),
    field("email", "email"),
    field("born", "birth-date"),
    field("sex", "gender", 2),
    field("plan", "plan", 5),
    field("joined", "sign-up-date"),
    field("score", "score"),
    field("job", "job", 0),
    field("bought_at", "event-time", 900, "events"),
  ]);
  expect(counted).toEqual([
    { table: "customers", field: "born" },
    { table: "customers", field: "sex" },
    { table: "customers", field: "joined" },
  ]);
});

test("every meaning has one code in kebab-case, and the docs show the list as it is", () => {
  const codes = meanings.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  const docs = readFileSync(join(packageRoot(), "docs", "meanings.md"), "utf8");
  const rows = docs.split("\n").filter((line) => line.startsWith("| `"));
  const counted = (meaning: (typeof meanings)[number]) =>
    meaning.direct ? "never" : meaning.knownBy === 3 ? "yes" : meaning.knownBy === 2 ? "with more than 5 values" : "no";
  expect(rows).toEqual(
    meanings.map(
      (meaning) =>
        `| \`${meaning.code}\` | ${meaning.label} | ${meaning.sensitivity} | ${meaning.origin} | ${counted(meaning)} |`,
    ),
  );
});
