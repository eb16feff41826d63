import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Reader } from "../support/browse.ts";
import type { ServedWorkbench } from "../support/serve-workbench.ts";
import { serveSmallSample } from "../support/small-workbench.ts";
import { lookAt } from "./support/look-at.ts";
import { openBrowser } from "./support/open-browser.ts";

const begin = "/datasets/small/goals/top-up-offer/rehearsal";

let served: ServedWorkbench;
let browser: Browser;
let reader: Reader;
beforeAll(async () => {
  served = await serveSmallSample();
  reader = new Reader(served);
  await reader.follow(await reader.get(begin));
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const start = async (speed: string) => (await reader.post(begin, { from: "", to: "", speed })).location ?? "";
const lookingGood = { axe: [], sideways: [], complaints: [] };

test("a rehearsal that waits and one that is over are in order in both themes, at 1440, 390 and 320", async () => {
  const going = await start("1");
  for (const act of ["pause", "step", "step", "step"]) await reader.post(going, { act });
  expect.soft(await lookAt(browser, `${served.address}${going}`)).toEqual(lookingGood);
  const over = await start("most");
  await reader.get(`${over}/events`);
  expect.soft(await lookAt(browser, `${served.address}${over}`)).toEqual(lookingGood);
});

test("by keyboard alone it is begun, paused, stepped, sped up and watched to its end", async () => {
  const page = await browser.newPage();
  await page.goto(`${served.address}${await start("1000")}`);
  await page.focus("button[value=pause]");
  await page.keyboard.press("Enter");
  // Pause gives way to Go on, and the focus is not lost.
  await page.waitForFunction(() => (document.activeElement as HTMLButtonElement).value === "resume");
  const decided = await sumOf(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    (before) =>
      [...document.querySelectorAll(".reh-counts:not(.reh-first) dd")].reduce(
        (sum, number) => sum + Number(number.textContent?.replaceAll(",", "")),
        0,
      ) ===
      before + 1,
    decided,
  );
  expect(await page.evaluate(() => (document.activeElement as HTMLButtonElement).value)).toBe("step");
  await page.selectOption("#pace", "most");
  await page.focus("button[value=speed]");
  await page.keyboard.press("Enter");
  await page.focus("button[value=resume]");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".reh-end");
  expect(await page.textContent(".reh-verdict")).toContain("Equal, to the event.");
  await page.close();
});

test("those who listen are told at most every five seconds", async () => {
  const page = await browser.newPage();
  await page.goto(`${served.address}${await start("1000")}`);
  await page.evaluate(() => {
    const said = document.querySelector("[data-say]");
    const told: number[] = [];
    Object.assign(window, { told });
    if (said) new MutationObserver(() => told.push(performance.now())).observe(said, { childList: true });
  });
  await page.waitForFunction(() => (window as unknown as { told: number[] }).told.length >= 2);
  const [first = 0, second = 0] = await page.evaluate(() => (window as unknown as { told: number[] }).told);
  expect(second - first).toBeGreaterThan(4_900);
  await page.close();
});

async function sumOf(page: Page): Promise<number> {
  const numbers = await page.locator(".reh-counts:not(.reh-first) dd").allTextContents();
  return numbers.reduce((sum, number) => sum + Number(number.replaceAll(",", "")), 0);
}
