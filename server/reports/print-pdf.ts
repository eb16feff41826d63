import { spawn } from "node:child_process";
import { copyFile, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Cancelled, UserError } from "../errors.ts";
import { findChromium } from "./find-chromium.ts";

export interface PrintOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

const longestMs = 60_000;

/**
 * Prints a saved report as a PDF by a Chromium of this computer. The file is written beside and renamed.
 * Throws a UserError where no Chromium is found, or where the one found prints nothing.
 */
export async function printPdf(html: string, path: string, { environment, signal }: PrintOptions): Promise<void> {
  const chromium = findChromium(environment);
  if (!chromium) {
    throw new UserError(
      environment["WINNOW_CHROME"]
        ? "WINNOW_CHROME names no program that can be run. Set it to the path of Chrome, Chromium or Edge, or leave out the format pdf."
        : "A PDF needs Chrome, Chromium or Edge, and none was found. Install one, set WINNOW_CHROME to its path, or leave out the format pdf.",
    );
  }
  const folder = await mkdtemp(join(tmpdir(), "winnow-pdf-"));
  const part = `${path}.part`;
  try {
    const page = join(folder, "report.html");
    const printed = join(folder, "report.pdf");
    await writeFile(page, html, { mode: 0o600 });
    await run(chromium, printArguments(folder, page, printed), signal);
    if (!(await stat(printed).catch(() => null))?.size)
      throw new UserError(`${chromium} did not print the report. Print the HTML file from a browser instead.`);
    await copyFile(printed, part);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function printArguments(folder: string, page: string, printed: string): readonly string[] {
  return [
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    // Nothing may leave this computer, whatever the browser would like to ask on its own.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    `--user-data-dir=${join(folder, "profile")}`,
    "--no-pdf-header-footer",
    `--print-to-pdf=${printed}`,
    // Chromium refuses its sandbox to root; the page is ours and holds no script.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    pathToFileURL(page).href,
  ];
}

function run(program: string, args: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "ignore", timeout: longestMs, ...(signal ? { signal } : {}) });
    child.on("error", (error) => reject(signal?.aborted ? new Cancelled("Cancelled.") : error));
    child.on("exit", () => resolve());
  });
}
