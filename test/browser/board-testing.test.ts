import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Replay, replaySorting, testedIn } from "../support/replay-sorting.ts";
import type { ServedWorkbench } from "../support/serve-workbench.ts";
import { serveSmallSample } from "../support/small-workbench.ts";
import { lookAt } from "./support/look-at.ts";
import { openBrowser } from "./support/open-browser.ts";

const board = "/datasets/small/goals/keep-leavers/board";
let served: ServedWorkbench;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let replay: Replay;

beforeAll(async () => {
  served = await serveSmallSample(4000);
  browser = await openBrowser();
  replay = await replaySorting(served.workbench, "small", "keep-leavers");
  context = await browser.newContext();
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const strip = () => page.locator("[data-strip] b");
const show = () => page.locator("[data-show]");
const says = (look: Replay["looks"][number]) =>
  strip()
    .filter({ hasText: `${testedIn(look)} of ` })
    .waitFor();
/** What the next look brings: the card that the one before did not have. */
const arrival = (before: Replay["looks"][number], after: Replay["looks"][number]) => {
  const place = after.fields.findIndex(
    ({ verdict, state }, index) => state === "tested" && verdict && !before.fields[index]?.verdict,
  );
  return { id: `#c-${after.profiles[place]?.slug}`, verdict: after.fields[place]?.verdict?.verdict };
};

test("cards arrive one after another over one stream, each in its column, and no place shifts", async () => {
  const streams: string[] = [];
  page.on("request", (request) => request.url().endsWith("/events") && streams.push(request.url()));
  await page.goto(`${served.address}${board}`);
  await strip().filter({ hasText: "Getting ready" }).waitFor();
  replay.show(replay.looks[0]!);
  await page.locator("#col-needed #c-customer-id").waitFor();
  const top = await page.locator("[data-board]").evaluate((element) => element.getBoundingClientRect().top + scrollY);
  for (const [place, look] of replay.looks.slice(1, 5).entries()) {
    const { id, verdict } = arrival(replay.looks[place]!, look);
    expect(await page.locator(id).count()).toBe(0);
    replay.show(look);
    await page.locator(`[data-verdict="${verdict}"] ${id}`).waitFor();
    await says(look);
    expect(await page.locator(`${id.replace("#c-", "#t-")}.done`).count()).toBe(1);
  }
  expect(await page.locator("[data-board]").evaluate((element) => element.getBoundingClientRect().top + scrollY)).toBe(
    top,
  );
  expect(streams).toHaveLength(1);
});

test("while it is tested it is in order in both themes, at 1440, 390 and 320", async () => {
  const { axe, sideways, complaints } = await lookAt(browser, `${served.address}${board}`);
  expect.soft(axe).toEqual([]);
  expect.soft(sideways).toEqual([]);
  expect.soft(complaints).toEqual([]);
});

test("nothing moves among the cards while the focus is there: changes wait until they are asked for", async () => {
  const [before, look] = replay.looks.slice(4, 6);
  await page.locator("#c-customer-id").focus();
  const { id } = arrival(before!, look!);
  replay.show(look!);
  await says(look!);
  await show().waitFor();
  expect(await show().textContent()).toMatch(/^\d+ changes?, show$/);
  expect(await page.locator(id).count()).toBe(0);
  await page.keyboard.press("ArrowDown");
  expect(await page.locator(id).count()).toBe(0);
  await show().click();
  await page.locator(id).waitFor();
  expect(await show().isHidden()).toBe(true);
});

test("they wait for the pointer as well, and come when it leaves", async () => {
  const [before, look] = replay.looks.slice(5, 7);
  await page.locator("#c-customer-id").hover();
  const { id } = arrival(before!, look!);
  replay.show(look!);
  await says(look!);
  await show().waitFor();
  expect(await page.locator(id).count()).toBe(0);
  await page.locator("h1").hover();
  await page.locator(id).waitFor();
});

test("a screen reader hears of it at most once in five seconds", async () => {
  const quiet = await context.newPage();
  await quiet.clock.install();
  await quiet.goto(`${served.address}${board}`);
  const announced = quiet.locator("[data-announce]");
  const [first, second] = replay.looks.slice(6, 8);
  await announced.filter({ hasText: `${testedIn(first!)} of` }).waitFor({ state: "attached" });
  replay.show(second!);
  await quiet.locator("[data-strip] b", { hasText: `${testedIn(second!)} of` }).waitFor();
  expect(await announced.textContent()).toContain(`${testedIn(first!)} of`);
  await quiet.clock.runFor(5000);
  expect(await announced.textContent()).toContain(`${testedIn(second!)} of`);
  await quiet.close();
});

test("in the end the page shows the whole board, and not under the pointer", async () => {
  await page.locator("#c-customer-id").hover();
  replay.finish();
  await show().filter({ hasText: "Every field is tested. Show the board" }).waitFor();
  expect(await page.locator("[data-module=board-testing]").count()).toBe(1);
  await show().click();
  await page.locator("[data-module=board]").waitFor();
  expect(await page.locator("#c-customer-id").getByRole("button", { name: "Move Customer number" }).count()).toBe(1);
});
