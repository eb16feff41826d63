import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { openBrowser } from "./support/open-browser.ts";

let served: ServedWorkbench;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await serveWorkbench();
  browser = await openBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const rows = Array.from({ length: 80 }, (_, index) => `C${index};${["S", "M", "L"][index % 3]};${index % 9},5`);
const file = {
  name: "members.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(["customer_id;plan;spend", ...rows].join("\n")),
};

test("a chosen file goes to the preview by itself, and a changed reading shows at once", async () => {
  await page.goto(served.address);
  await page.locator("#file").setInputFiles(file);
  await page.waitForURL(/\/uploads\//);
  expect(await page.locator("h1").textContent()).toBe("80 customers in 3 columns");
  expect(await page.locator("[data-again]").isVisible()).toBe(false);
  await page.locator("label[for=decimal-1-point]").click();
  await page.waitForURL(/decimal-1=point/);
  expect(await page.locator("th:has-text('spend')").textContent()).toContain("text");
  await page.locator("label[for=decimal-1-comma]").click();
  await page.waitForURL(/decimal-1=comma/);
});

test("loading is followed over the event stream and moves on by itself", async () => {
  await page.getByRole("button", { name: "Load 80 customers" }).click();
  await page.waitForURL(/\/datasets\/members\/fields$/, { timeout: 60_000 });
  expect(await page.locator("h1").textContent()).toBe("3 fields about 80 customers");
});

test("typing in the find box hides what does not match, and its heading", async () => {
  const shown = () => page.locator("#field-list [data-find]:visible").count();
  expect(await shown()).toBe(3);
  await page.locator("#find").fill("spend");
  expect(await shown()).toBe(1);
  expect(await page.locator("#field-list [data-group]:visible").count()).toBe(1);
  await page.locator("#find").fill("");
  expect(await shown()).toBe(3);
});

test("the appearance changes at once and stays", async () => {
  await page.getByRole("button", { name: "Dark" }).click();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.reload();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
});

test("the question mark opens the page of keys, but not while somebody types", async () => {
  await page.locator("#find").press("?");
  expect(page.url()).toMatch(/fields/);
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await page.waitForURL(/\/help\/keys$/);
});

test("a dropped file is taken wherever it is dropped", async () => {
  await page.goto(served.address);
  const text = file.buffer.toString();
  await page.evaluate((content) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([content], "dropped.csv", { type: "text/csv" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
  }, text);
  await page.waitForURL(/\/uploads\//);
  expect(await page.textContent("main")).toContain("dropped.csv");
});
