import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../../../server/database/database.ts";
import { Cancelled } from "../../../server/errors.ts";
import { findAsOf } from "../../../server/profiles/find-as-of.ts";
import { profileDataset } from "../../../server/profiles/profile-dataset.ts";
import type { FieldProfile } from "../../../server/vocabulary.ts";
import { aDataset } from "../../support/a-dataset.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

let database: Database;
let folder: string;
beforeAll(async () => {
  ({ database, folder } = await openTestDatabase());
});
afterAll(() => database.close());

const named = (profiles: readonly FieldProfile[], name: string) =>
  profiles.find((profile) => profile.name === name) as FieldProfile;

const customers = Array.from({ length: 12 }, (_, at) => ({
  customer_id: `c${at}`,
  left_gb: at % 3 === 0 ? null : 1 + (at % 2),
  wished: at % 2 ? "yes" : "no",
  read_at: "2026-03-01T10:00:00Z",
  changed: at < 6 ? "2026-02-27" : null,
}));

test("a correction wins over what was recognised, is listed, and says who made it", async () => {
  const dataset = await aDataset(database, { customers });
  const settings = [
    { field: "left_gb", meaning: "balance", sensitivity: "special", origin: "acquired", by: "head of CRM" } as const,
    { field: "customers.wished", sensitivity: "none" } as const,
    { field: "elsewhere.customer_id", meaning: "email" } as const,
  ];
  const profiles = await profileDataset(database, dataset, settings);
  expect(named(profiles, "left_gb")).toMatchObject({
    meaning: "balance",
    sensitivity: "special",
    origin: "acquired",
    corrected: ["meaning", "sensitivity", "origin"],
    originReason: "Set by head of CRM; we had taken it as observed.",
  });
  expect(named(profiles, "left_gb").meaningReason).toMatch(/^Set by head of CRM; we had read it as /);
  expect(named(profiles, "wished")).toMatchObject({ sensitivity: "none", corrected: ["sensitivity"] });
  expect(named(profiles, "wished").sensitivityReason).toBe("Set by hand; we had classed it as personal.");
  expect(named(profiles, "customer_id").corrected).toEqual([]);
});

test("a corrected meaning brings its usual sensitivity and hides values that point at one person", async () => {
  const rows = Array.from({ length: 20 }, (_, at) => ({ id: at, zz: at % 2 ? "one" : "two" }));
  const dataset = await aDataset(database, { customers: rows });
  expect(named(await profileDataset(database, dataset, []), "zz").top).toHaveLength(2);
  const corrected = named(await profileDataset(database, dataset, [{ field: "zz", meaning: "last-name" }]), "zz");
  expect(corrected).toMatchObject({ sensitivity: "identifying", top: [] });
});

test("a setting for another table's field names its table; an exact name of a customers' field wins", async () => {
  const dataset = await aDataset(database, {
    customers: [{ customer_id: "c1", "events.kind": "a" }],
    events: [{ customer_id: "c1", kind: "open" }],
  });
  const profiles = await profileDataset(database, dataset, [{ field: "events.kind", meaning: "segment" }]);
  expect(profiles.map(({ table, name, meaning }) => `${table}: ${name} is ${meaning}`)).toContain(
    "customers: events.kind is segment",
  );
  expect(profiles.find(({ table, name }) => table === "events" && name === "kind")?.corrected).toEqual([]);
});

test("a field is as old as its setting says, else as its table's updated-at field", async () => {
  const dataset = await aDataset(database, { customers: { rows: customers, layout: { updated: "changed" } } });
  const settings = [{ field: "left_gb", updated: "read_at" }];
  const profiles = await profileDataset(database, dataset, settings, { asOf: "2026-03-01T12:00:00Z" });
  expect(named(profiles, "left_gb").freshness).toEqual({
    by: { table: "customers", field: "read_at" },
    measured: 8,
    medianAgeMinutes: 120,
    p90AgeMinutes: 120,
    latest: "2026-03-01T10:00:00Z",
  });
  expect(named(profiles, "wished").freshness).toMatchObject({
    by: { table: "customers", field: "changed" },
    measured: 6,
    medianAgeMinutes: 2.5 * 24 * 60,
  });
  expect(named(profiles, "customer_id").freshness).toEqual(named(profiles, "wished").freshness);
  expect(named(profiles, "changed").freshness).toBeNull();
});

test("a field is as old as each customer's latest event of a kind, where its setting says so", async () => {
  const dataset = await aDataset(database, {
    customers: customers.slice(0, 4),
    events: [
      { customer_id: "c1", kind: "reading", happened_at: "2026-02-01T00:00:00Z" },
      { customer_id: "c1", kind: "reading", happened_at: "2026-03-01T00:00:00Z" },
      { customer_id: "c1", kind: "other", happened_at: "2026-03-02T00:00:00Z" },
      { customer_id: "c2", kind: "reading", happened_at: "2026-03-01T23:00:00Z" },
      { customer_id: "c2", kind: "reading", happened_at: "2026-04-01T23:00:00Z" },
      { customer_id: "c0", kind: "reading", happened_at: "2026-03-01T23:00:00Z" },
    ],
  });
  const settings = [{ field: "left_gb", updated: { table: "events", event: "reading", at: "happened_at" } }];
  const withKind = {
    ...dataset,
    tables: dataset.tables.map((table) => ({
      ...table,
      layout: { ...table.layout, event: table.name === "events" ? "kind" : null },
    })),
  };
  const profiles = await profileDataset(database, withKind, settings, { asOf: "2026-03-02T00:00:00Z" });
  expect(named(profiles, "left_gb").freshness).toMatchObject({
    by: { table: "events", field: "happened_at" },
    measured: 2,
    medianAgeMinutes: (24 * 60 + 60) / 2,
    latest: "2026-03-01T23:00:00Z",
  });
});

test("without a time in the tables there is no as-of time and no age", async () => {
  const dataset = await aDataset(database, {
    customers: [{ customer_id: "c1", born: "1970-01-01", contract_end: "2027-01-01" }],
  });
  const profiles = await profileDataset(database, dataset, []);
  expect(await findAsOf(database, dataset, profiles)).toBeNull();
  expect(profiles.every(({ freshness }) => freshness === null)).toBe(true);
});

test("the as-of time is the latest event, arrival, change or consent, never a date in the future or for ever", async () => {
  const dataset = await aDataset(database, {
    customers: [
      {
        customer_id: "c1",
        updated_at: "2026-01-05T00:00:00Z",
        contract_end_date: "2028-01-01",
        signup_date: "2026-06-01",
      },
      {
        customer_id: "c2",
        updated_at: "9999-12-31T00:00:00Z",
        contract_end_date: "2029-01-01",
        signup_date: "2026-06-01",
      },
    ],
    events: [
      {
        customer_id: "c1",
        happened_at: "2026-02-01T10:00:00.250Z",
        loaded_at: "2026-01-31T10:00:00Z",
        expires_at: "2027-01-01T00:00:00Z",
      },
    ],
  });
  const profiles = await profileDataset(database, dataset, []);
  expect(await findAsOf(database, dataset, profiles)).toBe("2026-02-01T10:00:01Z");
});

test("progress counts up to the end, and a cancelled profile stops", async () => {
  const dataset = await aDataset(database, { customers });
  const seen: number[] = [];
  await profileDataset(database, dataset, [], { progress: (done, total) => seen.push(done / total) });
  expect(seen.at(-1)).toBe(1);
  expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  const stopped = profileDataset(database, dataset, [], { signal: AbortSignal.abort() });
  await expect(stopped).rejects.toBeInstanceOf(Cancelled);
});

test("the profile does not depend on the order of the records, nor on the number of threads", async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => ({
    id: at,
    city: `town ${(at * 7) % 900}`,
    spent: ((at * 37) % 2111) / 3,
    joined: new Date(((at * 131) % 20_000) * 86_400_000).toISOString().slice(0, 10),
  }));
  const profile = async (threads: number, records: typeof rows) => {
    const file = ":memory:";
    const opened = await Database.open({ file, temporary: folder, folders: [folder], threads });
    try {
      return await profileDataset(opened, await aDataset(opened, { customers: records }), []);
    } finally {
      opened.close();
    }
  };
  const once = await profile(1, rows);
  expect(await profile(4, rows.toReversed())).toEqual(once);
});

test("tables without records, without fields filled, and with odd names are profiled", async () => {
  const dataset = await aDataset(database, {
    customers: { rows: [{ 'a "b".c': null, value: "x", records: 1, field: 2.5, holders: true, x: "2026-01-01" }] },
    nothing: { rows: [], types: { id: "integer", at: "time", said: "text" } },
  });
  const profiles = await profileDataset(database, dataset, []);
  expect(profiles.map(({ name, records, filled }) => `${name}: ${filled} of ${records}`)).toEqual([
    'a "b".c: 0 of 1',
    "value: 1 of 1",
    "records: 1 of 1",
    "field: 1 of 1",
    "holders: 1 of 1",
    "x: 1 of 1",
    "id: 0 of 0",
    "at: 0 of 0",
    "said: 0 of 0",
  ]);
});

test("a table of 1,000 fields is profiled in seconds", async () => {
  const row = (at: number) => (_: unknown, field: number) => [
    `f${field}`,
    field % 2 ? `v${(at * field) % 37}` : (at * field) % 977,
  ];
  const rows = Array.from({ length: 200 }, (_, at) =>
    Object.fromEntries([["id", at], ...Array.from({ length: 999 }, row(at))]),
  );
  const dataset = await aDataset(database, { customers: rows });
  const started = process.cpuUsage();
  const profiles = await profileDataset(database, dataset, []);
  const { user, system } = process.cpuUsage(started);
  expect(profiles).toHaveLength(1000);
  expect((user + system) / 1e6).toBeLessThan(20);
}, 60_000);

test("no value that one customer holds is in a profile, whatever the field", async () => {
  const token = (at: number, column: string) => `tok${column}${at * 7919 + 13}`;
  const rows = Array.from({ length: 60 }, (_, at) => ({
    customer_id: token(at, "a"),
    email: `${token(at, "b")}@example.org`,
    note: `a note that says ${token(at, "c")} to us`,
    zz: token(at, "d"),
    points: 7_000_001 + at * 7919,
    spent: 1234.567 + at * 17.13,
    seen_at: new Date(1_760_000_000_000 + at * 7_919_017).toISOString().slice(0, 19),
  }));
  const json = JSON.stringify(await profileDataset(database, await aDataset(database, { customers: rows }), []));
  expect(json).not.toContain("tok");
  for (const { points, spent, seen_at } of rows) {
    for (const value of [points, spent, seen_at]) expect(json).not.toContain(String(value));
  }
});
