import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { replaceStrategy } from "../../server/goals/strategy-store.ts";
import { Reader } from "../support/browse.ts";
import { writtenSample } from "../support/sample.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { lookAt } from "./support/look-at.ts";
import { openBrowser } from "./support/open-browser.ts";

let served: ServedWorkbench;
let browser: Browser;
let base: string;

const strange = `
  - { key: far-off, name: A goal that these tables do not have, channels: [fax], audience: "no_such_field > 3", roles: { key: customer_id } }
`;

beforeAll(async () => {
  served = await serveWorkbench();
  const reader = new Reader(served);
  const sample = writtenSample({ customers: 1_000 });
  await reader.load(Object.fromEntries(sample.files.map((file) => [basename(file), readFileSync(file, "utf8")])));
  base = "/datasets/customers";
  await keep(`${readFileSync(sample.strategyFile, "utf8").replace("\ndecisions:", `${strange}decisions:`)}`);
  await sortAll(reader);
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

test.each([
  "/goals",
  "/goals/new",
  "/goals/keep-leavers/edit",
  "/goals/far-off/edit",
  "/goals/keep-leavers/delete",
  "/strategy",
])("%s is in order in both themes, at 1440, 390 and 320", async (path) => {
  const { axe, sideways, complaints } = await lookAt(browser, `${served.address}${base}${path}`);
  expect.soft(axe).toEqual([]);
  expect.soft(sideways).toEqual([]);
  expect.soft(complaints).toEqual([]);
});

test("faults are read first, and lead to what is to be mended", async () => {
  const page = await browser.newPage();
  await page.goto(`${served.address}${base}/goals/new`);
  await page.getByRole("button", { name: "Save goal" }).click();
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("errors");
  await page.getByRole("link", { name: "Say what the customer gets" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("exchange");
  await page.close();
});

test("the form asks only for what the chosen trigger and outcome need", async () => {
  const page = await browser.newPage();
  await page.goto(`${served.address}${base}/goals/keep-leavers/edit`);
  expect(await page.locator("#offset").isVisible()).toBe(true);
  expect(await page.locator("#when").isVisible()).toBe(false);
  await page.locator("#trigger").selectOption("when");
  expect(await page.locator("#offset").isVisible()).toBe(false);
  expect(await page.locator("#when").isVisible()).toBe(true);
  await page.getByText("Something else").click();
  expect(await page.locator("#outcomeSql").isVisible()).toBe(true);
  await page.close();
});

/** Follows every job that the page waits for, so that it holds still. */
async function sortAll(reader: Reader): Promise<void> {
  for (;;) {
    const page = await reader.get(`${base}/goals`);
    const watch = page.location ?? page.document.querySelector(".swap a[href^='/jobs/']")?.getAttribute("href");
    if (!watch) return;
    await reader.follow(await reader.get(watch));
  }
}

async function keep(text: string): Promise<void> {
  await replaceStrategy(served.workbench.database, "customers", readStrategy(text, "strategy.yaml"));
}
