import { measureActionability } from "../../server/actionability/measure-actionability.ts";
import { Database } from "../../server/database/database.ts";
import { aResolvedGoal, aRole } from "../support/a-resolved-goal.ts";
import { makeLargeDataset, profilesOf } from "./large-dataset.ts";
import { median, say } from "./paired.ts";

const asOf = "2026-11-23T00:00:00Z";
const goal = aResolvedGoal({
  goal: { key: "cart", from: "cart-abandonment", channels: ["email", "app-push"], basis: "consent" },
  trigger: { kind: "event", table: "events", event: "cart", at: "happened_at", arrived: "loaded_at" },
  windowMinutes: 60,
  untilMinutes: 4_320,
  lookBackMinutes: 90 * 1_440,
  reactionMinutes: 5,
  roles: [
    aRole("key", "customer_id"),
    aRole("address", "email", "email"),
    aRole("address", "push_token", "app-push"),
    aRole("suppression", "complaint"),
    aRole("content", "plan"),
  ],
});

const sides = {
  "group by customer":
    "select customer_id, count(*) as events, max(happened_at) as latest from events group by customer_id",
  "as-of join":
    "select events.customer_id, consents.status from events asof left join consents on events.customer_id = consents.customer_id and events.happened_at >= consents.changed_at",
};

/** The whole report of one goal, against one GROUP BY customer and one ASOF join over the same tables, in turn. */
export async function actionabilityAgainstSql(events: number, customers: number, runs: number): Promise<void> {
  const database = await Database.open({ file: ":memory:", temporary: "/tmp/winnow-bench", folders: [] });
  try {
    const dataset = await makeLargeDataset(database, { events, customers });
    const options = { asOf, needed: [{ table: "customers", field: "plan" }], fieldSettings: [] };
    const report = () => measureActionability(database, dataset, profilesOf(), goal, options);
    const plain = async () => {
      for (const [name, select] of Object.entries(sides)) {
        const into = `create or replace temp table side as ${select.replaceAll(/\b(from|join) (events|consents)\b/g, `$1 ${dataset.schema}.$2`)}`;
        await database.run({ name: `bench/${name}`, sql: into });
      }
    };
    await plain();
    await report();
    const pairs: { first: number; second: number }[] = [];
    for (let run = 0; run < runs; run++) pairs.push({ first: await seconds(report), second: await seconds(plain) });
    const ratio = median(pairs.map(({ first, second }) => first / second));
    const took = (pick: "first" | "second") => median(pairs.map((pair) => pair[pick])).toFixed(2);
    say(
      `actionability, ${events.toLocaleString("en")} events of ${customers.toLocaleString("en")} customers, against one GROUP BY and one ASOF join`,
      `${ratio.toFixed(2)} times (${took("first")} s against ${took("second")} s), target at most 4`,
    );
  } finally {
    database.close();
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
