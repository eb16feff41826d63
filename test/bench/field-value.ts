import { Database } from "../../server/database/database.ts";
import { identifier } from "../../server/database/sql-text.ts";
import { encodeFields } from "../../server/evidence/encoding/encode-fields.ts";
import { aloneLambda } from "../../server/model/fit-nested.ts";
import { makeDesign } from "../../server/model/fitting/design.ts";
import { fitAlone, fitNone } from "../../server/model/fitting/fit-alone.ts";
import type { ModelInput } from "../../server/model/model-input.ts";
import { eachMuPlus } from "../../server/model/redundancy.ts";
import { searchSet } from "../../server/model/search-set.ts";
import { meanDifference } from "../../server/model/statistics/differences.ts";
import { usualSettings } from "../support/model-input.ts";
import { drivers, fieldsOf, makeChurnCustomers } from "./churn-customers.ts";
import { say } from "./paired.ts";
import { medianSpent, type Spent, seconds, spend, together } from "./spent.ts";

/** What each field tells alone, what each says of each other, and the minimal set: every record, no sample. */
export async function fieldValue(records: number, runs: number): Promise<void> {
  const database = await Database.open({ file: ":memory:", temporary: "/tmp/winnow-bench", folders: [] });
  const spent = { reading: [] as Spent[], value: [] as Spent[], both: [] as Spent[], set: [] as Spent[] };
  let found: string[] = [];
  try {
    const dataset = await makeChurnCustomers(database, { records });
    const options = { seed: 1, key: "customer_id", audience: null, mostRecords: records };
    const read = () => encodeFields(database, dataset, fieldsOf(dataset), identifier("churned"), options);
    for (let run = 0; run <= runs; run++) {
      const reading = await spend(read);
      const input: ModelInput = { ...reading.result.input, settings: usualSettings };
      const value = await spend(() => tellAlone(input));
      const set = await spend(() => searchSet(input, () => undefined));
      const { settled, design } = set.result;
      found = (settled?.kept.layout.fields ?? []).map((field) => design.fields[field]?.name ?? "");
      if (run === 0) continue;
      spent.reading.push(reading.spent);
      spent.value.push(value.spent);
      spent.both.push(together(reading.spent, value.spent));
      spent.set.push(set.spent);
    }
  } finally {
    database.close();
  }
  const what = `${records.toLocaleString("en")} x 49 fields, no sample`;
  const took = (part: keyof typeof spent) => seconds(medianSpent(spent[part]));
  const right = drivers.filter((twins) => twins.some((name) => found.includes(name))).length;
  say(`${what}: value of every field and redundancy of all pairs`, `${took("value")}, target at most 2 s`);
  say(`${what}: the same with reading the table`, `${took("both")}, of it reading ${took("reading")}`);
  say(`${what}: minimal set`, `${took("set")}, target at most 6 s`);
  say(`${what}: planted drivers in it, or their exact twins`, `${right} of 6, target 6; it has ${found.join(", ")}`);
}

function tellAlone(input: ModelInput): number {
  const design = makeDesign(input);
  const none = fitNone(design);
  const fields = [...design.fields.keys()];
  let told = 0;
  for (const field of fields) {
    told += meanDifference(design, none.losses, fitAlone(design, field, aloneLambda).losses).value;
  }
  eachMuPlus(design, fields, (_, __, share) => {
    told += share;
  });
  return told;
}
