import { findLeakage } from "../../server/evidence/leakage.ts";
import type { ModelInput } from "../../server/model/model-input.ts";
import type { ModelResult } from "../../server/model/model-result.ts";
import { fitTable, realTables } from "../support/fit-real-table.ts";
import type { Check } from "./check.ts";

const telco = ["telco-churn/Telco-Customer-Churn.csv", `"Churn" = 'Yes'`, "customerID"] as const;
const bank = ["bank-additional/bank-additional-full.csv.gz", `"y" = 'yes'`, null] as const;
const shoppers = ["online-shoppers/online_shoppers_intention.csv", "revenue", "session_id"] as const;

/** The published comparisons, with their own splits and bins replaced by ours. */
export async function publishedTables(): Promise<Check[]> {
  if (!realTables)
    return [{ name: "published tables", target: "–", measured: "skipped: WINNOW_REAL_DATA is not set", met: true }];
  const churn = (await fitTable(...telco, ["Churn", "PhoneService"])).result;
  const call = await fitTable(...bank, ["y"]);
  const before = (await fitTable(...bank, ["y", "duration"])).result;
  const shop = await fitTable(...shoppers, ["revenue"]);
  const { allFields, keptFields, keptShare } = churn.performance;
  return [
    check("telco: fields kept of 19", "at most 9", churn.kept.length, churn.kept.length <= 9),
    check("telco: AUC of the kept set", "at least 0.840", keptFields.value, keptFields.value >= 0.84),
    check("telco: AUC of all fields", "at least 0.843", allFields.value, allFields.value >= 0.843),
    check("telco: lower bound of the kept gain", "at least 0.98", keptShare.low, keptShare.low >= 0.98),
    check("telco: pairs flagged", "none", churn.pairs.length, churn.pairs.length === 0),
    asked("bank: asks about duration", call, "duration"),
    check("bank without duration: AUC of the kept set", "at least 0.79", ...aucOf(before, 0.79)),
    check("bank without duration: fields kept", "at most 8", before.kept.length, before.kept.length <= 8),
    asked("online-shoppers: asks about pagevalues", shop, "pagevalues"),
  ];
}

function aucOf({ performance: { keptFields } }: ModelResult, least: number): [number, boolean] {
  return [keptFields.value, keptFields.value >= least];
}

function check(name: string, target: string, value: number, met: boolean): Check {
  return { name, target, measured: Number.isInteger(value) ? String(value) : value.toFixed(4), met };
}

function asked(name: string, { input, result }: { input: ModelInput; result: ModelResult }, field: string): Check {
  const [binned, need] = [input, result].map(({ fields }) => fields.find((one) => one.name === field));
  const test = binned && need && "codes" in binned && "share" in need ? findLeakage(binned, input, need) : null;
  return { name, target: "yes", measured: test ?? "no", met: test !== null };
}
