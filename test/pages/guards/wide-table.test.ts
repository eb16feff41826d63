import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readStrategy } from "../../../server/goals/read-strategy.ts";
import { replaceStrategy } from "../../../server/goals/strategy-store.ts";
import { Reader } from "../../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../../support/serve-workbench.ts";
import { wideTable } from "../../support/wide-table.ts";

/** Bytes of HTML that a page may weigh, whatever the table: a list shows a part of it and leads on. */
const pageBudget = 300_000;
/** A form offers every field in each of its choices. */
const formBudget = 450_000;
/** Bytes of a report as a file, which says of every field what was found. */
const reportBudget = 2_500_000;

const strategy = `strategy: Wide
goals:
  - { key: sell, name: Sell, outcome: { field: bought, is: "Yes" }, channels: [email], roles: { key: customer_id }, exchange: A coupon }
`;
const goal = "/datasets/wide/goals/sell";

let served: ServedWorkbench;
let reader: Reader;
beforeAll(async () => {
  served = await serveWorkbench();
  reader = new Reader(served);
  const file = wideTable(mkdtempSync(join(tmpdir(), "winnow-wide-")));
  await reader.load({ "wide.csv": readFileSync(file, "utf8") });
  await replaceStrategy(served.workbench.database, "wide", readStrategy(strategy, "strategy.yaml"));
});
afterAll(() => served.close());

test("a move made before anything is sorted is kept, however long it takes", async () => {
  const change = { verdict: "unused", by: "the workshop", reason: "Not asked for", from: "form" };
  const answer = await reader.post(`${goal}/board/field-7`, change);
  expect(answer.location).toContain("done=saved");
});

test.each([
  "/",
  "/datasets/wide/fields",
  "/datasets/wide/fields?page=7",
  "/datasets/wide/tables/customers/fields/field-2",
  "/datasets/wide/goals",
  `${goal}/board`,
  `${goal}/board/field-2`,
  `${goal}/board/field-998`,
  `${goal}/actionability`,
  "/datasets/wide/matrix",
  "/datasets/wide/reports",
  "/datasets/wide/decisions",
  "/datasets/wide/forget",
])("%s answers within the page budget", async (path) => {
  const page = await reader.follow(
    await reader.get(path.replace("/tables/customers/", `/tables/${await tableSlug()}/`)),
  );
  expect(page.status).toBe(200);
  expect(page.document.querySelector("h1")?.textContent).toBeTruthy();
  expect(Buffer.byteLength(page.text)).toBeLessThan(pageBudget);
});

test.each(["/datasets/wide/goals/new", `${goal}/edit`])("%s answers within the budget of a form", async (path) => {
  const page = await reader.follow(await reader.get(path));
  expect(page.status).toBe(200);
  expect(Buffer.byteLength(page.text)).toBeLessThan(formBudget);
});

test.each(["", ".html", ".json", ".csv", ".md"])(
  "the report of 1,000 fields answers within its budget: %s",
  async (ending) => {
    const page = await reader.follow(await reader.get(`/datasets/wide/reports/minimization${ending}`));
    expect(page.status).toBe(200);
    expect(Buffer.byteLength(page.text)).toBeLessThan(reportBudget);
  },
);

test("every field can be reached on the board by asking for more", async () => {
  let path = `${goal}/board`;
  const seen = new Set<string>();
  for (let pages = 0; path && pages < 60; pages++) {
    const board = await reader.follow(await reader.get(path));
    expect(Buffer.byteLength(board.text), path).toBeLessThan(2 * pageBudget);
    const before = seen.size;
    for (const card of board.document.querySelectorAll("[data-card] code")) seen.add(card.textContent ?? "");
    const more = [...board.document.querySelectorAll(".rest a")].map((link) => link.getAttribute("href") ?? "");
    if (seen.size === before) break;
    path = more[0] ?? "";
  }
  expect(seen.size).toBe(999);
});

test("moves made one right after another are all kept", async () => {
  const moved = ["field-998", "field-500", "field-3"];
  for (const field of moved) {
    const change = { verdict: "unused", by: "the workshop", reason: "Not asked for", from: "form" };
    const answer = await reader.post(`${goal}/board/${field}`, change);
    expect(answer.location).toContain("done=saved");
  }
  const { decisions } = JSON.parse((await reader.get("/datasets/wide/decisions.json")).text);
  expect(decisions.map((one: { field: string }) => one.field)).toEqual([
    "field_7",
    "field_998",
    "field_500",
    "field_3",
  ]);
});

async function tableSlug(): Promise<string> {
  const { text } = await reader.get("/datasets/wide/fields");
  return /\/tables\/([a-z0-9-]+)\/fields/.exec(text)?.[1] ?? "";
}
