import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reportsOf } from "../../support/report-json.ts";
import { reportFaults } from "../../support/validate-report.ts";

const folder = process.env["WINNOW_REAL_DATA"] ?? "";

/** `reference` is the area under the curve of a plain logistic regression on all fields, from each table's description. */
const tables = [
  {
    ...{ file: "telco-churn/Telco-Customer-Churn.csv", outcome: "Churn=Yes", reference: 0.846 },
    ...{ fields: 19, atMost: 10, key: "customerID" },
  },
  {
    ...{ file: "bank-additional/bank-additional-full.csv.gz", outcome: "y=yes", reference: 0.935 },
    ...{ fields: 20, atMost: 20, key: null },
  },
  {
    ...{ file: "online-shoppers/online_shoppers_intention.csv", outcome: "revenue=True", reference: 0.892 },
    ...{ fields: 17, atMost: 17, key: "session_id" },
  },
] as const;

describe.skipIf(!folder).each(tables)("$file with $outcome", ({ file, outcome, reference, fields, atMost, key }) => {
  test("is sorted as well as the reference, with fewer fields that do as well as all", async () => {
    const { minimization, actionability } = await reportsOf([join(folder, file)], ["--outcome", outcome]);
    expect(reportFaults("minimization", minimization)).toEqual([]);
    expect(reportFaults("actionability", actionability)).toEqual([]);

    const [goal] = minimization.goals;
    const all = goal?.withAsked ?? goal?.performance;
    expect(goal?.supported).toBe(true);
    expect(all?.measure).toBe("auc");
    expect(all?.allFields.value).toBeGreaterThanOrEqual(reference - 0.01);
    expect(goal?.performance?.keptShare.value).toBeGreaterThanOrEqual(0.98);

    const [used] = outcome.split("=");
    const tested = minimization.fields.filter(({ name }) => name !== key && name.toLowerCase() !== used?.toLowerCase());
    expect(tested).toHaveLength(fields);
    expect(goal?.kept.length).toBeGreaterThan(0);
    expect(goal?.kept.length).toBeLessThanOrEqual(atMost);
    const id = minimization.fields.find(({ name }) => name === key)?.goals[0];
    expect(id?.reason).not.toBe("lift");
    expect(goal?.kept.map(({ name }) => name)).not.toContain(key);
  });
});
