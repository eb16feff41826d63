import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../server/package-root.ts";
import { routes } from "../../server/pages/routes.ts";
import { Reader } from "../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { lookAt } from "./support/look-at.ts";
import { openBrowser } from "./support/open-browser.ts";

const sample = join(packageRoot(), "sample-data", "harbour-mobile");
const made = existsSync(sample);
const table = "/datasets/harbour-mobile/tables/customers/fields";
const pages = [
  "/",
  "/nothing-here",
  "/help/numbers",
  "/help/keys",
  "/datasets/harbour-mobile/fields",
  "/datasets/harbour-mobile/fields?facet=special",
  "/datasets/harbour-mobile/fields?find=zzz",
  `${table}/date-of-birth`,
  `${table}/plan-name`,
  `${table}/email`,
  `${table}/complaint-text`,
  "/datasets/harbour-mobile/tables/customers/rejects",
  "/datasets/harbour-mobile/forget",
  "/datasets/harbour-mobile/goals",
  "/datasets/harbour-mobile/goals/new",
  "/datasets/harbour-mobile/goals/keep-leavers/edit",
  "/datasets/harbour-mobile/goals/keep-leavers/delete",
  "/datasets/harbour-mobile/strategy",
  "/datasets/harbour-mobile/goals/keep-leavers/board",
  "/datasets/harbour-mobile/goals/welcome/board",
  "/datasets/harbour-mobile/goals/keep-leavers/board/plan-name",
  "/datasets/harbour-mobile/goals/keep-leavers/board/monthly-charge?verdict=coarser",
  "/datasets/harbour-mobile/goals/top-up-offer/actionability",
  "/datasets/harbour-mobile/matrix",
  "/datasets/harbour-mobile/reports",
  "/datasets/harbour-mobile/reports/minimization",
  "/datasets/harbour-mobile/decisions",
];

/** Pages that are looked at below under another address, or that only pass by. */
const elsewhere = ["/uploads/:upload", "/jobs/:job", "/jobs/:job/events", "/datasets/:dataset"];
/** Pages of which test/browser has a file of its own. */
const ownFile = /\/rehearsal|\/sorting/;

test("every page of the routes is looked at", () => {
  const shown = routes.filter(([method, path]) => method === "get" && !/\.(json|csv|md|html|yaml)$/.test(path));
  const missed = shown
    .map(([, path]) => path)
    .filter((path) => !elsewhere.includes(path) && !ownFile.test(path))
    .filter(
      (path) => !pages.some((page) => new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`).test(page.split("?")[0] ?? "")),
    );
  expect(missed).toEqual([]);
});

let served: ServedWorkbench;
let browser: Browser;
let preview = "";

beforeAll(async () => {
  if (!made) return;
  const files = readdirSync(sample).map((name) => join(sample, name));
  served = await serveWorkbench({ files });
  const reader = new Reader(served);
  await reader.follow(await reader.post("/sample"));
  for (const path of pages) await reader.follow(await reader.get(path));
  const messy = "kunde;geburt;wert\nK1;01.02.1980;1,5\nK2;02.03.1981;2,5\nK3;zu;viel;hier\n";
  preview = (await reader.upload("/uploads", { "kunden.csv": messy })).location ?? "";
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

test.skipIf(!made).each([...pages, "preview"])("%s is in order in both themes, at 1440, 390 and 320", async (path) => {
  const address = `${served.address}${path === "preview" ? preview : path}`;
  const { axe, sideways, complaints } = await lookAt(browser, address);
  expect.soft(axe).toEqual([]);
  expect.soft(sideways).toEqual([]);
  const expected = path === "/nothing-here" ? /404/ : /^$/;
  expect.soft(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
});

test.skipIf(!made)(
  "a window that is a little wider never makes a page much longer",
  async () => {
    const page = await browser.newPage();
    for (const path of pages) {
      await page.goto(`${served.address}${path}`, { waitUntil: "load" });
      let before = Number.POSITIVE_INFINITY;
      for (const width of [320, 600, 740, 900, 1000, 1100, 1200, 1230, 1260, 1300, 1440, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        expect.soft(height, `${path} at ${width}`).toBeLessThan(1.6 * before);
        before = height;
      }
    }
    await page.close();
  },
  60_000,
);
