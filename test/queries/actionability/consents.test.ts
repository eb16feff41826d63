import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import type { Basis, TableLayout } from "../../../server/vocabulary.ts";
import { aDataset, type Row } from "../../support/a-dataset.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const asOf = "2026-11-23T09:40:00Z";
const customers = ["a", "b", "c", "d"].map((name) => ({
  customer_id: name,
  email: `${name.toUpperCase()}@example.org`,
  phone: "+44 20 7946 0000",
}));
const types = {
  customer_id: "text",
  channel: "text",
  purpose: "text",
  status: "text",
  changed_at: "time",
} as const;
const layout = { key: "customer_id", channel: "channel", state: "status", at: "changed_at", yes: ["granted"] };
const said = (customer_id: string | null, channel: string | null, status: string | null, day: string | null): Row => ({
  customer_id,
  channel,
  purpose: "marketing",
  status,
  changed_at: day && `2026-${day}T12:00:00`,
});

async function agreed(
  rows: readonly Row[],
  options: { basis?: Basis; channels?: readonly string[]; layout?: Partial<TableLayout> } = {},
) {
  const dataset = await aDataset(database, {
    customers,
    consents: { rows, types, layout: options.layout ?? layout },
  });
  const goal = aResolvedGoal({
    goal: { key: "win-back", channels: options.channels ?? ["email"], basis: options.basis ?? "consent" },
    roles: [aRole("key", "customer_id"), aRole("address", "email", "email"), aRole("address", "phone", "sms")],
  });
  const found = await measureActionability(database, dataset, [], goal, { asOf, needed: [], fieldSettings: [] });
  const count = found.stages.find(({ stage }) => stage === "agreed")?.count;
  return { found, count };
}

describe("who agreed", () => {
  test("the latest entry wins, and one without a time is older than any other", async () => {
    const { count } = await agreed([
      said("a", "email", "granted", "01-01"),
      said("a", "email", "withdrawn", "03-01"),
      said("b", "email", "withdrawn", "01-01"),
      said("b", "email", "granted", "03-01"),
      said("c", "email", "withdrawn", null),
      said("c", "email", "granted", "01-01"),
    ]);
    expect(count).toBe(2);
  });

  test("at the same time a withdrawal wins, in whatever order they are written", async () => {
    const grant = said("a", "email", "granted", "01-01");
    const withdrawal = said("a", "email", "withdrawn", "01-01");
    expect((await agreed([grant, withdrawal])).count).toBe(0);
    expect((await agreed([withdrawal, grant])).count).toBe(0);
  });

  test("an entry from after the as-of time says nothing yet", async () => {
    expect((await agreed([said("a", "email", "granted", "12-24")])).count).toBe(0);
  });

  test("by consent the unknown is no; on another basis only an objection is", async () => {
    const rows = [said("a", "email", "granted", "01-01"), said("b", "email", "withdrawn", "01-01")];
    expect((await agreed(rows)).count).toBe(1);
    expect((await agreed(rows, { basis: "legitimate-interest" })).count).toBe(3);
  });

  test("an answer for one channel is none for another; a withdrawal without a channel is for all", async () => {
    const rows = [
      said("a", "SMS", "granted", "01-01"),
      said("b", "e-mail", "granted", "01-01"),
      said("b", null, "withdrawn", "02-01"),
      said("c", null, "granted", "01-01"),
    ];
    expect((await agreed(rows)).count).toBe(0);
    expect((await agreed(rows, { channels: ["email", "sms"] })).count).toBe(1);
  });

  test("without a purpose, where there is a column for it, nothing is granted; another purpose is no answer", async () => {
    const rows = [
      { ...said("a", "email", "granted", "01-01"), purpose: null },
      { ...said("b", "email", "granted", "01-01"), purpose: "service messages" },
      { ...said("c", "email", "granted", "01-01"), purpose: "Marketing" },
      { ...said("d", "email", "granted", "01-01"), purpose: "win-back" },
    ];
    const { found, count } = await agreed(rows, { layout: { ...layout, purpose: "purpose" } });
    expect(count).toBe(2);
    expect(found.warnings.join(" ")).toContain("1 yes in consents names no purpose");
  });

  test("a withdrawal without a purpose is one for every purpose", async () => {
    const rows = [
      { ...said("a", "email", "granted", "01-01"), purpose: "marketing" },
      { ...said("a", "email", "withdrawn", "02-01"), purpose: null },
    ];
    expect((await agreed(rows, { layout: { ...layout, purpose: "purpose" } })).count).toBe(0);
  });

  test("a purpose that fits no goal is said aloud", async () => {
    const rows = [{ ...said("a", "email", "granted", "01-01"), purpose: "billing" }];
    const { found, count } = await agreed(rows, { layout: { ...layout, purpose: "purpose" } });
    expect(count).toBe(0);
    expect(found.warnings.join(" ")).toContain("No purpose in consents names this goal");
  });
});

describe("a table of opt-outs", () => {
  const optOuts = {
    rows: [
      { email: "a@example.org ", channel_id: 11249, updated_at: "2026-01-01T00:00:00" },
      { email: "b@example.org", channel_id: 77, updated_at: "2026-01-01T00:00:00" },
    ],
    kind: "consents" as const,
    layout: {
      key: "email",
      joins: "email",
      channel: "channel_id",
      channels: { "11249": "email" },
      each: "withdrawal" as const,
      at: "updated_at",
    },
  };

  test("is honoured through the field it joins and the codes of its channels", async () => {
    const dataset = await aDataset(database, { customers, optouts: optOuts });
    const goal = aResolvedGoal({
      goal: { channels: ["email"], basis: "legitimate-interest" },
      roles: [aRole("key", "customer_id"), aRole("address", "email", "email")],
    });
    const found = await measureActionability(database, dataset, [], goal, { asOf, needed: [], fieldSettings: [] });
    expect(found.channels).toEqual([{ channel: "email", agreed: 3, reachable: 4 }]);
    expect(found.actionable?.count).toBe(3);
  });

  test("records nobody's yes", async () => {
    const dataset = await aDataset(database, { customers, optouts: optOuts });
    const goal = aResolvedGoal({
      goal: { channels: ["email"], basis: "consent" },
      roles: [aRole("key", "customer_id"), aRole("address", "email", "email")],
    });
    const found = await measureActionability(database, dataset, [], goal, { asOf, needed: [], fieldSettings: [] });
    expect(found.actionable?.count).toBe(0);
    expect(found.warnings.join(" ")).toContain("Only opt-outs are on record");
  });
});

describe("entries that match no customer", () => {
  test("are counted aloud, and so are the noes among them", async () => {
    const { found, count } = await agreed([
      said("a", "email", "granted", "01-01"),
      said("A ", "email", "withdrawn", "02-01"),
      said("z", "email", "granted", "03-01"),
      said(null, "email", "withdrawn", "03-01"),
    ]);
    expect(count).toBe(1);
    expect(found.warnings).toContain(
      "3 of 4 entries in consents match no customer, 2 of them a no: they count for nobody. Check that customer_id there and customer_id in customers are written alike.",
    );
  });

  test("of a list of opt-outs are opt-outs", async () => {
    const { found } = await agreed([said("b", "email", null, "01-01"), said("z", "email", null, "01-01")], {
      layout: { ...layout, state: null, each: "withdrawal" },
    });
    expect(found.warnings).toContainEqual(
      expect.stringMatching(/^1 of 2 opt-outs in consents matches no customer: it counts for nobody\. /),
    );
  });

  test("are not spoken of where there are none", async () => {
    const { found } = await agreed([said("a", "email", "granted", "01-01")]);
    expect(found.warnings.join(" ")).not.toContain("match");
  });
});

test("one and the same channel must be agreed and reachable", async () => {
  const dataset = await aDataset(database, {
    customers: [
      { customer_id: "a", email: null, phone: "+44 20 7946 0000", mail_ok: true, sms_ok: false },
      { customer_id: "b", email: "b@example.org", phone: null, mail_ok: true, sms_ok: false },
    ],
  });
  const goal = aResolvedGoal({
    goal: { channels: ["email", "sms"], basis: "consent" },
    roles: [
      aRole("key", "customer_id"),
      aRole("address", "email", "email"),
      aRole("address", "phone", "sms"),
      aRole("consent", "mail_ok", "email"),
      aRole("consent", "sms_ok", "sms"),
    ],
  });
  const found = await measureActionability(database, dataset, [], goal, { asOf, needed: [], fieldSettings: [] });
  expect(found.stages.filter(({ stage }) => stage === "agreed" || stage === "reachable")).toMatchObject([
    { count: 2 },
    { count: 1 },
  ]);
  expect(found.channels).toEqual([
    { channel: "email", agreed: 2, reachable: 1 },
    { channel: "sms", agreed: 0, reachable: 1 },
  ]);
});
