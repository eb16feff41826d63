import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../server/package-root.ts";
import type { Decision } from "../../server/vocabulary.ts";
import { Reader } from "../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { openBrowser } from "./support/open-browser.ts";

const sample = join(packageRoot(), "sample-data", "harbour-mobile");
const made = existsSync(sample);
const dataset = "/datasets/harbour-mobile";
const board = `${dataset}/goals/keep-leavers/board`;

let served: ServedWorkbench;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** what the browser asked of anybody but the app */
const elsewhere: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  if (!made) return;
  served = await serveWorkbench({ files: readdirSync(sample).map((name) => join(sample, name)) });
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await context.route("**/*", (route) => {
    if (new URL(route.request().url()).origin === served.address) return route.continue();
    elsewhere.push(route.request().url());
    return route.abort();
  });
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

test.skipIf(!made)("the sample is loaded with one button and leads to its fields", async () => {
  await page.goto(served.address);
  await page.getByRole("button", { name: "Use the sample" }).click();
  await page.waitForURL(new RegExp(`${dataset}/fields`), { timeout: 90_000 });
  expect(await heading()).toContain("12,480 customers");
});

test.skipIf(!made)("the goals lead to a board of four columns", async () => {
  await page.getByRole("link", { name: "Goals" }).first().click();
  await page.waitForURL(new RegExp(`${dataset}/goals`), { timeout: 90_000 });
  expect(await page.locator("h2", { hasText: "Keep customers whose contract is ending" }).count()).toBe(1);
  await page.locator(`a[href="${board}"]`).first().click();
  await page.waitForURL(new RegExp(board), { timeout: 90_000 });
  expect(await page.locator(".board [data-verdict]").count()).toBe(4);
  // Until its fields are tested it is a first look.
  await page.locator("[data-module=board]").waitFor({ timeout: 90_000 });
});

test.skipIf(!made)("a card is moved with a reason by keyboard alone, and the move is undone", async () => {
  const before = await decisions();
  const name = await tabToCard();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  expect(await cardInFocus()).toBe(name);
  await page.keyboard.press("3");
  await page.waitForURL(/verdict=unused/);
  await tabTo("#reason");
  await page.keyboard.type("Nobody could say what it is for");
  await tabTo("#by");
  await page.keyboard.type("head of CRM");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(new RegExp(board));
  await expect.poll(() => cardInFocus(), { timeout: 60_000 }).toBe(name);
  expect(await page.locator("#col-unused [data-card] code", { hasText: exactly(name) }).count()).toBe(1);
  expect(await page.locator("[role=status]", { hasText: /unused/i }).count()).toBeGreaterThan(0);
  const [made] = (await decisions()).slice(before.length);
  expect(made).toMatchObject({
    ...{ field: name, verdict: "unused", by: "head of CRM", reason: "Nobody could say what it is for" },
  });

  const answered = page.waitForEvent("load");
  await page.keyboard.press("u");
  await answered;
  expect(await decisions()).toEqual(before);
  expect(await page.locator("#col-unused [data-card] code", { hasText: exactly(name) }).count()).toBe(0);
});

test.skipIf(!made)("both reports are read on their pages and saved as files", async () => {
  await page.goto(`${served.address}${dataset}/reports`);
  await page.locator("a[href$='/reports/minimization']").first().click();
  await page.waitForURL(/\/reports\/minimization/, { timeout: 90_000 });
  expect(await heading()).toMatch(/field/i);
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Web page" }).click();
  expect((await saved).suggestedFilename()).toBe("harbour-mobile-minimization.html");
  await page.goto(`${served.address}${dataset}/reports`);
  await page.locator("a[href$='/keep-leavers/actionability']").first().click();
  await page.waitForURL(/keep-leavers\/actionability/, { timeout: 90_000 });
  expect(await heading()).toBeTruthy();
});

test.skipIf(!made)("a saved report opens from disk without asking anybody for anything", async () => {
  const reader = new Reader(served);
  const { text } = await reader.follow(await reader.get(`${dataset}/reports/minimization.html`));
  const asked: string[] = [];
  const alone = await browser.newPage();
  alone.on("request", (request) => asked.push(request.url()));
  await alone.setContent(text, { waitUntil: "load" });
  expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([]);
  expect(await alone.locator("h1").count()).toBe(1);
  await alone.close();
});

test.skipIf(!made)("in all of that nothing was asked of another address, and nothing went wrong", () => {
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  expect(served.log).toEqual([]);
});

test.skipIf(!made)("the same journey works without script", async () => {
  const reader = new Reader(served);
  const home = await reader.get("/");
  const fields = await reader.follow(await reader.send(home, "form[action='/sample']"));
  expect(fields.document.querySelector("h1")?.textContent).toContain("12,480 customers");
  const goals = await reader.follow(await reader.get(`${dataset}/goals`));
  const toBoard = goals.document.querySelector(`a[href^="${board}"]`)?.getAttribute("href") ?? "";
  const start = await reader.follow(await reader.get(toBoard));
  const move = start.document.querySelector(
    "#col-undecided form[action*='/board/'], #col-unused form[action*='/board/']",
  );
  const asked = await reader.follow(await reader.post(move?.getAttribute("action") ?? "", { verdict: "needed" }));
  const change = { verdict: "needed", reason: "The letter names it", by: "the workshop" };
  const moved = await reader.follow(await reader.send(asked, "form:has(#reason)", change));
  expect(moved.document.querySelector("#col-needed")?.textContent).toContain("the workshop");
  const undone = await reader.follow(await reader.send(moved, "form[action$='/undo']"));
  expect(undone.document.querySelector("#col-needed")?.textContent).not.toContain("the workshop");
  for (const path of [`${dataset}/reports/minimization`, `${dataset}/goals/keep-leavers/actionability`]) {
    const report = await reader.follow(await reader.get(path));
    expect([report.status, report.document.querySelectorAll("h1").length]).toEqual([200, 1]);
  }
});

function heading(): Promise<string | null> {
  return page.locator("h1").first().textContent();
}

async function decisions(): Promise<readonly Decision[]> {
  const { text } = await new Reader(served).get(`${dataset}/decisions.json`);
  return (JSON.parse(text) as { readonly decisions: readonly Decision[] }).decisions;
}

/** Presses Tab until a card has the focus; the name of its field. */
async function tabToCard(): Promise<string> {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press("Tab");
    const name = await cardInFocus();
    if (name) return name;
  }
  throw new Error("No card can be reached with Tab.");
}

async function tabTo(selector: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await page.locator(selector).evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} cannot be reached with Tab.`);
}

function cardInFocus(): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.matches("[data-card]") ? (focused.querySelector("code")?.textContent ?? "") : "";
  });
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text}$`);
}
