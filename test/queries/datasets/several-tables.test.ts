import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { count } from "../../../server/database/shape.ts";
import { relation } from "../../../server/database/sql-text.ts";
import { customersTable, findField, tableOf } from "../../../server/datasets/dataset.ts";
import { layoutTables } from "../../../server/datasets/layout-tables.ts";
import { loadDataset } from "../../../server/datasets/load-dataset.ts";
import type { Dataset, Table } from "../../../server/vocabulary.ts";
import { cellsOf, openLoader } from "../../support/load-text.ts";

const customers = "customer_id,email,plan\nc1,a@x.org,basic\nc2,b@x.org,plus\nc3,c@x.org,basic\n";
const events =
  "customer_id,event,happened_at,loaded_at\nc1,visit,2024-01-01T10:00:00Z,2024-01-01T11:00:00Z\nc1,order,2024-01-02T10:00:00Z,2024-01-02T11:00:00Z\nc2,visit,2024-01-03T10:00:00Z,2024-01-03T11:00:00Z\n";
const consents =
  "customer_id,channel,status,changed_at\nc1,email,granted,2024-01-01T10:00:00Z\nc1,email,withdrawn,2024-02-01T10:00:00Z\n";
const plans = "plan,price\nbasic,5.00\nplus,9.00\n";

const kinds = (dataset: Dataset) => Object.fromEntries(dataset.tables.map(({ name, kind }) => [name, kind]));

test("the usual layouts need no word of explanation", async () => {
  const { database, load } = await openLoader();
  const dataset = await load({
    "plans.csv": plans,
    "events.csv": events,
    "people.csv": customers,
    "consents.csv": consents,
  });
  expect(kinds(dataset)).toEqual({ plans: "reference", events: "events", people: "customers", consents: "consents" });
  expect(dataset.name).toBe("people");
  expect(tableOf(dataset, "events")?.layout).toMatchObject({
    key: "customer_id",
    joins: null,
    event: "event",
    at: "happened_at",
    arrived: "loaded_at",
  });
  expect(tableOf(dataset, "consents")?.layout).toMatchObject({
    key: "customer_id",
    channel: "channel",
    state: "status",
    at: "changed_at",
    each: null,
  });
  expect(tableOf(dataset, "people")?.layout).toMatchObject({ key: "customer_id" });
  database.close();
});

test("of two customers tables the one with more keys stays, the other is reference", async () => {
  const { database, load } = await openLoader();
  const more = "customer_id,score\nc1,1\nc2,2\nc3,3\nc4,4\n";
  const dataset = await load({ "customers.csv": customers, "scores.csv": more });
  expect(kinds(dataset)).toEqual({ customers: "reference", scores: "customers" });
  database.close();
});

test("two customers tables that share no key are refused", async () => {
  const { database, load } = await openLoader();
  const others = "client_id,score\nk1,1\nk2,2\n";
  await expect(load({ "customers.csv": customers, "clients.csv": others })).rejects.toThrow("no field of one is found");
  database.close();
});

test("events alone: the customers are their different keys", async () => {
  const { database, load } = await openLoader();
  const dataset = await load({ "log.csv": events });
  const table = customersTable(dataset);
  expect(table).toMatchObject({ name: "customers", records: 2, layout: { key: "customer_id" } });
  expect(await cellsOf(database, dataset, table)).toEqual([["c1"], ["c2"]]);
  database.close();
});

test("opt-outs by e-mail join the customers by it, and every row is a withdrawal", async () => {
  const { database, load } = await openLoader();
  const optOuts =
    "email,channel_id,updated_at\na@x.org,11249,2024-01-01T10:00:00Z\nb@x.org,11249,2024-01-01T10:00:00Z\n";
  const dataset = await load({ "customers.csv": customers, "unsubscribed_channel_history.csv": optOuts });
  expect(tableOf(dataset, "unsubscribed_channel_history")).toMatchObject({
    kind: "consents",
    layout: { key: "email", joins: "email", channel: "channel_id", at: "updated_at", each: "withdrawal" },
  });
  database.close();
});

const keyTables: [why: string, csv: string, key: string][] = [
  [
    "a number in German before an address",
    "E-Mail;kunden_nr;plan\na@x.org;K1;s\nb@x.org;K2;m\nc@x.org;K3;s\n",
    "kunden_nr",
  ],
  ["a number beside addresses that repeat", "E-Mail,customerID,p\na@x.org,K1,s\na@x.org,K2,m\n,K3,s\n", "customerID"],
  ["a household beside a shared address", "email,household_id\na@x.org,1\na@x.org,2\nb@x.org,3\n", "household_id"],
  ["a customer before a household", "household_id,customer_id\n1,7\n2,8\n3,9\n", "customer_id"],
  ["an id of the table's own before an address", "ID,Email,name\n1,a@x.org,Ann\n2,b@x.org,Bob\n", "ID"],
  ["an address before a number that repeats", "email,account_id\na@x.org,1\nb@x.org,1\nc@x.org,2\n", "email"],
  ["a number in French", "numero_client;courriel\n7;a\n8;b\n", "numero_client"],
  ["a number that is only filled", "customer_no,plan\n1,s\n1,m\n2,s\n", "customer_no"],
];

test.each(keyTables)("the key is %s", async (_, csv, key) => {
  const { database, load } = await openLoader();
  expect(customersTable(await load({ "list.csv": csv })).layout.key).toBe(key);
  database.close();
});

const numbered: [customers: string, orders: string, key: string][] = [
  ["CustomerID,plan\n17850.0,s\n13047.0,m\n12583.0,s\n", "17850", "CustomerID"],
  ["CustomerID,plan\n17850,s\n13047,m\n12583,s\n", "17850.0", "client_id"],
  ["id,plan\n17850.00,s\n13047.00,m\n12583.00,s\n", "17850", "customer_no"],
];

test.each(numbered)(
  "a customer number written %j is the same customer as %s in another file",
  async (csv, written, key) => {
    const { database, load } = await openLoader();
    const orders = `${key},what,invoice_date\n${written},a,2024-01-01\n${written},b,2024-01-02\n`;
    const dataset = await load({ "customers.csv": csv, "orders.csv": orders });
    const [log, people] = [tableOf(dataset, "orders") as Table, customersTable(dataset)];
    expect(log).toMatchObject({ kind: "events", layout: { key, joins: null } });
    expect(dataset.warnings).toEqual([]);
    expect((await cellsOf(database, dataset, log)).map(([cell]) => cell)).toEqual([written, written]);
    const header = csv.split("\n").slice(1, -1);
    expect((await cellsOf(database, dataset, people)).map((cells) => cells.join())).toEqual(header);
    const [joined] = await database.rows(
      {
        name: "test/joined",
        sql: `select count(*) as records from ${relation(dataset.schema, "orders").sql} as orders join ${relation(dataset.schema, "customers").sql} as customers on orders."${key}"::varchar = customers."${people.layout.key}"::varchar`,
      },
      { records: count },
    );
    expect(joined?.records).toBe(2);
    database.close();
  },
);

test("exact copies of a customer are removed and counted, of others the newest record stays", async () => {
  const { database, load } = await openLoader();
  const csv =
    "customer_id,plan,updated_at\nc1,new,2024-03-01T00:00:00Z\nc2,only,2024-01-01T00:00:00Z\nc1,old,2024-01-01T00:00:00Z\nc2,only,2024-01-01T00:00:00Z\n,nobody,2024-01-01T00:00:00Z\n";
  const dataset = await load({ "customers.csv": csv });
  const table = customersTable(dataset);
  expect(table).toMatchObject({ records: 3, copiesRemoved: 1 });
  expect((await cellsOf(database, dataset, table)).map(([, plan]) => plan).sort()).toEqual(["new", "nobody", "only"]);
  expect(dataset.warnings.join(" ")).toMatch(/1 row that repeat.*newest by updated_at.*no customer_id/);
  database.close();
});

test("without a field that says when, the last record of the file stays", async () => {
  const { database, load } = await openLoader();
  const dataset = await load({ "customers.csv": "customer_id,plan\nc1,old\nc2,x\nc1,new\n" });
  expect(await cellsOf(database, dataset, customersTable(dataset))).toEqual([
    ["c2", "x"],
    ["c1", "new"],
  ]);
  database.close();
});

test("a table without a key keeps records that are alike", async () => {
  const { database, load } = await openLoader();
  const dataset = await load({ "bank.csv": "age,job\n30,admin\n30,admin\n41,chef\n" });
  expect(customersTable(dataset)).toMatchObject({ records: 3, copiesRemoved: 0, layout: { key: null } });
  database.close();
});

test("a kind that a person names wins, and must share a key", async () => {
  const { database, folder, write } = await openLoader();
  const files = write({ "customers.csv": customers, "log.csv": "who,when\nz9,2024-01-01\nz8,2024-01-02\n" });
  const named = files.map((file) => (file.path.endsWith("log.csv") ? { ...file, kind: "events" as const } : file));
  await expect(loadDataset({ database, incoming: folder }, named)).rejects.toThrow("shares no key");
  database.close();
});

test("a strategy's tables decide at load: kind, key and zone", async () => {
  const { database, load } = await openLoader();
  const log = "who,what,moment\nc1,visit,2024-07-01 12:00:00\nc2,visit,2024-07-01 13:00:00\n";
  const settings = [
    { table: "log", kind: "events" as const, key: "who", event: "what", at: "moment", zone: "Europe/Berlin" },
  ];
  const dataset = await load({ "customers.csv": customers, "log.csv": log }, { settings });
  const table = tableOf(dataset, "log") as Table;
  expect(table).toMatchObject({
    kind: "events",
    layout: { key: "who", event: "what", at: "moment", zone: "Europe/Berlin" },
  });
  expect(dataset.warnings).toEqual([]);
  database.close();
});

test("a strategy's tables correct the guesses later, and a field that is not there is refused", async () => {
  const { database, load } = await openLoader();
  const dataset = await load({ "customers.csv": customers, "events.csv": events });
  const corrected = layoutTables(dataset, [{ table: "events", at: "loaded_at" }]);
  expect(tableOf(corrected, "events")?.layout).toMatchObject({ at: "loaded_at", event: "event" });
  expect(() => layoutTables(dataset, [{ table: "events", at: "moment" }])).toThrow("no such field");
  expect(layoutTables(dataset, [{ table: "gone" }]).warnings.join()).toContain("gone");
  expect(() => layoutTables(dataset, [{ table: "customers", kind: "reference" }])).toThrow("no customers table");
  database.close();
});

test("a dotted name is a field first, and a table's field second", async () => {
  const { database, load } = await openLoader();
  const dataset = await load({ "customers.csv": "customer_id,events.event\nc1,x\nc2,y\nc3,z\n", "events.csv": events });
  expect(findField(dataset, "events.event")).toEqual({ table: "customers", field: "events.event" });
  expect(findField(dataset, "events.loaded_at")).toEqual({ table: "events", field: "loaded_at" });
  expect(findField(dataset, "loaded_at")).toBeUndefined();
  database.close();
});

test("the sum of a file is of its bytes as given, packed or not", async () => {
  const { database, load } = await openLoader();
  const packed = gzipSync(customers);
  const dataset = await load({ "customers.csv.gz": packed });
  expect(customersTable(dataset)).toMatchObject({
    name: "customers",
    records: 3,
    sha256: createHash("sha256").update(packed).digest("hex"),
  });
  database.close();
});
