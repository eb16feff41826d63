import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { everything } from "../../server/actionability/rehearsal/period.ts";
import { Rehearsal } from "../../server/actionability/rehearsal/rehearsal.ts";
import type { Database } from "../../server/database/database.ts";
import type { ResolvedGoal } from "../../server/goals/resolved-goal.ts";
import type { Dataset, Table } from "../../server/vocabulary.ts";
import { aResolvedGoal, aRole } from "../support/a-resolved-goal.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { layout } from "./large-dataset.ts";
import { say } from "./paired.ts";

const about = { records: 0, sha256: "", rejected: 0, copiesRemoved: 0 };
const fieldsOf = (...names: string[]): Table["fields"] =>
  names.map((name) => ({ name, slug: name, type: /_at$/.test(name) ? "time" : "text" }));

const tables: readonly Table[] = [
  {
    ...about,
    name: "customers",
    slug: "customers",
    kind: "customers",
    layout,
    fields: fieldsOf("customer_id", "plan", "email"),
  },
  {
    ...about,
    name: "events",
    slug: "events",
    kind: "events",
    layout: { ...layout, event: "kind", at: "happened_at", arrived: "loaded_at" },
    fields: fieldsOf("customer_id", "kind", "happened_at", "loaded_at"),
  },
  {
    ...about,
    name: "consents",
    slug: "consents",
    kind: "consents",
    layout: { ...layout, channel: "channel", state: "state", at: "changed_at" },
    fields: fieldsOf("customer_id", "channel", "state", "changed_at"),
  },
];
const dataset: Dataset = {
  slug: "bench",
  name: "bench",
  schema: "bench",
  tables,
  loadedAt: "",
  warnings: [],
  fingerprint: "",
};

const goal: ResolvedGoal = aResolvedGoal({
  goal: { key: "low", channels: ["email"], basis: "consent" },
  roles: [aRole("key", "customer_id"), aRole("address", "email", "email")],
  trigger: { kind: "event", table: "events", event: "low", at: "happened_at", arrived: "loaded_at" },
  windowMinutes: 15,
});
/** How fast a rehearsal goes and decides, at full speed on two threads. One event in ten is the trigger. */
export async function rehearsalSpeed(events: number): Promise<void> {
  const { database } = await openTestDatabase();
  await makeTables(database, events);
  const rehearsal = new Rehearsal({
    database,
    dataset,
    profiles: [],
    goal,
    needed: [{ table: "customers", field: "plan" }],
    fieldSettings: [
      { field: "plan", maxAge: "10d", updated: { table: "events", event: "plan_read", at: "happened_at" } },
    ],
    asOf: "2026-11-20T00:20:00Z",
    period: everything,
    speed: null,
  });
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  monitor.enable();
  const begun = performance.now();
  let started = 0;
  rehearsal.watch(() => {
    if (started === 0 && rehearsal.view().state === "running") started = performance.now();
  });
  const { equal } = await rehearsal.run(new AbortController().signal);
  monitor.disable();
  const ended = performance.now();
  const view = rehearsal.view();
  database.close();

  const perSecond = (milliseconds: number) => Math.round((view.records / milliseconds) * 1000).toLocaleString("en");
  say(
    "rehearsal, records a second",
    `${view.recordsPerSecond?.toLocaleString("en")}, ${perSecond(ended - begun)} with sorting and the report's count, target at least 50,000`,
  );
  say("rehearsal, p99 decision latency", `${view.latency?.p99.toFixed(2)} ms, target at most 20`);
  say(
    "rehearsal, event loop",
    `p99.9 ${(monitor.percentile(99.9) / 1e6).toFixed(1)} ms, longest ${(monitor.max / 1e6).toFixed(1)} ms`,
  );
  say(
    "rehearsal, what it was",
    `${view.records.toLocaleString("en")} records, ${view.decided.toLocaleString("en")} triggers, ${view.fates.acted.toLocaleString("en")} acted on, equal: ${equal}, sorted in ${((started - begun) / 1000).toFixed(1)} s`,
  );
}

async function makeTables(database: Database, events: number): Promise<void> {
  const customers = Math.ceil(events / 10);
  for (const [name, sql] of Object.entries({
    schema: "create schema bench",
    customers: `create table bench.customers as select 'c' || i as customer_id, case when i % 20 <> 0 then 'M' end as plan,
      'c' || i || '@example.org' as email from range(${customers}) as rows(i)`,
    // One event in ten is the trigger, four in ten are readings of the plan.
    events: `create table bench.events as select 'c' || (hash(i) % ${customers}) as customer_id,
      case when i % 10 = 0 then 'low' when i % 10 < 5 then 'plan_read' else 'other' end as kind,
      timestamp '2026-10-01' + to_seconds(i * ${86_400 * 50} // ${events}) as happened_at,
      timestamp '2026-10-01' + to_seconds(i * ${86_400 * 50} // ${events} + (hash(i, 1) % 1200)::bigint) as loaded_at
      from range(${events}) as rows(i)`,
    consents: `create table bench.consents as select 'c' || (i % ${customers}) as customer_id, 'email' as channel,
      case when hash(i, 2) % 5 = 0 then 'withdrawn' else 'granted' end as state,
      timestamp '2026-09-01' + to_seconds((hash(i, 3) % ${86_400 * 75})::bigint) as changed_at
      from range(${customers * 2}) as rows(i)`,
  })) {
    await database.run({ name: `bench/${name}`, sql });
  }
}
