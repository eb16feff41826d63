import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { canaryDataset } from "../../support/canary.ts";
import { type Ended, runWinnow } from "../../support/run-winnow.ts";

const canary = canaryDataset();
const out = join(mkdtempSync(join(tmpdir(), "winnow-canary-out-")), "reports");
const leaks = ({ out, err }: Ended) => canary.leaksIn(out + err);

let report: Ended;
beforeAll(async () => {
  report = await runWinnow(["report", ...canary.files, "--strategy", canary.strategyFile, "--out", out]);
});

test("both reports hold no cell in any format", () => {
  expect(report).toMatchObject({ code: 0 });
  const made = readdirSync(out).sort();
  expect(made).toHaveLength(8);
  for (const name of made) {
    expect(statSync(join(out, name)).size, name).toBeGreaterThan(300);
    expect(canary.leaksIn(readFileSync(join(out, name), "utf8")), name).toEqual([]);
  }
});

test("what the report says on the terminal holds no cell", () => {
  expect(leaks(report)).toEqual([]);
});

test.each(["--json", ""])("the profile holds no cell %s", async (json) => {
  const profile = await runWinnow(["profile", ...canary.files, ...(json ? [json] : [])]);
  expect(profile.code).toBe(0);
  expect(profile.out).toContain("birth_date");
  expect(leaks(profile)).toEqual([]);
});

// Every cell of the dataset is of the reader's own files; what they ask for on the command line is said back at most.
const faults: readonly (readonly [string, readonly string[]])[] = [
  ["a value that nobody has", ["--outcome", "churned=Maybe"]],
  ["an outcome of many values", ["--outcome", "city"]],
  ["an outcome that is a key", ["--outcome", "customer_id"]],
  ["an outcome value of few customers", ["--outcome", "store=nobody"]],
  ["a condition that does not bind", ["--outcome-sql", "email = 1"]],
  ["a condition that fails while it runs", ["--outcome-sql", "cast(city as integer) > 3"]],
  ["a condition that fails on a date", ["--outcome-sql", "cast(note as date) > date '2020-01-01'"]],
  ["a condition of the wrong type", ["--outcome-sql", "full_name || 'x'"]],
];

test.each(faults)("%s: the message holds no cell", async (_, args) => {
  const ended = await runWinnow(["report", ...canary.files, ...args, "--out", `${out}-not`]);
  expect(ended.err).not.toMatch(/^\s+at /m);
  expect([0, 2], ended.err).toContain(ended.code);
  expect(leaks(ended)).toEqual([]);
});
