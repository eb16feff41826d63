import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readStrategy } from "../../../server/goals/read-strategy.ts";
import { replaceStrategy } from "../../../server/goals/strategy-store.ts";
import { type Answer, Reader } from "../../support/browse.ts";
import { canaryDataset } from "../../support/canary.ts";
import { crawl, type Visited } from "../../support/crawl.ts";
import { type ServedWorkbench, serveWorkbench } from "../../support/serve-workbench.ts";

const canary = canaryDataset();
const asksToSee = (path: string) => /[?&]show=/.test(path);

let served: ServedWorkbench;
let reader: Reader;
let preview: Answer;
let visited: readonly Visited[];

beforeAll(async () => {
  served = await serveWorkbench();
  reader = new Reader(served);
  const files = Object.fromEntries(canary.files.map((file) => [basename(file), readFileSync(file, "utf8")]));
  preview = await reader.follow(await reader.upload("/uploads", files));
  await reader.follow(await reader.send(preview, "form[action$='/load']", { name: "Canary" }));
  const strategy = readStrategy(readFileSync(canary.strategyFile, "utf8"), "strategy.yaml");
  await replaceStrategy(served.workbench.database, "canary", strategy);
  visited = await crawl(reader, ["/", ...paths], (path) => !asksToSee(path));
});
afterAll(() => served.close());

const goal = `/datasets/canary/goals/${canary.goal}`;
const paths = [
  "/datasets/canary/fields",
  "/datasets/canary/goals",
  `${goal}/board`,
  `${goal}/actionability`,
  "/datasets/canary/matrix",
  "/datasets/canary/reports",
  "/datasets/canary/reports/minimization",
  "/datasets/canary/decisions",
];

/** All that an answer says: its address, its headers and its text. */
const leaksOf = ({ headers, text }: Answer, path = "") =>
  canary.leaksIn([path, ...[...headers].map((header) => header.join(": ")), text].join("\n"));

test("the preview holds no cell until somebody asks to see values", () => {
  expect(preview.document.querySelector("h1")?.textContent).toBe("3 tables with 22 columns");
  expect(leaksOf(preview)).toEqual([]);
});

test("no page, no twin and no address that a link leads to holds a cell", () => {
  expect(visited.filter(({ answer }) => answer.status !== 200).map(({ path }) => path)).toEqual([]);
  const found = visited.map(({ path }) => path);
  for (const path of paths) expect(found).toContain(path);
  for (const twin of [
    "/datasets/canary/fields.json",
    "/datasets/canary/fields.csv",
    `${goal}/board.json`,
    "/datasets/canary/matrix.json",
    "/datasets/canary/matrix.csv",
    ...["html", "json", "csv", "md"].map((ending) => `/datasets/canary/reports/minimization.${ending}`),
    ...["html", "json", "csv", "md"].map((ending) => `${goal}/actionability.${ending}`),
  ])
    expect(found).toContain(twin);
  expect(found.filter((path) => path.includes("/tables/customers/fields/")).length).toBeGreaterThanOrEqual(12);
  for (const { path, answer } of visited) expect(leaksOf(answer, path), path).toEqual([]);
});

test("a field page holds no cell even when somebody asks for its values: all are held by fewer than 5", async () => {
  const pages = visited.filter(({ path }) => /\/tables\/[^/]+\/fields\/[^/.]+$/.test(path));
  expect(pages.length).toBeGreaterThanOrEqual(22);
  for (const { path } of pages) {
    for (const show of ["1", "values", "samples"]) {
      const asked = await reader.get(`${path}?show=${show}`);
      expect(asked.status, path).toBe(200);
      expect(leaksOf(asked), `${path}?show=${show}`).toEqual([]);
    }
  }
});

test("a moved card, a correction and what they lead to hold no cell", async () => {
  const board = await reader.get(`${goal}/board`);
  const moves = [...board.document.querySelectorAll("form[action*='/board/']")].map((form) =>
    form.getAttribute("action"),
  );
  expect(moves.length).toBeGreaterThan(5);
  for (const action of moves.slice(0, 6)) {
    const change = { verdict: "unused", by: "the workshop", reason: "Nobody asked for it", from: "form" };
    const moved = await reader.follow(await reader.post(action ?? "", change));
    expect(leaksOf(moved), action ?? "").toEqual([]);
  }
  const corrected = await reader.post("/datasets/canary/tables/customers/fields/city", {
    ...{ meaning: "city", sensitivity: "personal", origin: "volunteered", by: "the workshop" },
  });
  expect(leaksOf(await reader.follow(corrected))).toEqual([]);
  for (const path of [`${goal}/board`, "/datasets/canary/decisions", "/datasets/canary/decisions.json"]) {
    const page = await reader.follow(await reader.get(path));
    expect(page.status, path).toBe(200);
    expect(leaksOf(page), path).toEqual([]);
  }
});

test("wrong addresses and forms that carry a cell do not say it back", async () => {
  const [cell = ""] = canary.tokens;
  const wrong = [
    ...[`/${cell}`, `/datasets/${cell}/fields`, `/datasets/canary/goals/${cell}/board`, `${goal}/board/${cell}`],
    ...[`/datasets/canary/tables/${cell}/fields/city`, `/datasets/canary/tables/customers/fields/${cell}`],
    ...[`/jobs/${cell}`, `/uploads/${cell}`, `/datasets/canary/tables/${cell}/rejects`],
  ];
  for (const path of wrong) {
    for (const accept of ["text/html", "application/json"]) {
      const answer = await reader.get(path, { accept });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(leaksOf(answer), `${path} as ${accept}`).toEqual([]);
    }
  }
  const forms = [`${goal}/board/city`, "/datasets/canary/tables/customers/fields/city", "/theme"];
  for (const path of forms) {
    const answer = await reader.post(path, { verdict: cell, meaning: cell, theme: cell, by: "", from: "form" });
    expect(leaksOf(answer), path).toEqual([]);
  }
});

test("rows that cannot be read are listed without their cells, and a load that fails says none", async () => {
  const text = readFileSync(canary.files[0] ?? "", "utf8");
  const lines = text.trimEnd().split("\n");
  const broken = lines.slice(1, 5).map((line) => `${line},one too many`);
  const few = [...lines, ...broken].join("\n");
  const many = [...lines.slice(0, 60), ...broken].join("\n");
  const loaded = await reader.load({ "few.csv": few });
  expect(loaded.status).toBe(200);
  expect(leaksOf(loaded)).toEqual([]);
  for (const ending of ["", ".csv", ".json"]) {
    const rejects = await reader.get(`/datasets/few/tables/few/rejects${ending}`);
    expect(rejects.status).toBe(200);
    expect(rejects.text).toContain("602");
    expect(leaksOf(rejects)).toEqual([]);
  }
  const refused = await reader.load({ "many.csv": many });
  expect(refused.text).toMatch(/61|could not be read|cannot be read/);
  expect(leaksOf(refused)).toEqual([]);
});

test("a condition that fails on what the cells hold says none of them", async () => {
  const strategy = readFileSync(canary.strategyFile, "utf8");
  for (const condition of ["cast(city as integer) > 3", "cast(note as date) > date '2020-01-01'", "email = 1"]) {
    const written = strategy.replace("    window: 1h", `    audience: "${condition}"\n    window: 1h`);
    const changes = await reader.post("/datasets/canary/strategy", { text: written });
    const again = await reader.follow(
      await reader.post("/datasets/canary/strategy", {
        ...{ text: written, act: "load", name: "strategy.yaml" },
        against: changes.document.querySelector("[name=against]")?.getAttribute("value") ?? "",
      }),
    );
    for (const page of [changes, again, await reader.follow(await reader.get(`${goal}/board`))]) {
      expect(leaksOf(page), condition).toEqual([]);
    }
  }
});

test("nothing was written to the terminal", () => {
  expect(served.log).toEqual([]);
});
