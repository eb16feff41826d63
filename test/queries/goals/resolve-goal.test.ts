import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { count } from "../../../server/database/shape.ts";
import { relation } from "../../../server/database/sql-text.ts";
import { UserError } from "../../../server/errors.ts";
import { parseOutcome } from "../../../server/goals/parse-outcome.ts";
import { plainGoal } from "../../../server/goals/plain-goal.ts";
import { resolveGoal } from "../../../server/goals/resolve-goal.ts";
import type { Dataset, Goal } from "../../../server/vocabulary.ts";
import { aDataset } from "../../support/a-dataset.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

let database: Database;
let dataset: Dataset;
const asOf = "2026-06-30T00:00:00Z";

const churn = ["Yes", "No", "No", "Yes ", null, "no"];

beforeAll(async () => {
  ({ database } = await openTestDatabase());
  const customers = Array.from({ length: 60 }, (_, row) => ({
    customer_id: `c${row}`,
    churned: churn[row % 6] ?? null,
    plan: ["Basic", "Plus", "Family {big}"][row % 3] ?? null,
    "emp.var.rate": row % 2 ? 1.1 : -0.5,
    spend: row,
    points: 7,
    active: row % 2 === 0,
    contract_end_date: `2026-07-${String((row % 28) + 1).padStart(2, "0")}`,
    read_at: "2026-06-29T10:00:00Z",
    email: `c${row}@example.org`,
    consent_email: row % 2 === 0,
    complaint_open: row % 10 === 0 ? "yes" : "no",
    vat_id: `v${row}`,
    nickname: `n${row}`,
  }));
  const events = customers.flatMap(({ customer_id }, row) => [
    {
      customer_id,
      kind: row % 2 ? "purchase" : "visit",
      happened_at: "2026-06-01T10:00:00Z",
      loaded_at: "2026-06-02T02:00:00Z",
    },
    { customer_id, kind: "purchase", happened_at: "2026-01-01T10:00:00Z", loaded_at: "2026-01-02T02:00:00Z" },
    { customer_id: null, kind: "purchase", happened_at: "2026-06-02T10:00:00Z", loaded_at: "2026-06-02T12:00:00Z" },
  ]);
  const consents = customers.map(({ customer_id }) => ({
    customer_id,
    channel: "email",
    status: "granted",
    changed_at: "2026-01-01T00:00:00Z",
  }));
  dataset = await aDataset(database, {
    customers,
    events: { rows: events, layout: { event: "kind", at: "happened_at", arrived: "loaded_at" } },
    consents: { rows: consents, layout: { channel: "channel", state: "status", at: "changed_at" } },
  });
});
afterAll(() => database.close());

const resolveOutcome = (text: string) => resolve(plainGoal(parseOutcome(text), dataset));
const resolve = (goal: Goal, at: string | null = asOf) => resolveGoal(database, dataset, [], goal, { asOf: at });
const aGoal = (parts: Partial<Goal>): Goal => ({ key: "a-goal", name: "A goal", channels: [], roles: {}, ...parts });

async function customersWhere(condition: { sql: string }): Promise<number> {
  const names = { customers: relation(dataset.schema, "customers"), condition };
  return (await database.row("goals/customers-where", { customers: count }, { names })).customers;
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
}

describe("an outcome FIELD=VALUE", () => {
  test("takes the value as written, without the spaces around it", async () => {
    const { outcome, roles, windowMinutes, goal } = await resolveOutcome("churned=Yes");
    expect(outcome).toMatchObject({ kind: "yes-no", as: { field: "churned", is: "Yes" }, label: "churned is Yes" });
    expect(outcome?.fields).toEqual([{ table: "customers", field: "churned" }]);
    expect(await customersWhere(outcome?.expression ?? { sql: "" })).toBe(20);
    expect(roles).toEqual([{ table: "customers", field: "customer_id", role: "key", channel: null, law: null }]);
    expect([windowMinutes, goal.key, goal.channels]).toEqual([null, "goal", []]);
  });

  test("prefers the value as written to one in other capitals", async () => {
    const { outcome } = await resolveOutcome("churned=no");
    expect(await customersWhere(outcome?.expression ?? { sql: "" })).toBe(10);
  });

  test("ignores capitals where no value is written so, and says it as the file does", async () => {
    const { outcome } = await resolveOutcome("churned=YES");
    expect(outcome?.as).toEqual({ field: "churned", is: "Yes" });
    expect(await customersWhere(outcome?.expression ?? { sql: "" })).toBe(20);
  });

  test("finds numbers by their size and values of yes-or-no fields", async () => {
    const rate = await resolveOutcome("emp.var.rate=1.10");
    expect(await customersWhere(rate.outcome?.expression ?? { sql: "" })).toBe(30);
    const active = await resolveOutcome("active=True");
    expect(await customersWhere(active.outcome?.expression ?? { sql: "" })).toBe(30);
  });

  test("survives braces in the value", async () => {
    const { outcome } = await resolveOutcome("plan=Family {big}");
    const again = database.fragment("goals/condition", { condition: outcome?.expression ?? { sql: "" } });
    expect(await customersWhere(again)).toBe(20);
  });

  test("counts an empty cell as no, and says how many there are", async () => {
    const { warnings } = await resolveOutcome("churned=Yes");
    expect(warnings).toContain("10 of 60 customers have nothing in churned and count as no.");
  });

  test("names the values that five customers hold where nothing matches, and no rarer one", async () => {
    expect(await messageOf(resolveOutcome("churned=Maybe"))).toContain("It holds: No, Yes, no.");
    expect(await messageOf(resolveOutcome("nickname=Bob"))).toContain("No value of it is held by 5 customers or more.");
  });

  test("is not misled by fields that are called like ours", async () => {
    const rows = Array.from({ length: 20 }, (_, row) => ({
      ...{ customer_id: `c${row}`, value: row % 2 ? "Yes" : "no", cell: "x", holder: "y", records: 1, customers: "z" },
    }));
    const odd = await aDataset(database, { customers: rows }, "odd");
    const of = (text: string) => resolveGoal(database, odd, [], plainGoal(parseOutcome(text), odd), { asOf });
    for (const [text, is] of [
      ["value=yes", "Yes"],
      ["cell=X", "x"],
      ["customers=z", "z"],
      ["records=1", "1"],
    ] as const) {
      expect((await of(text)).outcome?.as).toMatchObject({ is });
    }
    expect(await messageOf(of("value=maybe"))).toContain("It holds: Yes, no.");
    expect(await messageOf(of("customers=maybe"))).toContain("It holds: z.");
  });

  test("names the field that was meant", async () => {
    expect(await messageOf(resolveOutcome("churnd=Yes"))).toContain("Did you mean churned?");
    expect(await messageOf(resolveOutcome("events.kind=visit"))).toContain("must be a field of the table customers");
  });
});

describe("an outcome FIELD", () => {
  test("is more of a number", async () => {
    const { outcome } = await resolveOutcome("spend");
    expect(outcome).toMatchObject({ kind: "number", as: { field: "spend" }, label: "more spend" });
  });

  test("says so where a number has two values or one", async () => {
    expect((await resolveOutcome("emp.var.rate")).warnings.join()).toContain("has only two values");
    expect((await resolveOutcome("points")).warnings).toEqual([
      "points is the same for every customer. There is nothing to learn from.",
    ]);
  });

  test("is one of several for a text of 3 to 20 values", async () => {
    expect((await resolveOutcome("plan")).outcome).toMatchObject({ kind: "one-of-several", as: { field: "plan" } });
    expect(await messageOf(resolveOutcome("nickname"))).toContain("60 different values");
    expect(await messageOf(resolveOutcome("complaint_open"))).toContain("complaint_open=VALUE");
    expect(await messageOf(resolveOutcome("contract_end_date"))).toContain("holds times");
  });
});

describe("an outcome TABLE[:EVENT]@90d", () => {
  test("is such an event between the cut-off and the as-of time", async () => {
    const { outcome } = await resolveOutcome("events:purchase@90d");
    expect(outcome?.as).toEqual({ table: "events", event: "purchase", within: "90d", cutOff: "2026-04-01T00:00:00Z" });
    expect(await customersWhere(outcome?.expression ?? { sql: "" })).toBe(30);
    expect(await customersWhere((await resolveOutcome("events@90d")).outcome?.expression ?? { sql: "" })).toBe(60);
    expect(await customersWhere((await resolveOutcome("events@10d")).outcome?.expression ?? { sql: "" })).toBe(0);
    expect(
      await customersWhere((await resolveOutcome("events:purchase@365d")).outcome?.expression ?? { sql: "" }),
    ).toBe(60);
  });

  test("needs the as-of time and a table that is loaded", async () => {
    const goal = plainGoal(parseOutcome("events@90d"), dataset);
    expect(await messageOf(resolve(goal, null))).toContain("--as-of");
    expect(await messageOf(resolveOutcome("event@90d"))).toContain("Did you mean events?");
    expect(await messageOf(resolveOutcome("events:refund@90d"))).toContain("It holds: purchase, visit.");
  });
});

describe("a goal", () => {
  const keepLeavers = aGoal({
    channels: ["email"],
    outcome: { field: "churned", is: "Yes" },
    audience: "contract_end_date <= as_of + 10",
    holdBack: "complaint_open",
    quiet: "21:00-08:00",
    trigger: { field: "contract_end_date", before: "30d" },
    window: "24h",
    reaction: "10m",
    roles: {
      key: "customer_id",
      address: { email: "email" },
      consent: { email: "consent_email" },
      content: ["plan", "emp.var.rate"],
      duty: [{ field: "vat_id", law: "invoices" }],
    },
    exchange: "A plan that fits",
  });

  test("has every name found and every duration in minutes", async () => {
    const resolved = await resolve(keepLeavers);
    expect(resolved).toMatchObject({
      windowMinutes: 1_440,
      untilMinutes: 1_440,
      reactionMinutes: 10,
      lookBackMinutes: 129_600,
      quiet: { from: "21:00", to: "08:00" },
      draft: false,
      warnings: ["10 of 60 customers have nothing in churned and count as no."],
      trigger: { kind: "date", field: { table: "customers", field: "contract_end_date" }, offsetMinutes: -43_200 },
      audienceFields: [{ table: "customers", field: "contract_end_date" }],
      holdBackFields: [{ table: "customers", field: "complaint_open" }],
    });
    expect(resolved.roles).toContainEqual({
      ...{ table: "customers", field: "email", role: "address", channel: "email", law: null },
    });
    expect(resolved.roles).toContainEqual({
      ...{ table: "customers", field: "vat_id", role: "duty", channel: null, law: "invoices" },
    });
    expect(resolved.roles.filter(({ role }) => role === "trigger").map(({ field }) => field)).toEqual([
      "contract_end_date",
    ]);
    expect(resolved.roles.filter(({ table }) => table === "consents").map(({ field, role }) => [field, role])).toEqual([
      ["customer_id", "key"],
      ["channel", "consent"],
      ["status", "consent"],
      ["changed_at", "consent"],
    ]);
    expect(await customersWhere(resolved.audience ?? { sql: "" })).toBe(24);
    expect(await customersWhere(resolved.holdBack ?? { sql: "" })).toBe(6);
  });

  test("is a draft while it does not say what the customer gets", async () => {
    const resolved = await resolve({ ...keepLeavers, exchange: " " });
    expect(resolved.draft).toBe(true);
    expect(resolved.warnings.join(" ")).toContain("it cannot start");
  });

  test("takes times and arrival of its trigger's events from the table", async () => {
    const { trigger, roles } = await resolve(aGoal({ trigger: { table: "events", event: "PURCHASE" } }));
    expect(trigger).toEqual({
      ...{ kind: "event", table: "events", event: "purchase", at: "happened_at", arrived: "loaded_at" },
    });
    expect(roles.map(({ field, role }) => [field, role])).toEqual([
      ["customer_id", "key"],
      ["kind", "trigger"],
      ["happened_at", "trigger"],
      ["loaded_at", "arrival"],
    ]);
  });

  test("takes a condition as its trigger", async () => {
    const { trigger } = await resolve(aGoal({ trigger: { when: "spend < 10", at: "read_at" } }));
    expect(trigger).toMatchObject({
      kind: "condition",
      fields: [{ table: "customers", field: "spend" }],
      at: "read_at",
    });
    expect(await messageOf(resolve(aGoal({ trigger: { when: "spend < 10", at: "plan" } })))).toContain("not a date");
  });

  test("names the role whose field no table has", async () => {
    const message = await messageOf(resolve(aGoal({ roles: { content: ["plann"] } })));
    expect(message).toBe(
      'The role content of a-goal names the field "plann", which none of the tables has. Did you mean plan?',
    );
  });
});
