import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActionabilityReport } from "../../server/reports/actionability/actionability-report.ts";
import type { MinimizationReport } from "../../server/reports/minimization/minimization-report.ts";
import { runWinnow } from "./run-winnow.ts";

export interface Reports {
  readonly minimization: MinimizationReport;
  readonly actionability: ActionabilityReport;
}

/** Runs `winnow report` on files with more arguments and reads both JSON documents. Throws what it says where it fails. */
export async function reportsOf(files: readonly string[], args: readonly string[], seconds = 100): Promise<Reports> {
  const out = mkdtempSync(join(tmpdir(), "winnow-reports-"));
  try {
    const ended = await runWinnow(["report", ...files, ...args, "--format", "json", "--out", out], { seconds });
    if (ended.code !== 0) throw new Error(`winnow report ended with ${ended.code}: ${ended.err}`);
    const read = <T>(name: string) => JSON.parse(readFileSync(join(out, name), "utf8")) as T;
    return { minimization: read("minimization.json"), actionability: read("actionability.json") };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Writes a text as `customers.csv` into a fresh folder. */
export function customersFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "winnow-customers-")), "customers.csv");
  writeFileSync(file, text);
  return file;
}
