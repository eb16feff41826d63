import { expect, test } from "vitest";
import { readWrittenTables, recount, seconds, type WrittenRow } from "../../support/recount-sample.ts";
import { writtenSample } from "../../support/sample.ts";

const { truth, folder, asOf } = writtenSample();
const tables = readWrittenTables(folder);
const now = seconds(asOf);
const day = 86_400;
const from = now - 28 * day;
const to = now - 2 * day;

const share = (rows: readonly WrittenRow[], is: (row: WrittenRow) => boolean) => rows.filter(is).length / rows.length;
const outcomeOf = (name: string) => truth.outcomes.find(({ outcome }) => outcome === name);
const goalOf = (key: string) => truth.goals.find(({ goal }) => goal === key);
const eventsOf = (kind: string) =>
  tables.events
    .filter((event) => event["kind"] === kind)
    .map((event) => ({
      customer: event["customer_id"] ?? "",
      at: seconds(event["happened_at"]),
      loaded: seconds(event["loaded_at"]),
    }));

test("the truth tells how full each field is", () => {
  expect(Object.keys(truth.filled)).toHaveLength(29);
  for (const [field, filled] of Object.entries(truth.filled)) {
    expect(filled, field).toBeCloseTo(
      share(tables.customers, (row) => row[field] !== ""),
      12,
    );
  }
});

test("the truth tells how many left and how many topped up within 30 days", () => {
  expect(outcomeOf("churned")?.yes).toBe(tables.customers.filter((row) => row["churned"] === "Yes").length);
  const ids = new Set(tables.customers.map((row) => row["customer_id"]));
  const buyers = eventsOf("top_up").filter(({ customer, at }) => at > now - 30 * day && ids.has(customer));
  expect(outcomeOf("top_up")?.yes).toBe(new Set(buyers.map(({ customer }) => customer)).size);
});

test("the truth tells who has agreed, and the customers table says the same as the history", () => {
  for (const [channel, field] of [
    ["email", "consent_email"],
    ["app-push", "consent_push"],
  ] as const) {
    const latest = new Map<string | undefined, WrittenRow>();
    for (const entry of tables.consents) {
      if (entry["channel"] !== channel) continue;
      const known = latest.get(entry["customer_id"]);
      if (!known || seconds(entry["changed_at"]) > seconds(known["changed_at"]))
        latest.set(entry["customer_id"], entry);
    }
    const agreed = (row: WrittenRow) => latest.get(row["customer_id"])?.["status"] === "granted";
    expect(truth.agreed[channel]).toBeCloseTo(share(tables.customers, agreed), 12);
    expect(tables.customers.filter((row) => (row[field] === "Yes") !== agreed(row))).toHaveLength(0);
  }
});

test("the truth tells how late each kind of event arrives", () => {
  for (const lag of truth.lags.filter(({ of }) => !of.startsWith("data_left_read"))) {
    const lags = eventsOf(lag.of)
      .filter(({ at }) => at >= from && at <= to)
      .map(({ at, loaded }) => loaded - at);
    const forward = lags.filter((one) => one >= 0).sort((one, other) => one - other);
    expect([lag.events, lag.negative], lag.of).toEqual([lags.length, lags.length - forward.length]);
    expect(forward.filter((one) => one <= lag.p95).length / forward.length, lag.of).toBeGreaterThanOrEqual(0.95);
    expect(forward.filter((one) => one < lag.p95).length / forward.length, lag.of).toBeLessThan(0.95);
  }
});

test("events without a customer are counted", () => {
  const ids = new Set(tables.customers.map((row) => row["customer_id"]));
  const strangers = tables.events.filter((event) => !ids.has(event["customer_id"] ?? ""));
  expect(truth.eventsWithoutCustomer).toBe(strangers.length);
  expect(strangers.some((event) => event["customer_id"] === "")).toBe(true);
});

const atTrigger = (windowMinutes: number) => (trigger: number) => ({
  at: trigger,
  known: trigger + windowMinutes * 60,
});
const today = () => ({ at: now, known: now });

test.each(["at the trigger", "today"])("who can be made the top-up offer in time, with what is known %s", (when) => {
  const triggers = eventsOf("low_balance").filter(({ at }) => at >= from && at <= to);
  const counted = recount(tables, {
    triggers,
    windowMinutes: 15,
    channels: ["app-push"],
    fields: ["data_left_pct"],
    freshMinutes: 15,
    heldBack: (_, trigger) =>
      new Date(trigger * 1000).getUTCHours() >= 21 || new Date(trigger * 1000).getUTCHours() < 8,
    look: when === "today" ? today : atTrigger(15),
  });
  const goal = goalOf("top-up-offer");
  expect({ triggers: goal?.triggers, ...goal?.[when === "today" ? "today" : "atTriggerTime"] }).toMatchObject(counted);
});

test.each(["at the trigger", "today"])("who can be kept in time, with what is known %s", (when) => {
  const triggers = tables.customers
    .map((row) => ({ customer: row["customer_id"] ?? "", at: seconds(row["contract_end_date"]) - 30 * day }))
    .filter(({ at }) => at >= from && at <= to)
    .map((trigger) => ({ ...trigger, loaded: trigger.at }));
  const counted = recount(tables, {
    triggers,
    windowMinutes: 24 * 60,
    channels: ["app-push", "email"],
    fields: ["contract_end_date"],
    freshMinutes: null,
    heldBack: () => false,
    look: when === "today" ? today : atTrigger(24 * 60),
  });
  const goal = goalOf("keep-leavers");
  expect({ triggers: goal?.triggers, ...goal?.[when === "today" ? "today" : "atTriggerTime"] }).toMatchObject(counted);
});

test.each(["at the trigger", "today"])("who can be welcomed in time, with what is known %s", (when) => {
  const counted = recount(tables, {
    triggers: eventsOf("app_first_open").filter(({ at }) => at >= from && at <= to),
    windowMinutes: 60,
    channels: ["app-push"],
    fields: ["full_name"],
    freshMinutes: null,
    heldBack: () => false,
    look: when === "today" ? today : atTrigger(60),
  });
  const goal = goalOf("welcome");
  expect({ triggers: goal?.triggers, ...goal?.[when === "today" ? "today" : "atTriggerTime"] }).toMatchObject(counted);
});

test("a snapshot of today flatters the top-up offer by a point or more", () => {
  const goal = goalOf("top-up-offer");
  expect((goal?.today.share ?? 0) - (goal?.atTriggerTime.share ?? 0)).toBeGreaterThan(0.01);
});
