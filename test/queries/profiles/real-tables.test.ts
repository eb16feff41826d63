import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDataset } from "../../../server/datasets/load-dataset.ts";
import { countGroups } from "../../../server/profiles/count-groups.ts";
import { findAsOf } from "../../../server/profiles/find-as-of.ts";
import { identifyingFields } from "../../../server/profiles/identifying-fields.ts";
import { isMeaning } from "../../../server/profiles/meanings.ts";
import { profileDataset } from "../../../server/profiles/profile-dataset.ts";
import { recogniseMeaning } from "../../../server/profiles/recognise-meaning.ts";
import { cluesFor } from "../../support/clues-for.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const real = process.env["WINNOW_REAL_DATA"] ?? "";
const absent = !existsSync(join(real, "telco-churn"));

async function profileFiles(folder: string, files: readonly string[]) {
  const { database, folder: incoming } = await openTestDatabase([join(real, folder)]);
  try {
    const given = files.map((file) => ({ path: join(real, folder, file) }));
    const dataset = await loadDataset({ database, incoming }, given, { skipBadRows: true });
    const profiles = await profileDataset(database, dataset, []);
    const risk = await countGroups(database, dataset, identifyingFields(profiles));
    return { dataset, profiles, risk, asOf: await findAsOf(database, dataset, profiles) };
  } finally {
    database.close();
  }
}

const tables: readonly (readonly [folder: string, files: string, meanings: string, asOf: string | null])[] = [
  [
    "telco-churn",
    "Telco-Customer-Churn.csv",
    "customerID=customer-id gender=gender SeniorCitizen=age tenure=tenure Contract=plan PaymentMethod=payment-method MonthlyCharges=amount Churn=outcome PaperlessBilling=flag",
    null,
  ],
  [
    "bank-additional",
    "bank-additional.csv",
    "age=age job=job marital=marital-status education=education housing=home month=calendar-part duration=duration campaign=count y=outcome",
    null,
  ],
  [
    "online-shoppers",
    "online_shoppers_intention.csv",
    "session_id=customer-id bouncerates=share browser=device-model month=calendar-part revenue=outcome weekend=flag",
    null,
  ],
  [
    "chinook",
    "Customer.csv Invoice.csv",
    "CustomerId=customer-id FirstName=first-name LastName=last-name Company=employer Address=street-address City=city State=region Country=country PostalCode=postcode Phone=phone Fax=phone Email=email InvoiceDate=event-time BillingCity=city Total=amount",
    "2025-12-22T00:00:00Z",
  ],
  [
    "completejourney",
    "demographics.csv transactions_sample.csv coupon_redemptions.csv",
    "household_id=household-id age=age income=income-band marital_status=marital-status household_size=household-size kids_count=child store_id=store sales_value=amount quantity=count transaction_timestamp=event-time",
    "2018-01-01T03:47:38Z",
  ],
  [
    "online-retail-sample",
    "online_retail_sample.csv",
    "InvoiceNo=order-id StockCode=product Quantity=count UnitPrice=price CustomerID=customer-id Country=country InvoiceDate=event-time",
    "2011-12-09T12:50:00Z",
  ],
  [
    "saas-iterable",
    "user_history_data.csv event_data.csv",
    "email=email first_name=first-name last_name=last-name phone_number=phone phone_number_carrier=device-model signup_date=sign-up-date updated_at=updated-at ip=ip-address _fivetran_synced=arrival-time event_name=event-kind campaign_id=campaign",
    null,
  ],
];

test.skipIf(absent).each(tables)(
  "%s is profiled: its known fields are recognised, nothing hidden is shown",
  async (folder, files, meanings, asOf) => {
    const { profiles, risk, asOf: found } = await profileFiles(folder, files.split(" "));
    for (const pair of meanings.split(" ")) {
      const [name, meaning] = pair.split("=");
      const is = profiles.filter((profile) => profile.name === name).map((profile) => profile.meaning);
      expect([name, is.every((one) => one === meaning), is]).toEqual([name, true, is]);
      expect(is).not.toEqual([]);
    }
    if (asOf) expect(found).toBe(asOf);
    expect(risk.singledOut).toBeLessThanOrEqual(risk.records);
    for (const profile of profiles) {
      expect(isMeaning(profile.meaning)).toBe(true);
      for (const reason of [profile.meaningReason, profile.sensitivityReason, profile.originReason])
        expect(reason).toMatch(/^\S.*\.$/);
      if (profile.sensitivity === "identifying") expect(profile.top).toEqual([]);
      for (const { count } of [...profile.top, ...profile.patterns]) expect(count).toBeGreaterThanOrEqual(5);
      for (const { count } of profile.histogram) expect(count === 0 || count >= 5).toBe(true);
      expect(profile.distinct).toBeLessThanOrEqual(profile.filled);
    }
  },
  60_000,
);

const labels = [
  { what: "email addresses", category: /user\.contact\.email/, codes: ["email"], recall: 0.93, precision: 0.99 },
  { what: "phone numbers", category: /user\.contact\.phone/, codes: ["phone"], recall: 0.93, precision: 0.99 },
  {
    what: "names of people",
    category: /user\.name/,
    codes: ["full-name", "first-name", "last-name"],
    recall: 0.89,
    precision: 0.9,
  },
  {
    what: "postal addresses",
    category: /user\.contact\.address/,
    codes: ["street-address", "city", "region", "country", "postcode"],
    recall: 0.9,
    precision: 0.85,
  },
] as const;

test.skipIf(absent).each(labels)(
  "by the names alone $what of 19 marketing tools are found",
  ({ category, codes, recall, precision }) => {
    const people =
      /contact|user|customer|lead|person|people|profile|subscriber|member|account|owner|recipient|ticket|order/;
    const lines = readFileSync(join(real, "field-labels-dev", "saas_field_labels.csv"), "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1);
    let right = 0;
    let found = 0;
    let labelled = 0;
    for (const line of lines) {
      const [, collection = "", name = "", categories = ""] = line.split(",");
      const kind = people.test(collection) ? "customers" : "reference";
      const { code } = recogniseMeaning(cluesFor({ name, kind }));
      const is = category.test(categories);
      const said = codes.some((one) => one === code);
      labelled += Number(is);
      found += Number(said);
      right += Number(is && said);
    }
    expect(labelled).toBeGreaterThan(15);
    expect(right / labelled).toBeGreaterThanOrEqual(recall);
    expect(right / found).toBeGreaterThanOrEqual(precision);
  },
);
