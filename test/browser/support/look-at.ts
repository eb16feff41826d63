import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";

interface Look {
  readonly theme: "light" | "dark";
  readonly width: 1440 | 390 | 320;
}

const looks: readonly Look[] = (["light", "dark"] as const).flatMap((theme) =>
  ([1440, 390, 320] as const).map((width) => ({ theme, width })),
);

export interface Findings {
  /** what axe found in any look: the rule, the first element of each and the looks it was found in */
  readonly axe: readonly string[];
  /** the looks in which the page is wider than the window, and by how many pixels */
  readonly sideways: readonly string[];
  /** what the browser refused or could not load */
  readonly complaints: readonly string[];
}

/** Opens an address once, turns it through every theme and width, and says what is wrong with it. */
export async function lookAt(browser: Browser, address: string): Promise<Findings> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  const axe = new Map<string, string[]>();
  const sideways: string[] = [];
  for (const { theme, width } of looks) {
    const look = `${theme} ${width}`;
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    // Our pages have no frames; without this a blank page is opened for every look.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    for (const { id, nodes } of violations) {
      const finding = `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`;
      axe.set(finding, [...(axe.get(finding) ?? []), look]);
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wider > 0) sideways.push(`${look}: ${wider} px`);
  }
  await context.close();
  return { axe: [...axe].map(([finding, where]) => `${finding} (${where.join(", ")})`), sideways, complaints };
}

/** Fonts are there and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
}
