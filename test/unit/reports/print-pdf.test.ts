import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { UserError } from "../../../server/errors.ts";
import { findChromium } from "../../../server/reports/find-chromium.ts";
import { printPdf } from "../../../server/reports/print-pdf.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "winnow-print-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const chromium = findChromium(process.env);

test("a program that WINNOW_CHROME names and that cannot be run is said to be so, and nothing is written", async () => {
  const environment = { WINNOW_CHROME: join(folder, "missing") };
  const printed = printPdf("<p>x", join(folder, "a.pdf"), { environment });
  await expect(printed).rejects.toThrow(UserError);
  await expect(printed).rejects.toThrow(/WINNOW_CHROME/);
  expect(await readdir(folder)).toEqual([]);
});

test("a browser that prints nothing leaves nothing half-written", async () => {
  const idle = join(folder, "idle");
  await writeFile(idle, "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  const printed = printPdf("<p>x", join(folder, "a.pdf"), { environment: { WINNOW_CHROME: idle } });
  await expect(printed).rejects.toThrow(/did not print/);
  expect(await readdir(folder)).toEqual(["idle"]);
});

test("WINNOW_CHROME goes before what is on the path", async () => {
  const [named, found] = [join(folder, "my-browser"), join(folder, "chromium")];
  for (const path of [named, found]) await writeFile(path, "", { mode: 0o755 });
  expect(findChromium({ PATH: folder })).toBe(found);
  expect(findChromium({ PATH: folder, WINNOW_CHROME: named })).toBe(named);
});

test.skipIf(!chromium)("a report is printed as a PDF", async () => {
  const path = join(folder, "a.pdf");
  await printPdf("<!doctype html><title>x</title><p>A page</p>", path, { environment: process.env });
  expect((await readFile(path)).subarray(0, 5).toString()).toBe("%PDF-");
  expect(await readdir(folder)).toEqual(["a.pdf"]);
});
