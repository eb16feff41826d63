import { afterAll, beforeAll, expect, test } from "vitest";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { replaceStrategy } from "../../server/goals/strategy-store.ts";
import { loadClub } from "../support/a-club.ts";
import type { Reader } from "../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";

const matrix = "/datasets/club/matrix";
const decided = (goal: string, field: string, keepAs: string) =>
  `- { goal: ${goal}, field: ${field}, verdict: coarser, keepAs: ${keepAs}, by: Ada, at: 2026-11-01, reason: It is enough }`;
const strategy = `
strategy: The club
goals:
  - { key: hello, name: Say hello, channels: [email], roles: { key: member, address: { email: mail }, content: [plan] }, exchange: Tea }
  - { key: parcel, name: Send a parcel, channels: [post], roles: { key: member }, exchange: Cake }
decisions:
  ${decided("hello", "born", "year")}
  ${decided("parcel", "born", "month")}
`;

let served: ServedWorkbench;
let reader: Reader;

beforeAll(async () => {
  served = await serveWorkbench();
  reader = await loadClub(served);
  await say(strategy);
});
afterAll(() => served.close());

const say = (text: string) => replaceStrategy(served.workbench.database, "club", readStrategy(text, "strategy.yaml"));
const open = async (query = "") => (await reader.follow(await reader.get(`${matrix}${query}`))).document;
const rowOf = (document: Document, name: string) =>
  [...document.querySelectorAll(".mx tbody tr")].find((row) => row.querySelector("code")?.textContent === name);
const cellsOf = (document: Document, name: string) =>
  [...(rowOf(document, name)?.querySelectorAll("td") ?? [])].map((cell) =>
    [...cell.children].map((part) => part.textContent?.trim()).join(" | "),
  );

test("the headline is the finding, and every field has a cell for every goal and one for all", async () => {
  const document = await open();
  expect(document.querySelector("h1")?.textContent).toBe("2 of 6 fields serve no goal");
  const heads = [...document.querySelectorAll(".mx thead th a")].map((link) => link.textContent);
  expect(heads).toEqual(["1 Say hello", "2 Send a parcel"]);
  const rows = [...document.querySelectorAll(".mx tbody tr:not(.grp)")];
  expect(rows).toHaveLength(6);
  for (const row of rows) expect(row.querySelectorAll("td")).toHaveLength(3);
});

test("a role in one goal opens a field to no other", async () => {
  const document = await open();
  expect(cellsOf(document, "plan")).toEqual([
    "Needed | Content",
    "Unused | Not tested",
    "Needed | Keep, for goal 1 only",
  ]);
  expect(cellsOf(document, "member").at(-1)).toBe("Needed | Keep, for every goal");
  expect(cellsOf(document, "visits").at(-1)).toBe("Unused | Decide");
});

test("goals that want different detail meet at the coarsest version that serves both, and a person's say is marked", async () => {
  const [hello, parcel, all] = cellsOf(await open(), "born");
  expect(hello).toBe("Coarser: year of birth | Decided by Ada | Measured: unused");
  expect(parcel).toContain("Coarser: month and year | Decided by Ada");
  expect(all).toBe(
    "Coarser | Keep as month and year, for every goal | Year of birth for goal 1 and month and year for goal 2 would do; month and year serves both.",
  );
});

test("facets and the find box narrow it by its address alone, and a cell leads to its place on the board", async () => {
  const some = await open("?facet=some");
  expect([...some.querySelectorAll(".mx th code")].map((code) => code.textContent)).toEqual(["plan", "mail"]);
  const found = await open("?facet=some&find=plan");
  expect([...found.querySelectorAll(".mx th code")].map((code) => code.textContent)).toEqual(["plan"]);
  const link = rowOf(found, "plan")?.querySelector("td a")?.getAttribute("href") ?? "";
  expect((await reader.get(link)).document.querySelector("h1")?.textContent).toBe("Plan: needed for this goal");
  expect((await open("?find=zzz")).querySelector(".empty h2")?.textContent).toBe("No field matches");
});

test("JSON and CSV say the same of every field and goal", async () => {
  const { goals, fields } = JSON.parse((await reader.get(`${matrix}.json`)).text);
  expect(goals).toEqual([
    { key: "hello", name: "Say hello", state: "sorted" },
    { key: "parcel", name: "Send a parcel", state: "sorted" },
  ]);
  const plan = fields.find((field: { name: string }) => field.name === "plan");
  expect(plan).toMatchObject({ verdict: "needed", action: "keep", keepAs: null });
  expect(plan.goals).toMatchObject([
    { goal: "hello", verdict: "needed", reason: "role", roles: ["content"], decision: null },
    { goal: "parcel", verdict: "unused", reason: "no-outcome", roles: [] },
  ]);
  const csv = await reader.get(`${matrix}.csv`);
  expect(csv.headers.get("content-disposition")).toContain("club-matrix.csv");
  const lines = csv.text.trim().split("\r\n");
  expect(lines[0]).toBe(
    "table,field,hello.verdict,hello.keep_as,hello.roles,hello.decided_by,parcel.verdict,parcel.keep_as,parcel.roles,parcel.decided_by,verdict,action,keep_as",
  );
  expect(lines).toContain("club,born,coarser,year,,Ada,coarser,month,,Ada,coarser,coarsen,month");
});

test("the board, the goals and the reports lead to it; without a goal it says where to begin", async () => {
  for (const path of ["goals/hello/board", "goals", "reports"]) {
    const page = await reader.follow(await reader.get(`/datasets/club/${path}`));
    expect(page.document.querySelector(`a[href="${matrix}"]`), path).not.toBeNull();
  }
  await say("strategy: The club\n");
  const none = await open();
  expect(none.querySelector("h1")?.textContent).toBe("No goal asks for your 6 fields yet");
  expect(none.querySelector(".empty a")?.getAttribute("href")).toBe("/datasets/club/goals/new");
});

test("a goal that does not fit the tables stops no other", async () => {
  await say(strategy.split("decisions:")[0]?.replace("content: [plan]", "content: [shoe_size]") ?? "");
  const document = await open();
  expect(document.querySelector(".mx thead small")?.textContent).toBe("Names what these tables lack");
  expect(cellsOf(document, "member").slice(0, 2)).toEqual(["Not sorted", "Needed | Key"]);
  expect(JSON.parse((await reader.get(`${matrix}.json`)).text).goals[0].state).toBe("unfit");
});

test("1,000 columns and three goals stay under 300 KB a page, and every field is reached", async () => {
  const header = ["customer_id", ...Array.from({ length: 999 }, (_, index) => `answer_${index + 1}`)];
  const rows = Array.from({ length: 12 }, (_, row) =>
    header.map((_, column) => (column ? (row * column) % 7 : `C${row}`)),
  );
  await reader.load({ "wide.csv": [header, ...rows].map((cells) => cells.join(",")).join("\n") });
  const goals = [1, 2, 3].map(
    (one) =>
      `  - { key: g${one}, name: Ask them once more about what they said they wanted ${one}, channels: [email], roles: { key: customer_id }, exchange: Tea }`,
  );
  const text = `strategy: Wide\ngoals:\n${goals.join("\n")}\n`;
  await replaceStrategy(served.workbench.database, "wide", readStrategy(text, "strategy.yaml"));
  const seen = new Set<string>();
  for (let path: string | null = "/datasets/wide/matrix"; path; ) {
    const page = await reader.follow(await reader.get(path));
    expect(Buffer.byteLength(page.text), path).toBeLessThan(300_000);
    for (const code of page.document.querySelectorAll(".mx th code")) seen.add(code.textContent ?? "");
    path = page.document.querySelector(".pages [rel=next]")?.getAttribute("href") ?? null;
  }
  expect(seen.size).toBe(1_000);
});
