import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Reader } from "../../support/browse.ts";
import { startWinnow } from "../../support/run-winnow.ts";

const workspace = mkdtempSync(join(tmpdir(), "winnow-stop-"));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

test("stopped while it loads, it ends quietly and leaves nothing half loaded", async () => {
  for (let round = 0; round < 2; round++) {
    const running = await startWinnow(workspace);
    expect(await running.stop()).toBe(0);
    expect(running.said()).not.toMatch(/fault|error|fail/i);
  }
  const running = await startWinnow(workspace);
  const reader = new Reader(running);
  await expect
    .poll(async () => (await reader.get("/datasets/harbour-mobile/decisions.json")).status, { timeout: 60_000 })
    .toBe(200);
  const fields = await reader.follow(await reader.get("/datasets/harbour-mobile/fields"));
  expect(fields.document.querySelector("h1")?.textContent).toContain("12,480 customers");
  expect(await running.stop()).toBe(0);
});
