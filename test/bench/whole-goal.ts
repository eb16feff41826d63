import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseGoals } from "../../server/commands/choose-goals.ts";
import { identifier } from "../../server/database/sql-text.ts";
import { encodeFields } from "../../server/evidence/encoding/encode-fields.ts";
import { emptyStrategy } from "../../server/goals/empty-strategy.ts";
import { goalTask } from "../../server/model/goal-task.ts";
import { profileAsOf, sortDataset } from "../../server/plans/sort-dataset.ts";
import { openWorkbench, type Workbench } from "../../server/workbench.ts";
import { usualSettings } from "../support/model-input.ts";
import { fieldsOf, makeChurnCustomers } from "./churn-customers.ts";
import { say } from "./paired.ts";
import { seconds, spend } from "./spent.ts";

/** One goal from the loaded table to the sorted fields; and its model on every record, where the goal takes a sample. */
export async function wholeGoal(records: number, fields: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "winnow-bench-"));
  const workbench = await openWorkbench({ folder, inMemory: true });
  const dataset = await makeChurnCustomers(workbench.database, { records, fields });
  const sorted = await spend(() => sortGoal(workbench, dataset));
  const whole = await spend(async () => {
    const options = { seed: 1, key: "customer_id", audience: null, mostRecords: records };
    const outcome = identifier("churned");
    const { input } = await encodeFields(workbench.database, dataset, fieldsOf(dataset), outcome, options);
    return workbench.pool.run(goalTask, { ...input, settings: usualSettings }, {});
  });
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
  const what = `${records.toLocaleString("en")} x ${fields} fields`;
  const target = "target at most 120 s";
  say(`${what}: a whole goal, from the loaded table to sorted fields`, `${seconds(sorted.spent)}, ${target}`);
  const kept = whole.result.kept.join(", ");
  say(`${what}: its model on every record, no sample`, `${seconds(whole.spent)}, ${target}; it keeps ${kept}`);
}

async function sortGoal(workbench: Workbench, dataset: Parameters<typeof profileAsOf>[1]) {
  const strategy = emptyStrategy();
  const { profiles } = await profileAsOf(workbench, dataset, strategy, {});
  const goals = chooseGoals({ outcome: "churned=true" }, strategy, dataset, profiles);
  return sortDataset(workbench, dataset, strategy, goals, { seed: 1 });
}
