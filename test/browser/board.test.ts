import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadClub } from "../support/a-club.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { lookAt } from "./support/look-at.ts";
import { openBrowser } from "./support/open-browser.ts";

const board = "/datasets/club/goals/say-hello/board";
let served: ServedWorkbench;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  served = await serveWorkbench();
  await loadClub(served);
  browser = await openBrowser();
}, 120_000);

beforeEach(async () => {
  await context?.close();
  await open({});
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(options: { javaScriptEnabled?: boolean }): Promise<void> {
  context = await browser.newContext(options);
  await context.addCookies([{ name: "who", value: "Ada", url: served.address }]);
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${served.address}${board}`);
  // The first look is at the sorting; keys pressed before the board has loaded would be lost.
  await page.locator('[data-module="board"]').waitFor({ timeout: 90_000 });
}

const focused = () => page.evaluate(() => document.activeElement?.id);
const columnOf = (card: string) => page.locator(`[data-verdict]:has(#c-${card})`).getAttribute("data-verdict");
const undo = () => page.locator(".toast").getByRole("button", { name: "Undo" });

test("a digit moves the card, the focus stays on it, and the message takes it back", async () => {
  await page.locator("#c-visits").focus();
  await page.keyboard.press("4");
  await page.waitForURL(/moved=visits/);
  expect(await columnOf("visits")).toBe("undecided");
  expect(await focused()).toBe("c-visits");
  expect(await page.locator(".toast").textContent()).toContain("Visits moved to Undecided, 1 of 1. Undo available.");
  await undo().click();
  await page.locator(".toast", { hasText: "Undone: Visits is back in Unused" }).waitFor();
  expect(await columnOf("visits")).toBe("unused");
  expect(await focused()).toBe("c-visits");
});

test("a message is said once: a reload does not repeat it, and Escape puts it away", async () => {
  await page.locator("#c-visits").focus();
  await page.keyboard.press("1");
  await page.locator(".toast").waitFor();
  await page.keyboard.press("u");
  await page.locator(".toast", { hasText: "Undone" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await page.locator(".toast").count()).toBe(0);
  await page.reload();
  expect(await page.locator(".toast").count()).toBe(0);
});

test("M opens the Move menu beside its button; arrows, digits and Escape work in it", async () => {
  await page.locator("#c-visits").focus();
  await page.keyboard.press("m");
  const menu = page.locator("#m-visits");
  await menu.locator("button:focus").waitFor();
  expect(await menu.locator("button:focus").getAttribute("value")).toBe("needed");
  await page.keyboard.press("ArrowDown");
  expect(await menu.locator("button:focus").getAttribute("value")).toBe("coarser");
  expect(await gap(menu, page.getByRole("button", { name: "Move Visits" }))).toBeLessThan(12);
  await page.keyboard.press("Escape");
  expect(await menu.isVisible()).toBe(false);
  await page.keyboard.press("m");
  await menu.locator("button:focus").waitFor();
  await page.keyboard.press("4");
  await page.waitForURL(/moved=visits/);
  await undo().click();
  await page.locator(".toast", { hasText: "Undone" }).waitFor();
});

test("a card is dragged into another column", async () => {
  const from = await box(page.locator("#c-visits h3"));
  const to = await box(page.locator("#col-undecided"));
  await page.mouse.move(from.x + 10, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 30, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 40, { steps: 6 });
  expect(await page.locator("#col-undecided.target").count()).toBe(1);
  await page.mouse.up();
  await page.waitForURL(/moved=visits/);
  expect(await columnOf("visits")).toBe("undecided");
  expect(await focused()).toBe("c-visits");
  await undo().click();
  await page.locator(".toast", { hasText: "Undone" }).waitFor();
});

test("a move to Coarser asks how coarse before it is saved", async () => {
  await page.locator("#c-born").focus();
  await page.keyboard.press("2");
  await page.waitForURL(/verdict=coarser/);
  expect(await page.locator(".over .callout").textContent()).toContain("say how coarse it may be");
  expect(await page.locator("#verdict-coarser").isChecked()).toBe(true);
});

test("a card whose decision has no reason invites to write it", async () => {
  await page.locator("#c-visits").focus();
  await page.keyboard.press("1");
  await page.waitForURL(/moved=visits/);
  await page.getByRole("link", { name: "Write the reason for Visits" }).click();
  await page.waitForURL(/#reason$/);
  await page.locator("#reason").fill("The greeting speaks of it.");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/moved=visits/);
  expect(await page.locator("#c-visits .by").textContent()).toContain("Moved by Ada: The greeting speaks of it");
  expect(await page.locator("#c-visits .by a").count()).toBe(0);
});

test("without script the Move menu opens, moves and is undone", async () => {
  await context.close();
  await open({ javaScriptEnabled: false });
  await page.getByRole("button", { name: "Move Plan" }).click();
  await page.locator("#m-plan").getByRole("button", { name: "Undecided" }).click();
  await page.waitForURL(/moved=plan/);
  expect(await columnOf("plan")).toBe("undecided");
  await undo().click();
  await page.waitForURL(/done=undone/);
  expect(await columnOf("plan")).toBe("needed");
});

test("letters and digits rest once they are switched off; arrows do not", async () => {
  await page.goto(`${served.address}/help/keys`);
  await page.getByRole("button", { name: "Switch them off" }).click();
  await page.getByRole("button", { name: "Switch them on" }).waitFor();
  await page.goto(`${served.address}${board}`);
  await page.locator("#c-mail").focus();
  for (const key of ["4", "m", "j", "?"]) await page.keyboard.press(key);
  expect(new URL(page.url()).pathname).toBe(board);
  expect(await page.locator(":popover-open").count()).toBe(0);
  expect(await focused()).toBe("c-mail");
  expect(await page.locator(".letter-keys:visible").count()).toBe(0);
  await page.keyboard.press("ArrowDown");
  expect(await focused()).not.toBe("c-mail");
});

test("Present enlarges every page until Escape", async () => {
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const usual = await size();
  await page.getByRole("link", { name: "Present" }).click();
  await page.waitForURL(/present=1/);
  expect((await size()) / usual).toBeGreaterThan(1.3);
  expect(await page.locator(".foot").isVisible()).toBe(false);
  await page.goto(`${served.address}/datasets/club/fields`);
  expect((await size()) / usual).toBeGreaterThan(1.3);
  await page.keyboard.press("Escape");
  await page.waitForURL(/present=0/);
  expect(await size()).toBe(usual);
});

test.each([
  board,
  `${board}?present=1`,
  `${board}/born?verdict=coarser`,
  "/datasets/club/reports",
  "/datasets/club/decisions",
])("%s is in order in both themes, at 1440, 390 and 320", async (path) => {
  const { axe, sideways, complaints } = await lookAt(browser, `${served.address}${path}`);
  expect.soft(axe).toEqual([]);
  expect.soft(sideways).toEqual([]);
  expect.soft(complaints).toEqual([]);
});

async function box(locator: Locator) {
  const found = await locator.boundingBox();
  if (!found) throw new Error("It is not on the page.");
  return found;
}

/** Pixels between the nearest edges of the two, above or below. */
async function gap(menu: Locator, button: Locator): Promise<number> {
  const [first, second] = [await box(menu), await box(button)];
  return Math.min(Math.abs(first.y - second.y - second.height), Math.abs(second.y - first.y - first.height));
}
