import { Database } from "../../server/database/database.ts";
import { count } from "../../server/database/shape.ts";
import { findCopies } from "../../server/evidence/find-copies.ts";
import { makeChurnCustomers } from "./churn-customers.ts";
import { median, say } from "./paired.ts";
import { medianSpent, type Spent, seconds, spend } from "./spent.ts";

const tried = 40;

/** All exact dependencies of 50 columns, against approximate distinct counts of pairs in SQL, in turn. */
export async function dependenciesAgainstSql(records: number, runs: number): Promise<void> {
  const database = await Database.open({ file: ":memory:", temporary: "/tmp/winnow-bench", folders: [] });
  const [ours, theirs]: [Spent[], Spent[]] = [[], []];
  let found = 0;
  let pairs = 0;
  try {
    const dataset = await makeChurnCustomers(database, { records });
    const fields = dataset.tables[0]?.fields ?? [];
    const all = fields.flatMap(({ name }, place) => fields.slice(0, place).map((other) => [other.name, name] as const));
    pairs = all.length;
    const some = all.filter((_, place) => place % Math.floor(pairs / tried) === 0).slice(0, tried);
    const inSql = async () => {
      for (const [one, other] of some) {
        const sql = `select approx_count_distinct(hash(${one}, ${other})) as found from ${dataset.schema}.customers`;
        await database.row({ name: "bench/pair", sql }, { found: count });
      }
    };
    for (let run = 0; run <= runs; run++) {
      const { result, spent } = await spend(() => findCopies(database, dataset, fields));
      const pairwise = await spend(inSql);
      found = result.copies.length;
      if (run === 0) continue;
      ours.push(spent);
      theirs.push(pairwise.spent);
    }
  } finally {
    database.close();
  }
  const times = (pick: keyof Spent) => {
    const ratios = ours.map((spent, run) => ((theirs[run]?.[pick] ?? 0) * (pairs / tried)) / spent[pick]);
    return median(ratios).toFixed(1);
  };
  say(
    `all dependencies of 50 columns, ${records.toLocaleString("en")} records, against approximate distinct counts of all ${pairs} pairs (from ${tried})`,
    `${times("wall")} times faster, ${times("cpu")} by processor time, target at least 15; ${found} found in ${seconds(medianSpent(ours))}, ${tried} pairs in SQL ${seconds(medianSpent(theirs))}`,
  );
}
