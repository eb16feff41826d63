import { identifier } from "../../server/database/sql-text.ts";
import { customersTable } from "../../server/datasets/dataset.ts";
import { encodeFields } from "../../server/evidence/encoding/encode-fields.ts";
import { fitGoal } from "../../server/model/fit-goal.ts";
import { aDataset } from "../support/a-dataset.ts";
import { usualSettings } from "../support/model-input.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { shuffled } from "../support/permuted.ts";
import { plantTruth } from "../support/planted-truth.ts";
import type { Check } from "./check.ts";

/** The same seed over permuted rows and fields, and the same answer to the last digit. */
export async function sameVerdicts(): Promise<Check[]> {
  const { database } = await openTestDatabase();
  const { input } = plantTruth(2500, 77);
  const rows = Array.from({ length: input.records }, (_, i) => ({
    customer_id: `c${i}`,
    answer: input.outcome[i] === 1,
    ...Object.fromEntries(input.fields.map(({ name, codes }) => [name, codes[i]])),
  }));
  const read = async (order: readonly number[], slug: string, turned: boolean) => {
    const dataset = await aDataset(database, { customers: order.map((i) => rows[i]!) }, slug);
    const { fields } = customersTable(dataset);
    const chosen = fields.filter(({ name }) => name !== "answer" && name !== "customer_id");
    const options = { seed: 1, key: "customer_id", audience: null };
    const given = turned ? chosen.toReversed() : chosen;
    const encoded = await encodeFields(database, dataset, given, identifier("answer"), options);
    const result = fitGoal({ ...encoded.input, settings: usualSettings });
    return JSON.stringify({
      ...result,
      fields: result.fields.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      preScreened: [],
    });
  };
  const straight = await read([...rows.keys()], "straight", false);
  const others = [
    await read(shuffled(rows.length, 5), "shuffled", false),
    await read(shuffled(rows.length, 6), "turned", true),
  ];
  database.close();
  const same = others.filter((one) => one === straight).length;
  return [
    {
      name: "rows and fields in another order",
      target: "the same to the last digit",
      measured: `${same} of ${others.length} the same`,
      met: same === others.length,
    },
  ];
}
