import { expect, test } from "vitest";
import { outcomeTimes } from "../../../server/goals/outcome-times.ts";
import type { FieldProfile } from "../../../server/vocabulary.ts";
import { aProfile } from "../../support/builders.ts";
import { reportDataset } from "../../support/report-inputs.ts";

const profiles: FieldProfile[] = [
  aProfile({ table: "customers", name: "birth_date", type: "date" }),
  aProfile({ table: "customers", name: "churn_date", type: "date" }),
  aProfile({ table: "customers", name: "churned", type: "text" }),
  aProfile({ table: "events", name: "churned_at", type: "time" }),
];

test("the dates of the customers table may say when, and the one named like the outcome looks like it", () => {
  const { fields, likely } = outcomeTimes(reportDataset, profiles, { field: "churned", is: "yes" });
  expect(fields.map(({ name }) => name)).toEqual(["birth_date", "churn_date"]);
  expect(likely?.name).toBe("churn_date");
});

test("no name alike, no field pointed to", () => {
  expect(outcomeTimes(reportDataset, profiles, { field: "bought", is: "yes" }).likely).toBeNull();
  expect(outcomeTimes(reportDataset, profiles, { sql: "churned = 'yes'" }).likely).toBeNull();
  expect(outcomeTimes(reportDataset, profiles, undefined).likely).toBeNull();
});
