import { join } from "node:path";
import { openTestDatabase } from "../support/open-test-database.ts";
import { makeChurnCustomers } from "./churn-customers.ts";
import { median, paired, say } from "./paired.ts";

/** The whole command on ten times the records, against itself, in turn. */
export async function growthOfTime(winnow: string, records: number, runs: number): Promise<void> {
  const { database, folder } = await openTestDatabase();
  const write = async (count: number) => {
    const { schema } = await makeChurnCustomers(database, { records: count });
    const file = join(folder, `${count}.csv`);
    await database.run({ name: "bench/write", sql: `copy ${schema}.customers to '${file}' (header)` });
    return [process.execPath, winnow, "report", file, "--outcome", "churned=true", "--out", join(folder, "out")];
  };
  const [many, few] = [await write(records * 10), await write(records)];
  database.close();
  const pairs = await paired(runs, many, few);
  const title = `the report on ${(records * 10).toLocaleString("en")} x 50 against ${records.toLocaleString("en")}`;
  if (!pairs) return say(title, "failed");
  const ratio = median(pairs.map(({ first, second }) => first / second));
  const took = (pick: "first" | "second") => median(pairs.map((pair) => pair[pick])).toFixed(1);
  say(title, `${ratio.toFixed(2)} times (${took("first")} s against ${took("second")} s), target under 10`);
}
