import { afterAll, beforeAll, expect, test } from "vitest";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { replaceStrategy } from "../../server/goals/strategy-store.ts";
import { Reader } from "../support/browse.ts";
import { plantSegment, segmentStrategy } from "../support/planted-segment.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";

let served: ServedWorkbench;
let reader: Reader;
const board = "/datasets/subscribers/goals/stay/board";

beforeAll(async () => {
  served = await serveWorkbench();
  reader = new Reader(served);
  const rows = plantSegment();
  const csv = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(","));
  await reader.load({ "subscribers.csv": csv.join("\n") });
  await replaceStrategy(served.workbench.database, "subscribers", readStrategy(segmentStrategy, "strategy.yaml"));
  await reader.follow(await reader.get(board));
});
afterAll(() => served.close());

const loses = /Customers with [^<]*Harbour L lose more/;

test("the board says who loses more than twice the average", async () => {
  expect((await reader.get(board)).text).toMatch(loses);
});

test("so does the Why of what is not kept, and of the field that they are told apart by; of a kept field it does not", async () => {
  for (const field of ["roaming", "plan-name"]) expect((await reader.get(`${board}/${field}`)).text).toMatch(loses);
  expect((await reader.get(`${board}/first`)).text).not.toMatch(loses);
});

test("the board as JSON holds the groups and how much history is enough", async () => {
  const { segments, history } = JSON.parse((await reader.get(`${board}.json`)).text);
  expect(segments.groups.filter(({ flagged }: { flagged: boolean }) => flagged)).toHaveLength(1);
  expect(history.rows.points.length).toBeGreaterThan(3);
});

test("the report draws the curves, in words for whoever does not see them", async () => {
  const { document } = await reader.follow(await reader.get("/datasets/subscribers/reports/minimization"));
  const charts = [...document.querySelectorAll(".report-curve [role=img]")];
  expect(charts.length).toBeGreaterThan(0);
  for (const chart of charts) expect(chart.getAttribute("aria-label")).toContain("fields tell");
});
