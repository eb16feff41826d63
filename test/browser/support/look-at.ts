import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";

export interface Look {
  readonly theme: "light" | "dark";
  readonly width: 1440 | 390 | 320;
}

export const looks: readonly Look[] = (["light", "dark"] as const).flatMap((theme) =>
  ([1440, 390, 320] as const).map((width) => ({ theme, width })),
);

export interface Findings {
  /** what axe found: the rule and the first element of each */
  readonly axe: readonly string[];
  /** how far the page is wider than the window, in pixels */
  readonly sideways: number;
  /** what the browser refused or could not load */
  readonly complaints: readonly string[];
}

/** Opens an address in one theme and width and says what is wrong with it. */
export async function lookAt(browser: Browser, address: string, { theme, width }: Look): Promise<Findings> {
  const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = {
    axe: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`),
    sideways: await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    complaints,
  };
  await context.close();
  return findings;
}

/** Fonts are there and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
}
