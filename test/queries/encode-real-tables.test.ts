import { describe, expect, test } from "vitest";
import { fitTable, realTables } from "../support/fit-real-table.ts";

describe.skipIf(!realTables)("real tables (WINNOW_REAL_DATA)", () => {
  test("telco: eight or nine of 18 fields say all that all say", { timeout: 120_000 }, async () => {
    const { result, copies } = await fitTable("telco-churn/Telco-Customer-Churn.csv", `"Churn" = 'Yes'`, "customerID", [
      "Churn",
      "PhoneService",
    ]);
    expect(result.performance.allFields.value).toBeGreaterThan(0.843);
    expect(result.performance.keptFields.value).toBeGreaterThan(0.84);
    expect(result.kept.length).toBeLessThanOrEqual(9);
    expect(result.performance.keptShare.value).toBeGreaterThan(0.98);
    expect(copies.copies).toEqual([]);
  });

  test("bank: the length of the call tells half, and is kept", { timeout: 120_000 }, async () => {
    const { result, copies } = await fitTable("bank-additional/bank-additional-full.csv.gz", `"y" = 'yes'`, null, [
      "y",
    ]);
    expect(result.performance.allFields.value).toBeGreaterThan(0.935);
    expect(result.performance.keptShare.value).toBeGreaterThan(0.98);
    expect(result.kept).toContain("duration");
    expect(copies.clusters).toEqual([["cons.price.idx", "cons.conf.idx"]]);
  });

  test("shoppers: the value of the pages seen is most of it", { timeout: 120_000 }, async () => {
    const { result, copies } = await fitTable(
      "online-shoppers/online_shoppers_intention.csv",
      "revenue",
      "session_id",
      ["revenue"],
    );
    expect(result.performance.allFields.value).toBeGreaterThan(0.892);
    expect(result.performance.keptShare.value).toBeGreaterThan(0.98);
    expect(result.kept[0]).toBe("pagevalues");
    expect(copies.copies).toEqual([]);
  });
});
