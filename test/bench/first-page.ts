import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const port = 4790;

/** Seconds from "listens" to the first page of fields of the sample, in an empty workspace. */
export async function firstPage(winnow: string): Promise<number> {
  const workspace = mkdtempSync(join(tmpdir(), "winnow-bench-"));
  const args = [winnow, "--workspace", workspace, "--port", String(port), "--no-open"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    await once(child.stdout, "data");
    const start = performance.now();
    const fields = `http://localhost:${port}/datasets/harbour-mobile/fields`;
    while (!(await shows(fields))) await pause(20);
    return (performance.now() - start) / 1000;
  } finally {
    child.kill();
    await once(child, "exit");
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function shows(url: string): Promise<boolean> {
  const response = await fetch(url, { redirect: "manual" });
  const text = await response.text();
  return response.status === 200 && text.includes("<h1>");
}
